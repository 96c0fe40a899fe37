"""Speed and memory of reading a file of profiles, beside Python's own readers on the same file.

    read_speed.py FILE COMMAND [ARGUMENT...]      COMMAND gets FILE as its last argument

Reads a `.csv` with csv (row by row) and, if installed, pandas; a `.jsonl` with json, line by line; a `.json`
with json, as a whole; a `.gz` with gzip and json, line by line; a `.parquet` with pandas (pyarrow), without
parsing its cells. Every reader is a separate process, run twice. The second run counts, so that the file is
in the cache for all of them. Peak RSS is that of the process, in MB. Linux also counts the moment between
fork and exec, so values below about 14 MB cannot be distinguished.
"""

import importlib.util
import os
import resource
import subprocess
import sys
import time

CSV_ROWS = """
import csv, sys
csv.field_size_limit(2**31 - 1)
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    print(sum(1 for _ in csv.DictReader(file)))
"""
CSV_PANDAS = """
import pandas, sys
print(len(pandas.read_csv(sys.argv[1], dtype=str)))
"""
JSON_LINES = """
import json, sys
n = 0
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        json.loads(line)
        n += 1
print(n)
"""
GZIP_LINES = JSON_LINES.replace("import json", "import gzip, json").replace(
    "with open(sys.argv[1]", 'with gzip.open(sys.argv[1], "rt"'
)
PARQUET = """
import pandas, sys
print(len(pandas.read_parquet(sys.argv[1])))
"""
JSON_WHOLE = """
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    print(len(json.load(file)))
"""


def python(program, *arguments):
    return [sys.executable, "-c", program, *arguments]


def measured_here(command):
    """Runs a command as this process's only child; prints seconds, peak RSS in kB, and its output."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(seconds, peak, done.returncode, done.stdout.strip().replace("\n", " "), sep="\n")


def measure(command):
    # RUSAGE_CHILDREN is the largest of all children so far: each one needs a parent of its own.
    for _ in range(2):
        lines = subprocess.run(
            [sys.executable, __file__, "--one", *command], stdout=subprocess.PIPE, text=True, check=True
        ).stdout.split("\n")
    seconds, peak, status, said = float(lines[0]), int(lines[1]) / 1024, int(lines[2]), lines[3]
    if status != 0:
        sys.exit("%s failed: %s" % (command[0], said[-300:]))
    return seconds, peak, said


def main():
    if sys.argv[1:2] == ["--one"]:
        return measured_here(sys.argv[2:])
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    path, command = sys.argv[1], sys.argv[2:]
    megabytes = os.path.getsize(path) / 1e6
    if path.endswith(".csv"):
        readers = {"python csv": python(CSV_ROWS, path)}
        if importlib.util.find_spec("pandas"):
            readers["pandas"] = python(CSV_PANDAS, path)
    elif path.endswith(".parquet"):
        readers = {"pandas": python(PARQUET, path)} if importlib.util.find_spec("pandas") else {}
    elif path.endswith(".gz"):
        readers = {"python gzip, json": python(GZIP_LINES, path)}
    elif path.endswith(".zst"):
        readers = {}
    elif path.endswith(".jsonl"):
        readers = {"python json, lines": python(JSON_LINES, path)}
    else:
        readers = {"python json, whole": python(JSON_WHOLE, path)}
    readers[os.path.basename(command[0])] = [*command, path]
    print("%-20s %8s %8s %10s   (%.0f MB)" % ("reader", "s", "MB/s", "peak MB", megabytes))
    for name, reader in readers.items():
        seconds, peak, said = measure(reader)
        print("%-20s %8.2f %8.0f %10.0f   %s" % (name, seconds, megabytes / seconds, peak, said))


if __name__ == "__main__":
    main()
