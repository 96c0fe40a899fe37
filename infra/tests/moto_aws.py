"""moto's server, with the features that infra/terraform needs and moto 5.2.5 lacks.

  moto_aws.py PORT     on 127.0.0.1 only

With these replacements, nothing in infra/terraform has to be disabled for the test:

* CreateResponseHeadersPolicy (also Get and Delete): moto answers 404 with its "Not yet implemented" page.
  Here, the configuration is stored and returned unchanged.
* PublishFunction: the same. Here, it returns moto's description of the function.
* Bucket policies: moto ignores conditions, so "deny requests without TLS" denies everything, with 403 for
  every object. Here, the policy is stored and returned whole, and statements with a condition are not
  applied.
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

    def policy(self, environ, start_response, known):
        method = environ["REQUEST_METHOD"]
        if method == "POST" and not known:
            known = next(self.ids)
            body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])).decode()
            self.policies[known] = re.sub(r"<\?xml.*?\?>", "", body)
            return answer(start_response, "201 Created", self.shown(known))
        if known not in self.policies:
            error = (
                f'<ErrorResponse xmlns="{NAMESPACE}">'
                "<Error><Code>NoSuchResponseHeadersPolicy</Code></Error></ErrorResponse>"
            )
            return answer(start_response, "404 Not Found", error)
        if method == "DELETE":
            del self.policies[known]
            return answer(start_response, "204 No Content", "")
        return answer(start_response, "200 OK", self.shown(known))

    def shown(self, known):
        return (
            f'<ResponseHeadersPolicy xmlns="{NAMESPACE}"><Id>{known}</Id>'
            "<LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime>"
            f"{self.policies[known]}</ResponseHeadersPolicy>"
        )


def permission_without_conditions(bucket, action, resource):
    """The permission according to the statements without conditions."""
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
