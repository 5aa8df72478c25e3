#!/usr/bin/env python3
"""Leave each reranking feature (searcher/rank/features.h) out in turn, on realistic needs and on known items.

usage: ablation.py --searcher BIN --topics DB QRELS TOPICS.tsv --known DB QRELS QUERIES.tsv [--depth N]

DB of the topics: with titles; of the known items: without (relevance.sh). QRELS of the topics are graded. Prints
nDCG@10 of the topics and MRR@10 of the known items, of all and of those with odd and even numbers apart (by their place
in QRELS), without each feature; --known may stand several times. The words that the first hits teach stay those of the
whole score. Standard library and numpy.
"""
import argparse
import collections
import json
import math
import pathlib
import re
import subprocess

import numpy as np

TABLE = pathlib.Path(__file__).resolve().parents[2] / "searcher" / "rank" / "features.h"


def weights_of_table():
    rows = re.findall(r'Feature\{\s*\w+,\s*"(\w+)",\s*([\d.]+)', TABLE.read_text(encoding="utf-8"))
    return [name for name, _ in rows], np.array([float(weight) for _, weight in rows])


def ranked(searcher, database, queries, depth, names):
    """{query: (ids, features)}, a row a hit."""
    command = [searcher, "--db", database, "--batch", queries, "--format", "jsonl", "--explain", "--limit", str(depth),
               "--snippet-chars", "20"]
    hits = collections.defaultdict(list)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        for line in process.stdout:
            hit = json.loads(line)
            hits[hit["query_id"]].append((hit["id"], [hit["features"][name] for name in names]))
    return {query: ([i for i, _ in rows], np.array([f for _, f in rows])) for query, rows in hits.items()}


def judgments(path):
    grades = collections.defaultdict(dict)
    with open(path, encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            query, _, article, grade = line.split()
            grades[query][article] = int(grade)
    return grades


def order(features, weights):
    return np.argsort(-np.round(features @ weights, 4), kind="stable")[:10]


def ndcg(ids, features, weights, grades):
    def dcg(values):
        return sum((2 ** grade - 1) / math.log2(place + 2) for place, grade in enumerate(values[:10]))
    return dcg([grades.get(ids[i], 0) for i in order(features, weights)]) / dcg(sorted(grades.values(), reverse=True))


def reciprocal_rank(ids, features, weights, grades):
    places = [place for place, i in enumerate(order(features, weights), 1) if grades.get(ids[i], 0) > 0]
    return 1 / places[0] if places else 0


def halves(hits, grades, weights, measure):
    """Of all, of odd and of even places in the judgments."""
    values = [measure(*hits[query], weights, grades[query]) if query in hits else 0 for query in grades]
    return [sum(part) / max(1, len(part)) for part in (values, values[0::2], values[1::2])]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--searcher", required=True)
    parser.add_argument("--topics", nargs=3, action="append", default=[])
    parser.add_argument("--known", nargs=3, action="append", default=[])
    parser.add_argument("--depth", type=int, default=150)
    args = parser.parse_args()
    names, table = weights_of_table()
    sets = []
    for measure, given in ((ndcg, args.topics), (reciprocal_rank, args.known)):
        for database, qrels, queries in given:
            hits = ranked(args.searcher, database, queries, args.depth, names)
            sets.append((pathlib.Path(queries).stem, hits, judgments(qrels), measure))
    print("| without | " + " | ".join(f"{name}, odd, even" for name, *_ in sets) + " |")
    print("|---" * (len(sets) + 1) + "|")
    for left_out in [None, *names]:
        weights = np.array([0 if name == left_out else weight for name, weight in zip(names, table)])
        cells = (" ".join(f"{value:.3f}" for value in halves(hits, grades, weights, measure))
                 for _, hits, grades, measure in sets)
        print(f"| {left_out or 'nothing'} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
