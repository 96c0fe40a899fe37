"""What schemathesis is told about bodies that a JSON Schema cannot say; named in SCHEMATHESIS_HOOKS."""

import schemathesis

LISTS = ("degree_fields", "courses", "certifications", "skills")

# An item of a list is at most this many characters (functions/classify/src/limits.rs).
LONGEST = 200


@schemathesis.hook
def filter_case(context, case):
    """Leaves out forms with a long value: where its items end is known to the form's reader only.

    Such a value is welcome when it is many items, and refused with 422 when it is one. Tests of the
    function say which (functions/classify/tests); a schema cannot. JSON has its items one by one.
    """
    if case.media_type != "application/x-www-form-urlencoded" or not isinstance(case.body, dict):
        return True
    values = [case.body.get(name) for name in LISTS]
    fields = [item for value in values for item in (value if isinstance(value, list) else [value])]
    return not any(isinstance(field, str) and len(field) > LONGEST for field in fields)
