#!/usr/bin/env python3
"""The disk is full: builds and changes an archive on file systems of many sizes.

usage: full_disk.py --programs FOLDER --corpus FOLDER [--articles N] [--sizes KB[,KB]]

Mounts a tmpfs of each size, builds an archive of N articles (those of the corpus, copied under other
names) in it and, where that fits, changes all of them. A run has to end well or with exit 4 and
"No space left on device", never by a signal; what stood before stands and is whole. Prints a line
for each size; exits 0 where nothing was wrong, 1 else, 77 where nothing may be mounted.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

import injection

SIZES_KB = [200, 600, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 6000, 8000, 10000, 13000]


def copy_corpus(corpus, into, count, added=""):
    """So many articles; `added` stands at the end of each."""
    paths = sorted(os.path.join(folder, name) for folder, _, names in os.walk(corpus)
                   for name in names if name.endswith((".txt", ".md")))
    for number in range(count):
        path = paths[number % len(paths)]
        with open(path, "rb") as source:
            text = source.read()
        with open(os.path.join(into, f"{number:05}-{os.path.basename(path)}"), "wb") as copy:
            copy.write(text + f"\n\nBản sao số {number}. {added}\n".encode())


def wrong_end(run):
    """What is wrong with how a run ended on a disk that may be full, or None."""
    if run.status == 0 or (run.status == 4 and b"No space left on device" in run.err):
        return None
    return f"exit {run.status}, says {run.err.decode('utf-8', 'replace')[:300]!r}"


def try_size(size_kb, programs, work):
    """(how the runs ended, what was wrong or None)"""
    disk = os.path.join(work, "disk")
    os.makedirs(disk, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size_kb}k", "tmpfs", disk], check=True)
    try:
        db, ends = os.path.join(disk, "db"), []
        for articles in ("first", "second"):
            run = injection.run([os.path.join(programs, "indexer"), "update", "--quiet", "--threads",
                                 "2", "--db", db, os.path.join(work, articles)], work)
            ends.append(str(run.status))
            if wrong := wrong_end(run):
                return ends, wrong
            if run.status != 0:
                break
        if "0" in ends:
            run = injection.run([os.path.join(programs, "indexer"), "verify", "--full", "--db", db],
                                work)
            if run.status != 0:
                return ends, f"verify: exit {run.status}, says {run.err!r}"
        return ends, None
    finally:
        subprocess.run(["umount", disk], check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--articles", type=int, default=1200)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES_KB)))
    args = parser.parse_args()
    work = tempfile.mkdtemp(prefix="khobao-full-disk-")
    try:
        probe = os.path.join(work, "probe")
        os.makedirs(probe)
        if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", probe], capture_output=True).returncode:
            print("nothing may be mounted here: skipped")
            return 77
        subprocess.run(["umount", probe], check=True)
        for name, added in (("first", ""), ("second", "Sửa lại.")):
            os.makedirs(os.path.join(work, name))
            copy_corpus(args.corpus, os.path.join(work, name), args.articles, added)
        bad = 0
        for size in map(int, args.sizes.split(",")):
            ends, wrong = try_size(size, os.path.abspath(args.programs), work)
            bad += wrong is not None
            print(f"{size:7} kB  exit {', '.join(ends)}{'  WRONG: ' + wrong if wrong else ''}", flush=True)
        print(f"{bad} wrong")
        return 1 if bad else 0
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    sys.exit(main())
