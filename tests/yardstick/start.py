"""Size of the function, and its time from start to the first request for work, beside a bare one.

    start.py BARE BOOTSTRAP MODEL_DIR

Both run in turn behind a socket that plays the Lambda Runtime API; the first rounds warm the file cache.
"""

import os
import socket
import statistics
import subprocess
import sys
import time

ROUNDS, WARM_UP = 43, 3


def milliseconds_to_next(binary, model):
    with socket.socket() as api:
        api.bind(("127.0.0.1", 0))
        api.listen()
        environment = {
            "AWS_LAMBDA_RUNTIME_API": "127.0.0.1:%d" % api.getsockname()[1],
            "AWS_LAMBDA_FUNCTION_NAME": "classify",
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128",
            "MODEL_URI": model,
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


def main():
    bare, ours, model = sys.argv[1:]
    times = {bare: [], ours: []}
    for _ in range(ROUNDS):
        for binary, taken in times.items():
            taken.append(milliseconds_to_next(binary, model))
    medians = [statistics.median(taken[WARM_UP:]) for taken in (times[ours], times[bare])]
    sizes = [os.path.getsize(binary) / 1e6 for binary in (ours, bare)]
    print("start to first /next, median ms   %.2f / %.2f = %.2f" % (*medians, medians[0] / medians[1]))
    print("size, MB                          %.2f / %.2f = %.2f" % (*sizes, sizes[0] / sizes[1]))


if __name__ == "__main__":
    main()
