"""Compares the rights of all roles, as applied, with the tables below.

    check_roles.py STATE.json        (from `terraform show -json`)

A right that is missing from the tables fails, and so does a right in the tables that no role has. There are
no wildcards in actions, no managed policies, and no other ways to grant rights.
"""

import json
import sys

RELEASES, PROFILES = "arn:aws:s3:::RELEASES", "arn:aws:s3:::PROFILES"
LOGS = "arn:aws:logs:REGION:ACCOUNT:log-group:/aws/lambda/NAME-"
QUEUE = "arn:aws:sqs:REGION:ACCOUNT:NAME-"

RIGHTS = {
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

# Principals that may assume each role.
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

# Rights that the policies of buckets grant, with their principals.
GRANTED_BY_BUCKET = {
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

# Conditions under which they deny everything.
DENIED = {"Bool aws:SecureTransport false", "NumericLessThan s3:TlsVersion 1.2"}

# Principals that may invoke each function.
CALLERS = {
    ("classify", "apigateway.amazonaws.com", None),
    ("refresh", "s3.amazonaws.com", "ACCOUNT"),
}


def as_list(value):
    return value if isinstance(value, list) else [value]


def resources(module):
    yield from module.get("resources", [])
    for child in module.get("child_modules", []):
        yield from resources(child)


def conditions(statement):
    for test, keys in sorted(statement.get("Condition", {}).items()):
        for key, values in sorted(keys.items()):
            yield f"{test} {key} {','.join(as_list(values))}"


def granted(statements, named):
    """Every (action, resource, principal if there is one, conditions…) that the statements allow."""
    rights = set()
    for statement in statements:
        exceptions = {"NotAction", "NotResource", "NotPrincipal"} & statement.keys()
        assert not exceptions, f"an exception grants the rest: {statement}"
        if statement["Effect"] != "Allow":
            continue
        principals = statement.get("Principal") or {"": None}
        principals = [name for names in principals.values() for name in as_list(names)]
        for action in as_list(statement["Action"]):
            for resource in as_list(statement.get("Resource")):
                for principal in principals:
                    right = (action, resource, principal, *conditions(statement))
                    rights.add(tuple(named(part) for part in right if part is not None))
    return rights


def naming(found):
    """A function that replaces values of this account by their names in the tables."""
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


def differences(subject, expected, actual):
    extra = [f"{subject}: granted, but not in the table: {right}" for right in actual - expected]
    missing = [f"{subject}: in the table, but not granted: {right}" for right in expected - actual]
    return sorted(extra) + sorted(missing)


def check(state):
    everything = list(resources(state["values"]["root_module"]))
    found = {(r["type"], r.get("index") or r["name"]): r for r in everything if r["mode"] == "managed"}
    named = naming(found)
    wrong = []

    def of_type(kind):
        return {key: r["values"] for (t, key), r in found.items() if t == kind}

    def statements(policy):
        return json.loads(policy)["Statement"]

    for other in ("aws_iam_role_policy_attachment", "aws_iam_policy", "aws_iam_user", "aws_iam_access_key"):
        wrong += [
            f"{other}.{key}: grant rights in roles.tf, which this file checks" for key in of_type(other)
        ]

    roles, policies = of_type("aws_iam_role"), of_type("aws_iam_role_policy")
    wrong += differences("roles", set(RIGHTS), set(roles))
    for role in RIGHTS.keys() & roles.keys():
        own = [policy for policy in policies.values() if policy["role"] == roles[role]["name"]]
        rights = set().union(*(granted(statements(policy["policy"]), named) for policy in own))
        wrong += differences(f"role {role}", RIGHTS[role], rights)
        trusted = granted(statements(roles[role]["assume_role_policy"]), named)
        wrong += differences(f"principals of role {role}", TRUSTED[role], trusted)

    for bucket, policy in of_type("aws_s3_bucket_policy").items():
        rules = statements(policy["policy"])
        wrong += differences(f"bucket {bucket}", GRANTED_BY_BUCKET[bucket], granted(rules, named))
        denied = {c for r in rules if r["Effect"] == "Deny" and r["Action"] == "s3:*" for c in conditions(r)}
        wrong += differences(f"bucket {bucket}, denied", DENIED, denied)

    functions = {values["function_name"]: key for key, values in of_type("aws_lambda_function").items()}
    callers = set()
    for permission in of_type("aws_lambda_permission").values():
        if not permission["source_arn"]:
            grantee = f"{permission['principal']} of any account"
            wrong.append(f"{permission['statement_id']}: {grantee} may invoke the function")
        account = permission["source_account"]
        function = functions[permission["function_name"]]
        callers.add((function, permission["principal"], account and named(account)))
    wrong += differences("callers", CALLERS, callers)
    return wrong, sum(map(len, RIGHTS.values()))


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        wrong, rights = check(json.load(file))
    if wrong:
        sys.exit("\n".join(["rights differ from infra/tests/check_roles.py:", *wrong]))
    print(f"3 roles with {rights} rights in total, exactly those of the tables")
