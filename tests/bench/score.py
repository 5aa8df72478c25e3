#!/usr/bin/env python3
"""Score a TREC run: MRR@10, P@1 and recall at any depth.

usage: score.py QRELS RUN [DEPTH]

QRELS: query-id 0 article-id grade. RUN: query-id Q0 article-id rank score tag. Prints one line of
tab-separated figures: queries, MRR@10, P@1, recall@10, recall@DEPTH (default 10). A query of QRELS
without an answer counts 0; answers to queries that QRELS lacks are passed over.
"""
import sys

CUTOFF = 10


def read_wanted(path):
    wanted = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            query, _, article, grade = line.split()
            wanted.setdefault(query, set())
            if int(grade) > 0:
                wanted[query].add(article)
    return wanted


def read_run(path):
    ranked = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            query, _, article, rank, _, _ = line.split()
            ranked.setdefault(query, []).append((int(rank), article))
    return {query: [article for _, article in sorted(hits)] for query, hits in ranked.items()}


def reciprocal_rank(hits, articles):
    for rank, article in enumerate(hits[:CUTOFF], 1):
        if article in articles:
            return 1 / rank
    return 0.0


def recall(hits, articles, depth):
    return len(articles & set(hits[:depth])) / max(1, len(articles))


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    wanted, run = read_wanted(sys.argv[1]), read_run(sys.argv[2])
    depth = int(sys.argv[3]) if len(sys.argv) == 4 else CUTOFF
    if not wanted:
        sys.exit(f"score.py: no queries in '{sys.argv[1]}'")
    pairs = [(run.get(query, []), articles) for query, articles in wanted.items()]
    figures = (sum(reciprocal_rank(h, a) for h, a in pairs),
               sum(reciprocal_rank(h, a) == 1 for h, a in pairs),
               sum(recall(h, a, CUTOFF) for h, a in pairs),
               sum(recall(h, a, depth) for h, a in pairs))
    print("\t".join([str(len(wanted))] + [f"{figure / len(wanted):.4f}" for figure in figures]))


if __name__ == "__main__":
    main()
