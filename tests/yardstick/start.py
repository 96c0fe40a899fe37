"""Size of the function, and its time from start to the first request for an event, beside a bare function.

    start.py BARE BOOTSTRAP MODEL_DIR [MOTO_SERVER]

All run in turn against a socket that stands in for the Lambda Runtime API; the first rounds warm the file
cache. With a moto_server, the function also starts as in AWS: it reads the pointer and the model of a release
from a bucket.
"""

import contextlib
import hashlib
import http.client
import json
import os
import pathlib
import socket
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS, WARM_UP = 43, 3
ROOTS = next(
    filter(os.path.isfile, ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt")), ""
)
RELEASE = "0123456789abcdef"


def milliseconds_to_next(binary, settings):
    with socket.socket() as api:
        api.bind(("127.0.0.1", 0))
        api.listen()
        environment = {
            "AWS_LAMBDA_RUNTIME_API": "127.0.0.1:%d" % api.getsockname()[1],
            "AWS_LAMBDA_FUNCTION_NAME": "classify",
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128",
            "AWS_REGION": "eu-west-1",
            **settings,
        }
        start = time.perf_counter()
        process = subprocess.Popen([binary], env=environment, stderr=subprocess.DEVNULL)
        try:
            connection, _ = api.accept()
            with connection:
                request = connection.recv(4096)
                seconds = time.perf_counter() - start
        finally:
            process.kill()
            process.wait()
    assert b"/2018-06-01/runtime/invocation/next" in request, request
    return seconds * 1000


def release_files(model):
    """The files of a release that the function reads."""
    live = {
        "release": RELEASE,
        "sequence": 1,
        "model_sha256": hashlib.sha256(model).hexdigest(),
        "inputs": "none",
        "published_at": "2026-01-01T00:00:00Z",
    }
    return {
        "releases/%s/model.bin" % RELEASE: model,
        "current.json": json.dumps({"live": live}).encode(),
    }


@contextlib.contextmanager
def moto(program):
    """Yields the port of a moto_server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = [program, "-H", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port
    finally:
        server.kill()
        server.wait()


def put(port, path, body=b"", sha256=None):
    headers = {"x-amz-meta-sha256": sha256} if sha256 else {}
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("PUT", path, body, headers)
    response = connection.getresponse()
    assert response.status == 200, (path, response.status, response.read())
    connection.close()


def milliseconds_to_read(port, paths):
    """How long the server itself takes for the function's requests."""
    start = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for path in paths:
        connection.request("GET", path)
        connection.getresponse().read()
    connection.close()
    return (time.perf_counter() - start) * 1000


def measure(bare, ours, model, port):
    starts = {
        "bare": (bare, {}),
        "model in a folder": (ours, {"MODEL_URI": model}),
    }
    server = []
    with tempfile.TemporaryDirectory() as folder:
        files = release_files((pathlib.Path(model) / "model.bin").read_bytes())
        for key, content in files.items():
            path = pathlib.Path(folder) / key
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        starts["release in a folder"] = (ours, {"RELEASES_URI": folder})
        if port:
            put(port, "/releases-bucket")
            for key, content in files.items():
                # As artifact-store writes it: reads verify this.
                put(port, "/releases-bucket/" + key, content, hashlib.sha256(content).hexdigest())
            bucket = {
                "RELEASES_URI": "s3://releases-bucket",
                "AWS_ENDPOINT_URL_S3": "http://127.0.0.1:%d" % port,
                "AWS_ACCESS_KEY_ID": "testing",
                "AWS_SECRET_ACCESS_KEY": "testing",
                "AWS_SESSION_TOKEN": "testing",
            }
            starts["release in a bucket (moto)"] = (ours, bucket)
            # As infra/ sets it: the root certificates in one file, instead of some hundred files.
            starts["the same, roots in one file"] = (ours, {"SSL_CERT_FILE": ROOTS, **bucket})
        times = {name: [] for name in starts}
        for _ in range(ROUNDS):
            for name, (binary, settings) in starts.items():
                times[name].append(milliseconds_to_next(binary, settings))
            if port:
                server.append(milliseconds_to_read(port, ["/releases-bucket/" + key for key in files]))
    return times, server


def main():
    bare, ours, model = sys.argv[1:4]
    with contextlib.ExitStack() as stack:
        port = stack.enter_context(moto(sys.argv[4])) if len(sys.argv) > 4 else None
        times, server = measure(bare, ours, model, port)
    medians = {name: statistics.median(taken[WARM_UP:]) for name, taken in times.items()}
    print("start to first /next, median ms of %d" % (ROUNDS - WARM_UP))
    for name, median in medians.items():
        print("  %-30s %7.2f   %.2f of bare" % (name, median, median / medians["bare"]))
    if server:
        print("  of which moto for both reads   %7.2f" % statistics.median(server[WARM_UP:]))
    sizes = [os.path.getsize(binary) / 1e6 for binary in (ours, bare)]
    print("size, MB                          %.2f / %.2f = %.2f" % (*sizes, sizes[0] / sizes[1]))


if __name__ == "__main__":
    main()
