"""Rules for bodies that a JSON Schema cannot express. SCHEMATHESIS_HOOKS names this file."""

import schemathesis

LISTS = ("degree_fields", "courses", "certifications", "skills")

# The maximum length of an item of a list, in characters (functions/classify/src/limits.rs).
MAX_LENGTH = 200


@schemathesis.hook
def filter_case(context, case):
    """Skips forms with a long value, because a schema does not know how the function splits it into items.

    The function accepts such a value if it is several items, and refuses it with 422 if it is one. Tests of
    the function cover both (functions/classify/tests). JSON bodies are not skipped: their items are separate.
    """
    if case.media_type != "application/x-www-form-urlencoded" or not isinstance(case.body, dict):
        return True
    values = [case.body.get(name) for name in LISTS]
    fields = [item for value in values for item in (value if isinstance(value, list) else [value])]
    return not any(isinstance(field, str) and len(field) > MAX_LENGTH for field in fields)
