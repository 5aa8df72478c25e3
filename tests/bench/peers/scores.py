"""Queries, and scores of rankings by the programs that score everybody's: score.py beside this folder for known items,
the scorer of the topics as it is given."""
import os
import re
import subprocess
import sys

SCORE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "score.py")


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if "\t" in line]


def read_queries(folder, ids=None):
    """[(id, text)] of plain.tsv or topics.tsv in the folder, and the lines of its qrels.txt. With ids, those alone
    whose article is among them."""
    name = next((n for n in ("plain.tsv", "topics.tsv") if os.path.exists(os.path.join(folder, n))), None)
    if not name:
        return [], []
    with open(os.path.join(folder, "qrels.txt"), encoding="utf-8") as lines:
        wanted = [line.split() for line in lines]
    queries = [(row[0], row[1]) for row in rows(os.path.join(folder, name))]
    if ids is not None:
        there = {query for query, _, article, _ in wanted if article in ids}
        queries = [row for row in queries if row[0] in there]
    return queries, wanted


def write_run(ranked, path):
    with open(path, "w", encoding="utf-8") as out:
        for query, hits in ranked.items():
            for rank, (article, score) in enumerate(hits, 1):
                out.write(f"{query} Q0 {article.replace(' ', '%20')} {rank} {score:.4f} run\n")


def known_items(ranked, path, asked, wanted, _):
    write_run(ranked, path)
    names = {query for query, _ in asked}
    qrels = path + ".qrels"
    with open(qrels, "w", encoding="utf-8") as out:
        out.writelines(" ".join(row) + "\n" for row in wanted if row[0] in names)
    figures = subprocess.run([sys.executable, SCORE, qrels, path], stdout=subprocess.PIPE, check=True).stdout
    _, mrr, first, recall, _ = map(float, figures.split())
    return {"MRR@10": mrr, "P@1": first, "recall@10": recall}


def topics(ranked, path, _, __, options):
    write_run(ranked, path)
    command = [sys.executable, options.topics_scorer, os.path.join(options.topics, "qrels.txt"), path]
    printed = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()
    names = ["nDCG@10", "P@10", "recall@100", "unjudged"]
    line = next(line for line in reversed(printed.splitlines()) if os.path.basename(path) in line or path in line)
    return dict(zip(names, map(float, re.findall(r"(?<![\w.])-?\d*\.\d+", line.replace(path, "")))))
