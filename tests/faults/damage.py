#!/usr/bin/env python3
"""Damage to any byte of an index is found by "verify --full" and never answered in silence.

usage: damage.py --programs FOLDER --corpus FOLDER [--faults N] [--seed N] [--jobs N]
                 [--work FOLDER] [--wrong FILE]

Every fault is one of: a bit flipped, the file cut, a block of it zeroed; the files take turns, the
places are drawn from the seed. For each:

  verify    exits 3 and names a way out
  answers   each of the questions below is answered as from the whole index, or with exit 3 (4
            where the file system says no) and a message

Prints a table of files; exits 0 where nothing was wrong.
"""
import argparse
import concurrent.futures
import os
import random
import re
import shutil
import sys
import tempfile
import threading

import injection
import scenarios

BLOCK_BYTES = 4096


def questions(lab, db):
    ask = [lab.searcher, "--db", db]
    return [
        ask + ["--batch", lab.path("batch.tsv"), "--format", "jsonl", "--limit", "5"],
        ask + ["tháng", "--facets", "org,date,source,doc", "--format", "json", "--sort", "newest"],
        ask + ["cầu OR gạo", "--kind", "all", "-l"],
        ask + ['"hội nghị" OR "mái lá"', "--count", "--from", "2010"],
        ask + ["--list", "org"],
        ask + ["--show", "ddm-0022"],
        ask + ["--org", "NML", "--format", "csv"],
        ask + ["--similar", "ddm-0022", "--format", "trec"],
        ask + ["hoi nghi", "covi*", "--format", "csv"],
    ]


def plain(out):
    return re.sub(rb'"took_ms": ?[0-9.e-]+|\([0-9.]+ ms\)', b"", out)


def archive(lab):
    """Several layers, deleted articles, moved records, names and corrections."""
    art, db = lab.articles("archive"), lab.path("prepared", "archive")
    lab.must(*lab.update(db, art, "--names", lab.path("names.tsv"), "--corrections",
                         lab.path("corrections.jsonl")))
    lab.write("archive/them.txt", "Tin thêm\n\nMột bài nữa về cầu và gạo.\n")
    lab.must(*lab.update(db))
    lab.write("archive/them.txt", "Tin thêm\n\nMột bài nữa về cầu, nay đã sửa.\n")
    with open(lab.path("archive", "ddm.jsonl"), encoding="utf-8") as lines:
        records = list(lines)
    lab.write("archive/ddm.jsonl", "".join(records[1:] + records[:1]))
    lab.must(*lab.update(db))
    return db


def damaged(data, kind, draw):
    """The bytes with one fault, or None where that changes nothing."""
    if not data:
        return None
    if kind == "flip":
        at = draw.randrange(len(data))
        return data[:at] + bytes([data[at] ^ 1 << draw.randrange(8)]) + data[at + 1:]
    if kind == "cut":
        return data[:draw.randrange(len(data))]
    begin = draw.randrange(len(data)) // BLOCK_BYTES * BLOCK_BYTES
    end = min(begin + BLOCK_BYTES, len(data))
    zeroed = data[:begin] + bytes(end - begin) + data[end:]
    return zeroed if zeroed != data else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--faults", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--work", default="")
    parser.add_argument("--wrong", default="")
    args = parser.parse_args()
    work = args.work or tempfile.mkdtemp(
        prefix="khobao-damage-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
    lab = scenarios.Lab(os.path.abspath(args.programs), os.path.abspath(args.corpus),
                        os.path.join(work, "lab"))
    whole = archive(lab)
    want = []
    for question in questions(lab, whole):
        done = injection.run(question, work)
        if done.status > 1:
            raise RuntimeError(f"{question}: {done.err.decode()}")
        want.append((done.status, plain(done.out)))
    files = sorted(os.path.relpath(os.path.join(base, name), whole)
                   for base, _, names in os.walk(whole) for name in names)
    files = [name for name in files if os.path.getsize(os.path.join(whole, name)) > 0]
    draw, faults = random.Random(args.seed), []
    while len(faults) < args.faults:
        name = files[len(faults) % len(files)]
        kind = draw.choice(["flip", "flip", "cut", "zero"])
        with open(os.path.join(whole, name), "rb") as file:
            data = damaged(file.read(), kind, draw)
        if data is None:
            kind = "flip"
            with open(os.path.join(whole, name), "rb") as file:
                data = damaged(file.read(), kind, draw)
        faults.append((name, kind, data))
    local, numbers = threading.local(), iter(range(1000))

    def one(fault):
        name, kind, data = fault
        if not hasattr(local, "db"):
            local.db = os.path.join(work, f"job{next(numbers)}")
            shutil.copytree(whole, local.db)
        path = os.path.join(local.db, name)
        shutil.copy2(path, path + ".whole")
        os.rename(path + ".whole", local.db + ".whole")
        with open(path, "wb") as file:
            file.write(data)
        wrong, noticed = "", False
        verified = injection.run([lab.indexer, "verify", "--full", "--db", local.db], work)
        if verified.status != 3 or b"hint: " not in verified.err:
            wrong += f"; VERIFY {verified.status} {verified.err.decode('utf-8', 'replace')[:150]!r}"
        for question, (status, out) in zip(questions(lab, local.db), want):
            done = injection.run(question, work)
            if (done.status, plain(done.out)) == (status, out):
                continue
            noticed = True
            if done.status == 3 and b"hint: " in done.err:
                continue
            wrong += (f"; ANSWER {' '.join(question[3:])}: exit {done.status} "
                      f"{done.err.decode('utf-8', 'replace')[:150]!r}")
        os.replace(local.db + ".whole", path)
        return fault, wrong, noticed

    def row_of(name):
        return re.sub(r"^(generation|layer)-\d+", r"\1", name)

    table, missed, silent = {}, 0, 0
    log = open(args.wrong, "w", encoding="utf-8") if args.wrong else sys.stdout
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        for (name, kind, _), wrong, noticed in pool.map(one, faults):
            row = table.setdefault(row_of(name), [0, 0, 0, 0])
            row[0] += 1
            row[1] += "VERIFY" not in wrong
            row[2] += noticed
            row[3] += "ANSWER" in wrong
            missed += "VERIFY" in wrong
            silent += "ANSWER" in wrong
            if wrong:
                print(f"{kind} {name}{wrong}", file=log, flush=True)
    print(f"\n{'file':<36} {'faults':>6} {'found by verify':>16} {'met by a search':>16} "
          f"{'answered wrongly':>17}")
    for name, row in sorted(table.items()):
        print(f"{name:<36} {row[0]:>6} {row[1]:>16} {row[2]:>16} {row[3]:>17}")
    sums = [sum(row[i] for row in table.values()) for i in range(4)]
    print(f"{'all':<36} {sums[0]:>6} {sums[1]:>16} {sums[2]:>16} {sums[3]:>17}")
    shutil.rmtree(work, ignore_errors=True)
    return 1 if missed or silent else 0


if __name__ == "__main__":
    sys.exit(main())
