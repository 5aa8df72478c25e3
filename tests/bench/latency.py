#!/usr/bin/env python3
"""Time whole processes that answer the same queries, one program after the other on each query.

usage: latency.py --queries FILE [--count N] [--rounds N] [--took] --run LABEL COMMAND [--run …]

FILE: id<TAB>query a line, the first N of it (default all). COMMAND is one shell-quoted string; the
query is added as its last argument. Which program goes first alternates from query to query. An
untimed first pass over ten queries fills the page cache.
Prints median, p99 and mean in milliseconds of each program; against the first program, the
difference and the ratio of the medians, and the median of the ratios pair by pair (same query, same
round); and the median CPU milliseconds (user and system) of the process with their ratio, which
other work on the machine disturbs less than wall time.
--took: the time is `took_ms` of the JSON that the program prints, not the whole process's.
An exit status above 1 stops the run.
"""
import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
import time

from figures import median, percentile, print_table

WARM_UP_QUERIES = 10
HEAD = ["", "runs", "median ms", "p99 ms", "mean ms", "more ms", "medians ×", "pairs ×",
        "CPU ms", "CPU ×"]


def run_once(command, query, took):
    """Milliseconds and CPU milliseconds of one process."""
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command + [query], stdout=subprocess.PIPE, stderr=errors)
        output = process.stdout.read()
        _, wait_status, usage = os.wait4(process.pid, 0)
        wall_ms = (time.perf_counter() - start) * 1000
        process.stdout.close()
        process.returncode = os.waitstatus_to_exitcode(wait_status)
        if process.returncode not in (0, 1):
            errors.seek(0)
            sys.exit(f"latency.py: status {process.returncode}: {shlex.join(command + [query])}\n"
                     + errors.read().decode(errors="replace"))
    cpu_ms = (usage.ru_utime + usage.ru_stime) * 1000
    return (json.loads(output)["took_ms"] if took else wall_ms), cpu_ms


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--queries", required=True)
    parser.add_argument("--count", type=int)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--took", action="store_true")
    parser.add_argument("--run", nargs=2, action="append", required=True)
    args = parser.parse_args()
    with open(args.queries, encoding="utf-8") as file:
        queries = [line.rstrip("\n").split("\t", 1)[1] for line in file if "\t" in line]
    queries = queries[:args.count]
    programs = [(label, shlex.split(command)) for label, command in args.run]
    if not queries:
        sys.exit(f"latency.py: no queries in '{args.queries}'")

    for query in queries[:WARM_UP_QUERIES]:
        for _, command in programs:
            run_once(command, query, args.took)
    runs = {label: [] for label, _ in programs}
    for turn in range(args.rounds * len(queries)):
        first = turn % len(programs)
        for label, command in programs[first:] + programs[:first]:
            runs[label].append(run_once(command, queries[turn % len(queries)], args.took))

    rows = []
    for label, pairs in runs.items():
        times, cpu_ms = [ms for ms, _ in pairs], median([cpu for _, cpu in pairs])
        if not rows:
            base, base_cpu_ms = times, cpu_ms
        ratios = [ms / max(other, 1e-6) for ms, other in zip(times, base)]
        rows.append([label, len(times), f"{median(times):.2f}", f"{percentile(times, .99):.2f}",
                     f"{sum(times) / len(times):.2f}", f"{median(times) - median(base):+.2f}",
                     f"{median(times) / median(base):.2f}", f"{median(ratios):.2f}",
                     f"{cpu_ms:.2f}", f"{cpu_ms / base_cpu_ms:.2f}"])
    print_table(HEAD, rows)


if __name__ == "__main__":
    main()
