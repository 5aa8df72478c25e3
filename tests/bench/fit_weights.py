#!/usr/bin/env python3
"""Fit the weights of the reranking features (searcher/rank/features.h) on half of a set of queries.

usage: fit_weights.py --searcher BIN --db DB [--depth N] QRELS QUERIES.tsv...

Runs the queries with --explain to --depth hits, then climbs by coordinate steps from the weights in the table towards
the highest mean MRR@10 over the query files on the queries with even numbers, and prints MRR@10 of both halves with the
weights of the table and with the fitted ones, and the share of queries whose article is among the hits read. Standard
library and numpy. ablation.py leaves features out.
"""
import argparse, collections, json, pathlib, random, re, subprocess
import numpy as np

TABLE = pathlib.Path(__file__).resolve().parents[2] / "searcher" / "rank" / "features.h"


def load(args, queries, names):
    process = subprocess.Popen([args.searcher, "--db", args.db, "--batch", queries, "--format", "jsonl", "--explain",
                                "--limit", str(args.depth), "--snippet-chars", "20"], stdout=subprocess.PIPE, text=True)
    rows = collections.defaultdict(list)
    for line in process.stdout:
        hit = json.loads(line)
        names[:] = list(hit["features"])
        rows[hit["query_id"]].append((hit["id"], list(hit["features"].values())))
    return rows


def mrr(data, weights):
    total = 0.0
    for matrix, wanted in data:
        if wanted is None:
            continue
        scores = matrix @ weights
        rank = 1 + int((scores > scores[wanted] + 1e-9).sum())
        total += 1 / rank if rank <= 10 else 0
    return total / len(data)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--searcher", required=True), parser.add_argument("--db", required=True)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--depth", type=int, default=500)
    parser.add_argument("qrels"), parser.add_argument("queries", nargs="+")
    args = parser.parse_args()
    qrels = {line.split()[0]: line.split()[2] for line in open(args.qrels, encoding="utf-8") if line.strip()}
    names, halves = [], {0: [], 1: []}
    for queries in args.queries:
        rows = load(args, queries, names)
        sets = {0: [], 1: []}
        held = 0
        for number, (qid, article) in enumerate(qrels.items()):
            hits = rows.get(qid, [])
            wanted = next((i for i, (i_d, _) in enumerate(hits) if i_d == article), None)
            held += wanted is not None
            matrix = np.array([f for _, f in hits]) if hits else np.zeros((1, len(names) or 1))
            sets[number % 2].append((matrix, wanted))
        print(f"{queries}: article among the candidates {held / len(qrels):.4f}")
        for half in sets:
            halves[half].append(sets[half])
    score = lambda half, w: sum(mrr(data, w) for data in halves[half]) / len(halves[half])
    table = dict(re.findall(r'Feature\{\s*\w+,\s*"(\w+)",\s*([\d.]+)', TABLE.read_text(encoding="utf-8")))
    present = np.array([float(table[name]) for name in names])
    print(f"weights of the table: fitted half {score(0, present):.4f}  other half {score(1, present):.4f}")
    weights, best = present, score(0, present)
    random.seed(1)
    for _ in range(args.rounds):
        order = list(range(len(names)))
        random.shuffle(order)
        for i in order:
            for factor in (0, 0.5, 0.7, 0.85, 1.2, 1.5, 2, 4):
                trial = weights.copy()
                trial[i] = trial[i] * factor if trial[i] > 0 else 0.1 * factor
                value = score(0, trial)
                if value > best + 1e-6:
                    best, weights = value, trial
    for name, weight in zip(names, weights):
        print(f"{name:12} {weight:.3f}")
    print(f"fitted half {best:.4f}  other half {score(1, weights):.4f}")
    for q, data in zip(args.queries, zip(halves[0], halves[1])):
        print(f"{q}: fitted half {mrr(data[0], weights):.4f}  other half {mrr(data[1], weights):.4f}")


if __name__ == "__main__":
    main()
