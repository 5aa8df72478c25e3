#!/usr/bin/env python3
"""Print the table of indexing.sh. usage: indexing_table.py RESULTS.jsonl TEXT_BYTES

RESULTS: the lines of measure.py in the order of the runs; the first label is ours, and each of its
lines begins a round.
"""
import json
import sys

from figures import median, print_table

HEAD = ["", "wall s", "CPU s", "peak MB", "size MB", "size/text", "wall × ours", "CPU × ours"]


def rounds_of(results):
    rounds = []
    for result in results:
        if result["label"] == results[0]["label"]:
            rounds.append([])
        rounds[-1].append(result)
    return rounds


def row(label, runs, ours, text_mb):
    """Medians of the runs, and the medians of each run's ratio to ours in the same round."""
    def middle(key):
        return median([run[key] for run in runs])

    def against(key):
        return median([run[key] / own[key] for run, own in zip(runs, ours)])

    return [label, f"{middle('wall_s'):.1f}", f"{middle('cpu_s'):.1f}", f"{middle('peak_mb'):.0f}",
            f"{middle('size_mb'):.1f}", f"{middle('size_mb') / text_mb:.2f}",
            f"{against('wall_s'):.2f}", f"{against('cpu_s'):.2f}"]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    text_mb = int(sys.argv[2]) / 1e6
    with open(sys.argv[1], encoding="utf-8") as file:
        rounds = rounds_of([json.loads(line) for line in file])
    print(f"text {text_mb:.1f} MB")
    rows = []
    for number, runs in enumerate(rounds, 1):
        rows += [row(f"{number}. {run['label']}", [run], [runs[0]], text_mb) for run in runs]
    if len(rounds) > 1:
        for runs in zip(*rounds):
            ours = [r[0] for r in rounds]
            rows.append(row(f"median, {runs[0]['label']}", runs, ours, text_mb))
    print_table(HEAD, rows)


if __name__ == "__main__":
    main()
