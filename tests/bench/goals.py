#!/usr/bin/env python3
"""Measures the goals of speed and growth; see goals.sh, which calls this."""
import argparse
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[1:1] = [HERE, os.path.join(HERE, "peers")]

from figures import median, percentile, print_table  # noqa: E402
from inputs import Inputs, corpus_lines  # noqa: E402
from khobao import KhoBao  # noqa: E402
from omega import Omega  # noqa: E402
from peer import Place, words_of  # noqa: E402
from scores import read_queries, rows  # noqa: E402
from sqlite_fts5 import Fts5  # noqa: E402

PHRASES = ["công ty", "đại hội đảng bộ", "trong khi đó", "thành phố hồ chí minh", "người dân", "bộ giáo dục và đào tạo"]
COMMON = ["công ty", "người dân", "thủ tướng", "việt nam", "đại hội đảng bộ", "tai nạn giao thông", "cong ty", "viet nam"]


def ms_of(peer, commands, rounds):
    """Median milliseconds of whole processes, each command run so many times, in turn."""
    times = [1000 * peer.run(command, good=None).wall_s for _ in range(rounds) for command in commands]
    return median(times)


def quest_all(omega, text):
    """As many as hold every word, counted exactly, and the ten best."""
    return ["quest", f"--db={omega.db}", "--stemmer=none", "--default-op=and", "--msize=10",
            "--check-at-least=1000000", " ".join(words_of(text))]


def goal(name, ours, beside, ratio, most):
    met = "met" if ratio <= most else "missed"
    return [name, ours, beside, f"{ratio:.2f}", f"at most {most:.2f}", met]


def text_mb(path):
    import json
    with open(path, encoding="utf-8") as lines:
        articles = map(json.loads, lines)
        return sum(len((a["title"] + a["body"]).encode()) for a in articles) / 1e6


def beside_others(options):
    inputs = Inputs(os.path.join(options.work, "inputs"), options.corpus, options.articles)
    ours, omega, fts5 = (kind(Place(os.path.join(options.work, kind.__name__), inputs, options.bin))
                         for kind in (KhoBao, Omega, Fts5))
    for peer in (ours, omega, fts5):
        if why := peer.missing():
            sys.exit(f"goals: {peer.name}: {why}")
        subprocess.run(["rm", "-rf", peer.folder], check=True)
        os.makedirs(peer.folder)
    plain = [text for _, text in read_queries(options.known)[0]][:options.queries]
    unaccented = [row[1] for row in rows(os.path.join(options.known, "unaccented.tsv"))][:options.queries]
    built, table, text = {}, [], text_mb(inputs.jsonl)
    for peer in (fts5, ours, omega):
        built[peer] = peer.index()
    table.append(goal("first index, wall s", f"{built[ours].wall_s:.1f}", f"{built[fts5].wall_s:.1f}",
                      built[ours].wall_s / built[fts5].wall_s, 2))
    table.append(goal("size, MB, beside the text", f"{built[ours].size_mb:.0f}", f"{text:.0f}", built[ours].size_mb / text, 1.2))
    table.append(goal("size, MB, beside positions", f"{built[ours].size_mb:.0f}", f"{built[omega].size_mb:.0f}",
                      built[ours].size_mb / built[omega].size_mb, .5))
    for phrase in PHRASES:
        us, quest = (ms_of(peer, [peer.phrase(phrase).command], options.rounds) for peer in (ours, omega))
        table.append(goal(f'count of "{phrase}", ms', f"{us:.1f}", f"{quest:.1f}", us / quest, 1))
    us = ms_of(ours, [ours.search(text).command for text in COMMON], options.rounds)
    quest = ms_of(omega, [quest_all(omega, text) for text in COMMON], options.rounds)
    table.append(goal("eight searches, median ms", f"{us:.1f}", f"{quest:.1f}", us / quest, 2))
    mine, theirs, twins = ours.times(plain), fts5.times(plain), ours.times(unaccented)
    for name, of, most in (("batch, median ms", median, 1 / 25), ("batch, p99 ms", lambda row: percentile(row, .99), .1)):
        table.append(goal(name, f"{of(mine):.2f}", f"{of(theirs):.1f}", of(mine) / of(theirs), most))
    table.append(goal("unaccented beside accented, median ms", f"{median(twins):.2f}", f"{median(mine):.2f}",
                      median(twins) / median(mine), 1.3))
    print_table(["goal", "ours", "beside", "ratio", "goal", ""], table)


def growth(options):
    from growth import Source
    source = Source(corpus_lines(options.corpus), options.articles)
    queries = [text for _, text in read_queries(options.known)[0]][:options.queries]
    table, first = [], None
    for times in options.growth:
        folder = os.path.join(options.work, f"grown-{times}")
        subprocess.run(["rm", "-rf", folder], check=True)
        os.makedirs(folder)
        inputs = argparse.Namespace(jsonl=os.path.join(folder, "articles.jsonl"))
        articles = source.write(inputs.jsonl, times * source.articles)
        ours = KhoBao(Place(folder, inputs, options.bin))
        built = ours.index()
        os.remove(inputs.jsonl)
        batch = ours.times(queries)
        eight = ms_of(ours, [ours.search(text).command for text in COMMON], options.rounds)
        row = [1e3 * built.wall_s / articles, median(batch), eight]
        first = first or row
        table.append([f"{articles:,}", f"{built.wall_s:.1f}", f"{built.cpu_s:.1f}", f"{row[0]:.2f} ({row[0] / first[0]:.2f} ×)",
                      f"{built.peak_mb:.0f}", f"{built.size_mb:.0f}", f"{row[1]:.2f} ({row[1] / first[1]:.2f} ×)",
                      f"{percentile(batch, .99):.1f}", f"{eight:.1f} ({eight / first[2]:.2f} ×)"])
        print(f"goals: {times} times", file=sys.stderr, flush=True)
    print_table(["articles", "wall s", "CPU s", "s/1,000", "peak MB", "size MB", "batch median ms", "p99", "eight searches ms"],
                table)
    print("goals: s/1,000 within a tenth, peak MB flat, batch median at most 1.5 × for four times the articles")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in ("corpus", "bin", "work", "known"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--growth", type=lambda text: [int(part) for part in text.split(",")])
    options = parser.parse_args()
    (growth if options.growth else beside_others)(options)


if __name__ == "__main__":
    main()
