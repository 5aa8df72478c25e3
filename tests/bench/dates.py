#!/usr/bin/env python3
"""How well dates are worked out from running text: articles whose day is known, as plain text files.

usage: dates.py INDEXER CORPUS.jsonl... [--sample N]

Writes title, summary and body of each dated record (without its date) to a file of its own, runs
`indexer inspect` over them, and prints for each corpus: articles, those that got a date, how many
of these have the year right, and the day within three days (a report is printed up to three days
after what it reports).
"""
import argparse
import datetime
import json
import pathlib
import random
import subprocess
import tempfile

MAX_DAYS = 3


def dated(path, sample):
    records = [json.loads(line) for line in open(path, encoding="utf-8")]
    records = [r for r in records if r.get("date")]
    random.Random(7).shuffle(records)
    return records[:sample]


def write(records, folder):
    days = {}
    for i, record in enumerate(records):
        parts = [record.get("title") or "", record.get("summary") or "", record.get("body") or ""]
        if parts[1] and parts[2].startswith(parts[1][:40]):
            parts.pop(1)
        name = folder / f"{i:06}.txt"
        name.write_text("\n\n".join(p for p in parts if p) + "\n", encoding="utf-8")
        days[str(name)] = datetime.date.fromisoformat(record["date"][:10])
    return days


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("indexer")
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--sample", type=int, default=5000)
    args = parser.parse_args()
    print(f"{'corpus':24} articles  dated  year right  day within {MAX_DAYS}")
    for corpus in args.corpus:
        with tempfile.TemporaryDirectory() as folder:
            days = write(dated(corpus, args.sample), pathlib.Path(folder))
            out = subprocess.run([args.indexer, "inspect", "--format", "jsonl", folder], check=False,
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
            given = year = near = 0
            for line in out.decode("utf-8").splitlines():
                record = json.loads(line)
                if not record["published"]:
                    continue
                told, known = datetime.date.fromisoformat(record["published"][:10]), days[record["path"]]
                given += 1
                year += told.year == known.year
                near += abs((told - known).days) <= MAX_DAYS
            share = lambda n, of: f"{n / of:.3f}" if of else "-"
            print(f"{pathlib.Path(corpus).stem:24} {len(days):8}  {share(given, len(days)):5}  "
                  f"{share(year, given):10}  {share(near, given)}")


if __name__ == "__main__":
    main()
