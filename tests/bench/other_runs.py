#!/usr/bin/env python3
"""TREC runs of SQLite FTS5 and of Omega's index, to be scored beside ours.

usage: other_runs.py fts5 DB QUERIES      DB: as fts5.py index wrote it
       other_runs.py omega DB QUERIES     DB: as scriptindex wrote it with omega.script; asked by quest

QUERIES: id<TAB>query a line. Each query is the OR of its words, accents kept; the 100 best by BM25. Needs xapian-tools
for Omega.
"""
import re
import sqlite3
import subprocess
import sys

DEPTH = 100


def fts5(database, text):
    words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
    rows = database.execute("select id, -bm25(articles) from articles where articles match ? "
                            "order by bm25(articles) limit ?", (words, DEPTH))
    return rows.fetchall()


def omega(database, text):
    words = " ".join(re.findall(r"\w+", text))
    out = subprocess.run(["quest", f"--db={database}", "--stemmer=none", "--default-op=or", f"--msize={DEPTH}", words],
                         capture_output=True, text=True, check=True).stdout
    # "docid: [weight]", then the fields that the index keeps.
    weights = re.findall(r"^\d+: \[([\d.]+)\]", out, re.MULTILINE)
    ids = re.findall(r"^id=(.*)$", out, re.MULTILINE)
    if len(weights) != len(ids):
        sys.exit(f"quest printed {len(weights)} hits with {len(ids)} ids")
    return list(zip(ids, map(float, weights)))


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in ("fts5", "omega"):
        sys.exit(__doc__)
    engine, path = sys.argv[1], sys.argv[2]
    opened = sqlite3.connect(f"file:{path}?mode=ro", uri=True) if engine == "fts5" else path
    for line in open(sys.argv[3], encoding="utf-8"):
        identity, query = line.rstrip("\n").split("\t")[:2]
        for rank, (article, score) in enumerate({"fts5": fts5, "omega": omega}[engine](opened, query), 1):
            print(identity, "Q0", article.replace(" ", "%20"), rank, f"{score:.4f}", engine)
