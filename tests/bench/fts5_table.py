#!/usr/bin/env python3
"""Print the table of fts5_queries.sh. usage: fts5_table.py FOLDER QUERIES

FOLDER holds fts5.ms (id, ms, CPU ms, hits), batch.measured (of measure.py), batch.jsonl (a hit a
line, with query_id and perhaps took_ms) and, where batch.jsonl has no took_ms, single.jsonl (the
JSON answers of single processes).
"""
import json
import os
import sys

from figures import median, percentile, print_table


def answers(path):
    """The JSON documents of a file, however they are broken into lines."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    decoder, at = json.JSONDecoder(), 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        document, at = decoder.raw_decode(text, at)
        yield document


def our_times(folder):
    """Milliseconds of each query, and where they come from."""
    times = {}
    for hit in answers(os.path.join(folder, "batch.jsonl")):
        if "took_ms" in hit:
            times[hit["query_id"]] = hit["took_ms"]
    if times:
        return list(times.values()), "took_ms of the batch"
    singles = [answer["took_ms"] for answer in answers(os.path.join(folder, "single.jsonl"))]
    return singles, "took_ms of single processes, an upper bound"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, queries = sys.argv[1], int(sys.argv[2])
    with open(os.path.join(folder, "fts5.ms"), encoding="utf-8") as file:
        fields = [line.split("\t") for line in file]
    fts5, fts5_cpu = [float(f[1]) for f in fields], [float(f[2]) for f in fields]
    ours, source = our_times(folder)
    batch = next(answers(os.path.join(folder, "batch.measured")))

    own = [median(ours), percentile(ours, .99), batch["wall_s"] * 1000 / queries,
           batch["cpu_s"] * 1000 / queries]
    theirs = [median(fts5), percentile(fts5, .99), sum(fts5) / len(fts5), sum(fts5_cpu) / len(fts5)]
    rows = [["Kho Báo"] + [f"{ms:.2f}" for ms in own],
            ["SQLite FTS5"] + [f"{ms:.2f}" for ms in theirs],
            ["FTS5 ÷ ours"] + [f"{b / a:.1f}" for a, b in zip(own, theirs)]]
    print_table([f"{queries} queries", "median ms", "p99 ms", "mean ms", "mean CPU ms"], rows)
    print(f"ours: median and p99 are {source}; the means are the whole batch's")


if __name__ == "__main__":
    main()
