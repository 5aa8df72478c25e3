#!/usr/bin/env python3
"""Compare the answers of two programs: hits, scores, totals and facets of the same queries.

usage: same_answers.py --before BIN --after BIN --db INDEX [--after-db INDEX] [--queries DIR]
                       [--count N] [--jobs N]

BIN: folders of searcher. DIR: *.tsv with id<TAB>query a line (default ../shared/qrels/knownitem beside the project),
of which N (default 1000) are asked, as many of each file. Each answer is `--format json` with ten hits and the facets
of organisations, dates and sources. Prints how many answers are equal, and the first that differ with where they do;
the exit status is 1 where any does. Scores are compared as printed.
"""
import argparse
import concurrent.futures
import glob
import itertools
import json
import os
import subprocess
import sys

FACETS = "org,date,source"
SHOWN = 20  # of the answers that differ


def queries(folder, count):
    files = []
    for path in sorted(glob.glob(os.path.join(folder, "*.tsv"))):
        with open(path, encoding="utf-8") as lines:
            files.append([(os.path.basename(path), *line.rstrip("\n").split("\t")[:2]) for line in lines])
    rows = [row for rows in itertools.zip_longest(*files) for row in rows if row]
    return rows[:count]


def answer(program, db, query):
    command = [os.path.join(program, "searcher"), "--db", db, "--format", "json", "--limit", "10", "--facets", FACETS,
               "--", query]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode > 1:
        return {"status": done.returncode, "error": done.stderr.decode("utf-8", "replace")}
    found = json.loads(done.stdout)
    return {"status": done.returncode, "total": found["total"],
            "hits": [(hit["id"], hit["score"], hit["match"]) for hit in found["hits"]],
            "interpreted": found["interpreted"], "facets": found["facets"]}


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in ("before", "after", "db"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--after-db")
    parser.add_argument("--queries", default=os.path.join(here, "../../../shared/qrels/knownitem"))
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    asked = queries(options.queries, options.count)
    if not asked:
        sys.exit(f"same_answers.py: no queries in '{options.queries}'")

    def both(row):
        before = answer(options.before, options.db, row[2])
        return row, before, answer(options.after, options.after_db or options.db, row[2])

    differ = {}
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for row, before, after in pool.map(both, asked):
            where = [key for key in before if before[key] != after.get(key)]
            if where:
                differ[row] = [(key, before[key], after.get(key)) for key in where]
    print(f"{len(asked)} queries, {len(asked) - len(differ)} with equal hits, scores, totals and facets")
    for (name, identity, text), where in list(differ.items())[:SHOWN]:
        print(f"{name} {identity} {text}")
        for key, before, after in where:
            print(f"  {key}: {str(before)[:300]}\n  {' ' * len(key)}  {str(after)[:300]}")
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
