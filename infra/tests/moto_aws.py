"""moto's server, with the calls that infra/terraform needs and moto 5.2.5 lacks.

    moto_aws.py PORT        (on 127.0.0.1 only)

With them, no part of infra/terraform has to be turned off for tests:

* CreateResponseHeadersPolicy, also Get and Delete: moto answers 404, "Not yet implemented". Here, a policy is
  stored and returned unchanged.
* PublishFunction: moto answers the same. Here, it answers with the function's description.
* Bucket policies: moto ignores conditions, so "deny requests without TLS" denies every request with 403.
  Here, policies are stored and returned unchanged, but statements with a condition are not applied.
"""

import itertools
import json
import re
import sys

from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.s3.models import FakeBucket
from werkzeug.serving import run_simple

NAMESPACE = "http://cloudfront.amazonaws.com/doc/2020-05-31/"
POLICY = re.compile(r"^/2020-05-31/response-headers-policy(?:/([^/]+))?$")
PUBLISH = re.compile(r"^(/2020-05-31/function/[^/]+)/publish$")


class WithCloudFrontGaps:
    """A WSGI application in front of moto's."""

    def __init__(self, moto):
        self.moto = moto
        self.policies = {}
        self.ids = (f"policy-{n}" for n in itertools.count(1))

    def __call__(self, environ, start_response):
        policy = POLICY.match(environ["PATH_INFO"])
        if policy:
            return self.policy(environ, start_response, policy[1])
        publish = PUBLISH.match(environ["PATH_INFO"])
        if publish and environ["REQUEST_METHOD"] == "POST":
            path = f"{publish[1]}/describe"
            environ |= {"REQUEST_METHOD": "GET", "PATH_INFO": path, "REQUEST_URI": path, "RAW_URI": path}
        return self.moto(environ, start_response)

    def policy(self, environ, start_response, policy_id):
        method = environ["REQUEST_METHOD"]
        if method == "POST" and not policy_id:
            policy_id = next(self.ids)
            body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])).decode()
            self.policies[policy_id] = re.sub(r"<\?xml.*?\?>", "", body)
            return answer(start_response, "201 Created", self.as_xml(policy_id))
        if policy_id not in self.policies:
            error = "<Error><Code>NoSuchResponseHeadersPolicy</Code></Error>"
            response = f'<ErrorResponse xmlns="{NAMESPACE}">{error}</ErrorResponse>'
            return answer(start_response, "404 Not Found", response)
        if method == "DELETE":
            del self.policies[policy_id]
            return answer(start_response, "204 No Content", "")
        return answer(start_response, "200 OK", self.as_xml(policy_id))

    def as_xml(self, policy_id):
        return (
            f'<ResponseHeadersPolicy xmlns="{NAMESPACE}"><Id>{policy_id}</Id>'
            "<LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime>"
            f"{self.policies[policy_id]}</ResponseHeadersPolicy>"
        )


def permission_without_conditions(bucket, action, resource):
    """The permission by those statements of the policy that have no condition."""
    policy = json.loads(bucket.policy) if bucket.policy else {"Statement": []}
    policy["Statement"] = [statement for statement in policy["Statement"] if "Condition" not in statement]
    if not policy["Statement"]:
        return PermissionResult.NEUTRAL
    return IAMPolicy(json.dumps(policy)).is_action_permitted(action, resource)


def answer(start_response, status, text):
    start_response(status, [("Content-Type", "text/xml"), ("ETag", "E1"), ("Content-Length", str(len(text)))])
    return [text.encode()]


if __name__ == "__main__":
    FakeBucket.get_permission = permission_without_conditions
    server = WithCloudFrontGaps(DomainDispatcherApplication(create_backend_app))
    run_simple("127.0.0.1", int(sys.argv[1]), server, threaded=True)
