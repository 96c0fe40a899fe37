"""Compares the applied permissions with the table below.

  check_roles.py STATE.json     the output of `terraform show -json`

The table is complete: a right that is not in it fails, and so does a row that no role has. There are no
wildcards in actions, no managed policies, and no other ways to get access.
"""

import json
import sys

RELEASES, PROFILES = "arn:aws:s3:::RELEASES", "arn:aws:s3:::PROFILES"
LOGS = "arn:aws:logs:REGION:ACCOUNT:log-group:/aws/lambda/NAME-"
QUEUE = "arn:aws:sqs:REGION:ACCOUNT:NAME-"

MAY = {
    "classify": {
        ("s3:GetObject", f"{RELEASES}/current.json"),
        ("s3:GetObject", f"{RELEASES}/releases/*/model.bin"),
        ("logs:CreateLogStream", f"{LOGS}classify:*"),
        ("logs:PutLogEvents", f"{LOGS}classify:*"),
    },
    "refresh": {
        ("s3:ListBucket", PROFILES, "StringLike s3:prefix profiles/*"),
        ("s3:GetObject", f"{PROFILES}/profiles/*"),
        ("s3:ListBucket", RELEASES),
        ("s3:GetObject", f"{RELEASES}/current.json"),
        ("s3:GetObject", f"{RELEASES}/permalinks.json"),
        ("s3:GetObject", f"{RELEASES}/forgotten.json"),
        ("s3:GetObject", f"{RELEASES}/releases/*"),
        ("s3:GetObject", f"{RELEASES}/site/*"),
        ("s3:PutObject", f"{RELEASES}/current.json"),
        ("s3:PutObject", f"{RELEASES}/permalinks.json"),
        ("s3:PutObject", f"{RELEASES}/releases/*"),
        ("s3:PutObject", f"{RELEASES}/site/*"),
        ("s3:DeleteObject", f"{RELEASES}/releases/*"),
        ("sqs:SendMessage", f"{QUEUE}refresh-failed"),
        ("logs:CreateLogStream", f"{LOGS}refresh:*"),
        ("logs:PutLogEvents", f"{LOGS}refresh:*"),
    },
    "scheduler": {
        ("lambda:InvokeFunction", "arn:aws:lambda:REGION:ACCOUNT:function:NAME-refresh"),
        ("sqs:SendMessage", f"{QUEUE}schedule-failed"),
    },
}

# The services that may assume each role.
TRUSTED = {
    "classify": {("sts:AssumeRole", "lambda.amazonaws.com")},
    "refresh": {("sts:AssumeRole", "lambda.amazonaws.com")},
    "scheduler": {
        (
            "sts:AssumeRole",
            "scheduler.amazonaws.com",
            "ArnEquals aws:SourceArn arn:aws:scheduler:REGION:ACCOUNT:schedule-group/NAME",
            "StringEquals aws:SourceAccount ACCOUNT",
        )
    },
}

# The rights that the buckets' own policies grant, and to whom.
BY_BUCKET = {
    "releases": {
        (
            "s3:GetObject",
            f"{RELEASES}/site/*",
            "cloudfront.amazonaws.com",
            "StringEquals aws:SourceArn DISTRIBUTION",
        ),
        (
            "s3:ListBucket",
            RELEASES,
            "cloudfront.amazonaws.com",
            "StringEquals aws:SourceArn DISTRIBUTION",
            "StringLikeIfExists s3:prefix site/*",
        ),
    },
    "profiles": set(),
}

# The conditions under which they deny everything to everyone.
DENIED = {"Bool aws:SecureTransport false", "NumericLessThan s3:TlsVersion 1.2"}

# The services that may call each function, and their account.
CALLERS = {
    ("classify", "apigateway.amazonaws.com", None),
    ("refresh", "s3.amazonaws.com", "ACCOUNT"),
}


def some(value):
    return value if isinstance(value, list) else [value]


def resources(module):
    yield from module.get("resources", [])
    for child in module.get("child_modules", []):
        yield from resources(child)


def conditions(statement):
    for test, keys in sorted(statement.get("Condition", {}).items()):
        for key, values in sorted(keys.items()):
            yield f"{test} {key} {','.join(some(values))}"


def granted(statements, named):
    """Every (action, resource, principal if any, conditions…) that the statements allow."""
    rights = set()
    for statement in statements:
        assert (
            not {"NotAction", "NotResource", "NotPrincipal"} & statement.keys()
        ), f"an exception grants the rest: {statement}"
        if statement["Effect"] != "Allow":
            continue
        who = statement.get("Principal")
        who = [name for names in who.values() for name in some(names)] if who else [None]
        for action in some(statement["Action"]):
            for resource in some(statement.get("Resource")):
                for principal in who:
                    right = (action, resource, principal, *conditions(statement))
                    rights.add(tuple(named(part) for part in right if part is not None))
    return rights


def naming(found):
    """A function that replaces account-specific values by their names in the table."""
    bucket = {key: value["values"] for (kind, key), value in found.items() if kind == "aws_s3_bucket"}
    arn = found["aws_lambda_function", "refresh"]["values"]["arn"].split(":")
    names = [
        (found["aws_cloudfront_distribution", "site"]["values"]["arn"], "DISTRIBUTION"),
        (bucket["releases"]["bucket"], "RELEASES"),
        (bucket["profiles"]["bucket"], "PROFILES"),
        (found["aws_scheduler_schedule_group", "site"]["values"]["name"], "NAME"),
        (arn[3], "REGION"),
        (arn[4], "ACCOUNT"),
    ]

    def named(text):
        for value, name in names:
            text = text.replace(value, name)
        return text

    return named


def differences(what, expected, actual):
    extra = [f"{what}: may, but is not in the table: {right}" for right in sorted(actual - expected, key=str)]
    missing = [
        f"{what}: is in the table, but may not: {right}" for right in sorted(expected - actual, key=str)
    ]
    return extra + missing


def check(state):
    everything = list(resources(state["values"]["root_module"]))
    found = {(r["type"], r.get("index") or r["name"]): r for r in everything if r["mode"] == "managed"}
    of_type = lambda kind: {key: r["values"] for (t, key), r in found.items() if t == kind}  # noqa: E731
    named = naming(found)
    statements = lambda text: json.loads(text)["Statement"]  # noqa: E731
    wrong = []

    for other in ("aws_iam_role_policy_attachment", "aws_iam_policy", "aws_iam_user", "aws_iam_access_key"):
        wrong += [
            f"{other}.{key}: rights belong into roles.tf, where the table sees them" for key in of_type(other)
        ]

    roles, policies = of_type("aws_iam_role"), of_type("aws_iam_role_policy")
    wrong += differences("roles", set(MAY), set(roles))
    for role in MAY.keys() & roles.keys():
        mine = [policy for policy in policies.values() if policy["role"] == roles[role]["name"]]
        may = set().union(*(granted(statements(policy["policy"]), named) for policy in mine))
        wrong += differences(f"role {role}", MAY[role], may)
        wrong += differences(
            f"who takes role {role}",
            TRUSTED[role],
            granted(statements(roles[role]["assume_role_policy"]), named),
        )

    for bucket, policy in of_type("aws_s3_bucket_policy").items():
        rules = statements(policy["policy"])
        wrong += differences(f"bucket {bucket}", BY_BUCKET[bucket], granted(rules, named))
        denied = {c for r in rules if r["Effect"] == "Deny" and r["Action"] == "s3:*" for c in conditions(r)}
        wrong += differences(f"bucket {bucket}, denied", DENIED, denied)

    functions = {values["function_name"]: key for key, values in of_type("aws_lambda_function").items()}
    callers = set()
    for permission in of_type("aws_lambda_permission").values():
        if not permission["source_arn"]:
            wrong.append(
                f"{permission['statement_id']}: everybody's {permission['principal']} may call the function"
            )
        account = permission["source_account"]
        callers.add(
            (functions[permission["function_name"]], permission["principal"], account and named(account))
        )
    wrong += differences("callers", CALLERS, callers)
    return wrong, sum(map(len, MAY.values()))


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        wrong, rights = check(json.load(file))
    if wrong:
        sys.exit("\n".join(["roles are not what infra/tests/check_roles.py says:", *wrong]))
    print(f"3 roles with {rights} rights in all, exactly those of the table")
