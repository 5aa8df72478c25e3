#!/usr/bin/env python3
"""What searching shards over the network costs, and whether the answers are those of the archive.

  served_figures.py --programs build/release/bin --db DB --into FOLDER [--shards 4] [--delay-ms 20]
      [--queries FILE] [--count 60] [--jsonl FILE]

DB is published into FOLDER and served on loopback. Asked are lines of FILE, id<TAB>query, or, where --jsonl
names articles, parts of their titles as people type them: whole, four words, without accents, quoted.
Prints, of COUNT queries with ten hits and three facets each, one process a query:

  equal      how many answers are those of the publication's folder: hits, scores, totals, facets
  exact      of how many the total was exact
  hits       how many have the same hits in the same order, with the same scores
  here       median and 90th percentile of the time from start to end, searching the folder
  served     the same over loopback, and behind the delay
  a query    turns of the busiest shard and bytes of all, from the proxies; and without connecting

The exit status is 1 where an answer differs whose total is exact.
"""
import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata

from loopback import Loopback

FACETS = "org,date,source"


def without_accents(text):
    plain = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return "".join(plain).replace("đ", "d").replace("Đ", "D")


def typed_queries(path, count):
    """Parts of titles; the same ones each time."""
    chosen = random.Random(24)
    titles = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            words = [w for w in (json.loads(line).get("title") or "").split() if w[0].isalnum() and ":" not in w]
            if len(words) > 4:
                titles.append([word.strip('",.()') for word in words])
    queries = []
    for n in range(count):
        words = chosen.choice(titles)
        queries.append([" ".join(words), " ".join(words[:2]), without_accents(" ".join(words[:4])),
                        " ".join(words[:4]), '"' + " ".join(words[:2]) + '"', words[0]][n % 6])
    return queries


def ask(programs, dbs, query, cache):
    command = [os.path.join(programs, "searcher")]
    for db in dbs:
        command += ["--db", db]
    command += ["--format", "json", "--limit", "10", "--facets", FACETS, "--no-history", "--", query]
    begin = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ, XDG_CACHE_HOME=cache))
    took = (time.perf_counter() - begin) * 1000
    if done.returncode > 1:
        return took, {"error": done.stderr, "total": {}}
    answer = json.loads(done.stdout)
    for key in ("took_ms", "generation"):
        answer.pop(key)
    return took, answer


def hits(answer):
    return [(hit["id"], hit["score"], hit["match"]) for hit in answer.get("hits", [])]


def times_shown(times):
    ninth = sorted(times)[int(len(times) * .9)]
    return f"{statistics.median(times):.0f} · {ninth:.0f} ms"


def per_query(seen, count):
    turns = max(one["turns"] for one in seen) / count
    size = sum(one["from_server"] + one["to_server"] for one in seen) / count
    return f"{turns:.1f} turns, {size / 1e6:.2f} MB"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    for name in ("programs", "db", "into"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--shards", type=int, default=4)
    parser.add_argument("--delay-ms", type=float, default=20)
    parser.add_argument("--queries")
    parser.add_argument("--jsonl")
    parser.add_argument("--count", type=int, default=60)
    options = parser.parse_args()
    if options.queries:
        with open(options.queries, encoding="utf-8") as lines:
            queries = [line.rstrip("\n").split("\t")[1] for line in lines][:options.count]
    else:
        queries = typed_queries(options.jsonl, options.count)
    subprocess.run([os.path.join(options.programs, "indexer"), "publish", "-q", "--db", options.db, "--into",
                    options.into, "--shards", str(options.shards)], check=True)
    different = []
    with tempfile.TemporaryDirectory() as cache:
        ways = {"here": [os.path.join(options.into, "live")]}
        near = Loopback(options.into, options.shards)
        far = Loopback(options.into, options.shards, delay_ms=options.delay_ms)
        try:
            ways["loopback"] = [f"tcp://127.0.0.1:{port}" for port in near.ports]
            ways["far"] = [f"tcp://127.0.0.1:{port}" for port in far.ports]
            for dbs in ways.values():
                ask(options.programs, dbs, "một", cache)  # what is kept is there
            times = {way: [] for way in ways}
            answers = {way: [] for way in ways}
            far.count_afresh()
            for way, dbs in ways.items():
                for query in queries:
                    took, answer = ask(options.programs, dbs, query, cache)
                    times[way].append(took)
                    answers[way].append(answer)
        finally:
            near.close()
            seen = far.close()
        exact = [n for n in range(len(queries)) if answers["loopback"][n]["total"].get("exact")]
        equal = [n for n in range(len(queries)) if answers["loopback"][n] == answers["here"][n] == answers["far"][n]]
        same_hits = [n for n in range(len(queries)) if hits(answers["loopback"][n]) == hits(answers["here"][n])]
        different = [queries[n] for n in exact if n not in equal]
    print(f"equal      {len(equal)} of {len(queries)}")
    print(f"exact      {len(exact)} of {len(queries)}")
    print(f"hits       {len(same_hits)} of {len(queries)}")
    print(f"here       {times_shown(times['here'])}")
    print(f"served     {times_shown(times['loopback'])} over loopback, "
          f"{times_shown(times['far'])} behind {options.delay_ms:.0f} ms")
    print(f"a query    {per_query(seen, len(queries))}")
    for query in different[:20]:
        print(f"differs    {query}")
    for n in range(len(queries)):
        if n not in same_hits and n not in exact:
            print(f"other hits {queries[n]}")
    errors = [answer["error"] for way in answers.values() for answer in way if "error" in answer]
    for error in errors[:3]:
        print(f"error      {error}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
