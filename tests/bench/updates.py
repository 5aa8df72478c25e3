#!/usr/bin/env python3
"""Measure nightly updates over a folder of single text files; see updates.sh.

usage: updates.py --bin DIR --work DIR [--updates N] [--limit N] [--machine TEXT] < ARTICLES.jsonl

ARTICLES: JSON Lines with title, date and body. The last tenth of them is kept back and comes in
with the updates; changed files get another article's text after their own.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import threading
import time

from figures import median, percentile

NEW, CHANGED, DELETED = 100, 50, 20
TURNS = 7  # of update and find, alternating
QUERIES = ["đại hội đảng bộ", "giá xăng dầu", "xuất khẩu thủy sản", "bão số 12", "học sinh"]


class Tree:
    """The folder of articles, some of them still to come."""

    def __init__(self, folder, texts):
        self.folder, self.texts = folder, texts
        self.random = random.Random(2017)
        self.next = len(texts) * 9 // 10
        self.paths = [self.write(number) for number in range(self.next)]

    def write(self, number, more=""):
        path = os.path.join(self.folder, f"{number % 100:02}", f"{number}.txt")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as out:
            out.write(self.texts[number % len(self.texts)] + more)
        return path

    def night(self):
        for path in self.random.sample(self.paths, DELETED):
            os.remove(path)
            self.paths.remove(path)
        for path in self.random.sample(self.paths, CHANGED):
            with open(path, "a", encoding="utf-8") as out:
                out.write("\n" + self.random.choice(self.texts))
        for _ in range(NEW):
            self.paths.append(self.write(self.next))
            self.next += 1


def seconds(command, good=(0, 1)):
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in good:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr.decode()}")
    return time.monotonic() - start


def search_times(searcher, db, until):
    """Times of searches, one after the other, while until() is false."""
    times = []
    while not until():
        query = QUERIES[len(times) % len(QUERIES)]
        times.append(seconds([searcher, "--db", db, "--", query]))
    return times


def size_of(folder):
    """Bytes under a folder; a file with two names is counted once."""
    seen = {}
    for path, _, names in os.walk(folder):
        for name in names:
            info = os.stat(os.path.join(path, name))
            seen[info.st_ino] = info.st_size
    return sum(seen.values())


def status(indexer, db):
    return json.loads(subprocess.check_output([indexer, "status", "--db", db, "--format", "json"]))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--updates", type=int, default=200)
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--machine", default="")
    args = parser.parse_args()
    indexer, searcher = os.path.join(args.bin, "indexer"), os.path.join(args.bin, "searcher")
    db, folder = os.path.join(args.work, "db"), os.path.join(args.work, "articles")

    texts = []
    for line in sys.stdin:
        article = json.loads(line)
        date = (article.get("date") or "")[:10].split("-")
        stamp = f"Ngày đăng {date[2]}/{date[1]}/{date[0]}\n" if len(date) == 3 else ""
        texts.append(f"{article.get('title') or ''}\n{stamp}\n{article.get('body') or ''}\n")
        if args.limit and len(texts) == args.limit:
            break
    print(args.machine)
    tree = Tree(folder, texts)
    update = [indexer, "update", "--quiet", "--db", db, folder]
    print(f"first build: {seconds(update):.1f} s for {len(tree.paths)} files", flush=True)

    time.sleep(2.5)  # later, the times of all files can be relied on
    seconds(update)
    find = ["find", folder, "-type", "f", "-printf", "%s %T@\n"]
    pairs = [(seconds(update), seconds(find)) for _ in range(TURNS)]
    ours, theirs = median([p[0] for p in pairs]), median([p[1] for p in pairs])
    print(f"nothing changed: {ours * 1000:.0f} ms, find {theirs * 1000:.0f} ms, "
          f"ratio {median([a / b for a, b in pairs]):.2f}", flush=True)

    began = time.monotonic()
    before = search_times(searcher, db, lambda: time.monotonic() - began > 8)
    during, took = [], []
    for _ in range(5):
        tree.night()
        done = threading.Event()
        times = []
        reader = threading.Thread(
            target=lambda: times.extend(search_times(searcher, db, done.is_set)))
        reader.start()
        took.append(seconds(["nice", "-n", "10"] + update))  # as the service and the cron line do
        done.set()
        reader.join()
        during.extend(times[:-1] or times)
    print(f"update of {NEW} new, {CHANGED} changed, {DELETED} deleted, while searching: "
          f"median {median(took):.2f} s")
    print(f"search: median {median(before) * 1000:.1f} ms before, {median(during) * 1000:.1f} ms "
          f"during updates, ratio {median(during) / median(before):.2f}; p99 "
          f"{percentile(before, .99) * 1000:.1f} and {percentile(during, .99) * 1000:.1f} ms",
          flush=True)

    took = []
    for number in range(args.updates - 5):
        tree.night()
        took.append(seconds(update))
        if number % 20 == 19:
            print(f"  {number + 1} more updates, the last in {took[-1]:.1f} s", file=sys.stderr)
    if took:
        print(f"{len(took)} more updates: median {median(took):.2f} s, mean "
              f"{sum(took) / len(took):.2f} s, longest {max(took):.1f} s")
    after = status(indexer, db)
    fresh = os.path.join(args.work, "fresh")
    rebuilt = seconds([indexer, "rebuild", "--quiet", "--db", fresh, folder])
    whole, want = size_of(db), size_of(fresh)
    print(f"after {args.updates} updates: {whole / 1e6:.1f} MB in {after['layers']} layers, "
          f"{100 * after['bloat']:.1f} % of the articles deleted; rebuilt {want / 1e6:.1f} MB in "
          f"{rebuilt:.1f} s; ratio {whole / want:.2f}")
    if after["articles"] != status(indexer, fresh)["articles"]:
        sys.exit("the updated and the rebuilt index differ in the number of articles")


if __name__ == "__main__":
    main()
