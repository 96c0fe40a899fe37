"""Compares the applied infrastructure with the promises of infra/README.md.

  check_promises.py STATE.json     the output of `terraform show -json`
"""

import json
import pathlib
import re
import sys

README = pathlib.Path(__file__).parent.parent / "README.md"

# The only fields of an access log: that a request was made, and how it went.
LOGGED = {"requestId", "time", "routeKey", "status", "responseLatency", "integrationStatus"}
CONTEXT = {"requestId", "requestTimeEpoch", "routeKey", "status", "responseLatency", "integrationStatus"}

HEADERS = {
    "pages": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "answers": None,
}


def resources(module):
    yield from module.get("resources", [])
    for child in module.get("child_modules", []):
        yield from resources(child)


def one(values):
    (value,) = values
    return value


def private_and_encrypted(of):
    for kind in (
        "public_access_block",
        "versioning",
        "server_side_encryption_configuration",
        "ownership_controls",
    ):
        assert set(of[f"aws_s3_bucket_{kind}"]) == {"releases", "profiles"}, kind
    for block in of["aws_s3_bucket_public_access_block"].values():
        assert all(
            value for key, value in block.items() if key.startswith(("block_", "ignore_", "restrict_"))
        ), block
    for versioning in of["aws_s3_bucket_versioning"].values():
        assert one(versioning["versioning_configuration"])["status"] == "Enabled"
    for rules in of["aws_s3_bucket_lifecycle_configuration"].values():
        rule = one(rules["rule"])
        assert rule["noncurrent_version_expiration"] and rule["abort_incomplete_multipart_upload"]
    for queue in of["aws_sqs_queue"].values():
        assert queue["sqs_managed_sse_enabled"], queue["name"]
    assert one(of["aws_sns_topic"].values())["kms_master_key_id"]


def logs_know_nobody(of):
    settings = one(one(of["aws_apigatewayv2_stage"].values())["access_log_settings"])
    fields = json.loads(settings["format"])
    assert set(fields) == LOGGED, fields
    assert set(re.findall(r"\$context\.([\w.]+)", settings["format"])) == CONTEXT, settings["format"]
    assert not one(of["aws_cloudfront_distribution"].values())["logging_config"]
    for group in of["aws_cloudwatch_log_group"].values():
        assert 0 < group["retention_in_days"] <= 90, group["name"]


def one_origin_for_visitors(of):
    site = one(of["aws_cloudfront_distribution"].values())
    to = {behaviour["path_pattern"]: behaviour for behaviour in site["ordered_cache_behavior"]}
    assert {path: behaviour["target_origin_id"] for path, behaviour in to.items()} == {
        "/classify": "api",
        "/health": "api",
    }
    for behaviour in to.values():
        assert "POST" in behaviour["allowed_methods"] and behaviour["viewer_protocol_policy"] == "https-only"
    assert set(one(site["default_cache_behavior"])["allowed_methods"]) == {"GET", "HEAD"}
    assert {origin["origin_id"]: origin["origin_path"] for origin in site["origin"]} == {
        "site": "/site",
        "api": "",
    }
    assert site["is_ipv6_enabled"] and site["http_version"] == "http2and3"
    errors = {
        e["error_code"]: (e["response_code"], e["response_page_path"]) for e in site["custom_error_response"]
    }
    # Without 503, which is the function's own answer.
    busy = (503, "/503.html")
    assert errors == {404: (404, "/404.html"), 500: busy, 502: busy, 504: busy}
    assert all(e["error_caching_min_ttl"] <= 10 for e in site["custom_error_response"])


def headers_are_sent(of):
    policies = of["aws_cloudfront_response_headers_policy"]
    for name, expected in HEADERS.items():
        headers = one(policies[name]["security_headers_config"])
        sent = [policy["content_security_policy"] for policy in headers["content_security_policy"]]
        assert sent == ([expected] if expected else []), f"{name}: {sent}"
        assert one(headers["strict_transport_security"])["access_control_max_age_sec"] == 2 * 365 * 86400
        assert one(headers["referrer_policy"])["referrer_policy"] == "no-referrer"
        assert one(headers["frame_options"])["frame_option"] == "DENY"
        assert headers["content_type_options"]
        custom = one(one(policies[name]["custom_headers_config"])["items"])
        assert "camera=()" in custom["value"] and "geolocation=()" in custom["value"]


def refreshes_run_one_at_a_time(of):
    refresh = of["aws_lambda_function"]["refresh"]
    assert (refresh["timeout"], refresh["reserved_concurrent_executions"]) == (900, 1)
    failed = of["aws_sqs_queue"]["refresh_failed"]["arn"]
    invoke = one(of["aws_lambda_function_event_invoke_config"].values())
    assert one(one(invoke["destination_config"])["on_failure"])["destination"] == failed
    asked = {
        key: json.loads(one(schedule["target"])["input"])
        for key, schedule in of["aws_scheduler_schedule"].items()
    }
    assert asked == {"refresh": {"action": "refresh"}, "report": {"action": "report"}}
    age = of["aws_cloudwatch_metric_alarm"]["model_age"]
    assert of["aws_scheduler_schedule"]["refresh"]["schedule_expression"] == "rate(7 days)"
    assert (age["threshold"], age["treat_missing_data"]) == (14 * 86400, "breaching")


def every_alarm_is_explained(of):
    """The README has a row for each alarm, and no row for an alarm that does not exist."""
    name = of["aws_scheduler_schedule_group"]["site"]["name"]
    alarms = {
        alarm["alarm_name"].removeprefix(f"{name}-") for alarm in of["aws_cloudwatch_metric_alarm"].values()
    }
    rows = set(re.findall(r"^\| `([a-z0-9-]+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE))
    assert rows == alarms, f"only in the README: {rows - alarms}; not in the README: {alarms - rows}"
    for alarm in of["aws_cloudwatch_metric_alarm"].values():
        assert alarm["alarm_actions"] and alarm["ok_actions"], alarm["alarm_name"]


CHECKS = [
    private_and_encrypted,
    logs_know_nobody,
    one_origin_for_visitors,
    headers_are_sent,
    refreshes_run_one_at_a_time,
    every_alarm_is_explained,
]

if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        applied = json.load(file)
    of = {}
    for resource in resources(applied["values"]["root_module"]):
        if resource["mode"] == "managed":
            key = resource.get("index") if isinstance(resource.get("index"), str) else resource["name"]
            of.setdefault(resource["type"], {})[key] = resource["values"]
    for check in CHECKS:
        check(of)
        print(f"holds: {check.__name__.replace('_', ' ')}")
