#!/usr/bin/env python3
"""The ratios of start.sh that need no other search program.

usage: start.py --bin DIR --empty PROGRAM --corpus FILE --work DIR [--rounds N]

Both programs of a pair run in turn, so that whatever else the machine does falls on both alike.
"""
import argparse
import os
import subprocess
import sys
import time

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers"))

from figures import median, print_table  # noqa: E402
from inputs import Inputs  # noqa: E402

NOTHING = "khongcotrongkholuutru"  # in no article


def milliseconds(command, good):
    began = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    took = 1000 * (time.perf_counter() - began)
    if done.returncode not in good:
        sys.exit(f"start.py: status {done.returncode} of {' '.join(command)}")
    return took


def pair(label, ours, other, goal, rounds):
    """A row: medians of both, and their ratio."""
    for command in (ours, other):
        milliseconds(command, (0, 1))
    times = [(milliseconds(ours, (0, 1)), milliseconds(other, (0, 1))) for _ in range(rounds)]
    mine, theirs = median([a for a, _ in times]), median([b for _, b in times])
    return [label, f"{mine:.2f}", f"{theirs:.2f}", f"{mine / theirs:.2f}", f"{goal:.1f}",
            "met" if mine <= goal * theirs else "missed"]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in ("bin", "empty", "corpus", "work"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--rounds", type=int, default=41)
    options = parser.parse_args()
    searcher, indexer = (os.path.join(options.bin, name) for name in ("searcher", "indexer"))
    pages = Inputs(os.path.join(options.work, "inputs"), options.corpus, 0).pages
    db = os.path.join(options.work, "db")
    update = [indexer, "update", "--quiet", "--db", db, pages]
    milliseconds(update, (0, 1))
    time.sleep(2.5)  # later, the times of all files can be relied on
    milliseconds(update, (0, 1))
    version = [searcher, "--version"]
    count = [searcher, "--db", db, "--count", "--", NOTHING]
    find = ["find", pages, "-type", "f", "-printf", "%s %T@\n"]
    print_table(["", "ms", "other ms", "ratio", "goal", ""], [
        pair("searcher --version / an empty main", version, [options.empty], 1.3, options.rounds),
        pair("a count of nothing / searcher --version", count, version, 2.0, options.rounds),
        pair("update with nothing changed / find", update, find, 2.0, max(7, options.rounds // 6))])


if __name__ == "__main__":
    main()
