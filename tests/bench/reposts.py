#!/usr/bin/env python3
"""Prints how many groups of reposts an index holds, by their size, and how many hits of the first page
are copies of a better one, with reposts in their places and folded.

  tests/bench/reposts.py --db INDEX [--bin DIR] [--queries N]

Queries are the titles of every k-th article, by date. Needs python3 alone."""
import argparse
import collections
import json
import subprocess


def search(args, *more):
    run = subprocess.run([f"{args.bin}/searcher", "--db", args.db, "--format", "jsonl", *more],
                         capture_output=True, text=True)
    if run.returncode > 1:
        raise SystemExit(run.stderr)
    return [json.loads(line) for line in run.stdout.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--db", required=True)
    parser.add_argument("--bin", default="build/release/bin")
    parser.add_argument("--queries", type=int, default=100)
    args = parser.parse_args()

    articles = search(args, "--facets", "date", "--sort", "newest", "--limit", "1000000", "--snippet-chars", "1")
    sizes = {a["reposts"]["group"]: a["reposts"]["size"] for a in articles if a["reposts"]}
    first = {a["reposts"]["group"] for a in articles if a["reposts"] and a["reposts"]["first"]}
    print(f"{len(articles)} articles, {sum(sizes.values())} of them in {len(sizes)} groups of reposts; "
          f"of {len(first)} it is known who was first")
    print("groups by size: " + ", ".join(f"{count} of {size}" for size, count in
                                         sorted(collections.Counter(sizes.values()).items())))

    titles = [a["title"] for a in articles if a["title"]]
    step = max(1, len(titles) // args.queries)
    for name, more in (("in their places", ["--all-copies"]), ("folded", [])):
        shown = copies = worst = 0
        for title in titles[::step][:args.queries]:
            page = search(args, *more, "--", title)
            groups = [hit["reposts"]["group"] for hit in page if hit["reposts"]]
            here = len(groups) - len(set(groups))
            shown, copies, worst = shown + len(page), copies + here, max(worst, here)
        print(f"reposts {name}: {copies} of {shown} hits of the first page copy another, at most {worst} of a page")


if __name__ == "__main__":
    main()
