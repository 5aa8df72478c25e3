#!/usr/bin/env python3
"""Whole-process times of typical searches beside recollq, rg -il and mu find, in one run.

    tests/bench/beside_others.py ARTICLES.jsonl WORK [--articles N] [--rounds R] [--bin BIN]

Needs recollcmd, maildir-utils and ripgrep (Debian packages). The articles become files for searcher,
Recoll and ripgrep, and messages for mu; each engine indexes them once. Then every query is run R times
by each, in turns, so that whatever else the machine does falls on all alike. Printed are medians of
wall and processor time in milliseconds and the ratio to searcher's.
"""
import argparse
import json
import os
import pathlib
import resource
import statistics
import subprocess
import time
from email.message import EmailMessage

QUERIES = [
    "giá lúa gạo", "đại hội đảng bộ", "bão số 5", "tai nạn giao thông", "bộ y tế", "học phí",
    "khánh thành cầu", "xuất khẩu cà phê", "đội tuyển việt nam", "giải cứu dưa hấu", "hạn mặn",
    "cháy chung cư", "thi tốt nghiệp", "sân bay long thành", "thuế thu nhập", "bóng đá nữ",
    "dịch sốt xuất huyết", "lễ hội đền hùng", "giá vàng", "nghị quyết trung ương",
]  # as people type them; invented for this measurement


def run(command, **options):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)


def write_articles(source, work, limit):
    files, mail = work / "files", work / "mail"
    for folder in (files, mail / "cur", mail / "new", mail / "tmp"):
        folder.mkdir(parents=True, exist_ok=True)
    with open(source, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == limit:
                break
            record = json.loads(line)
            title, body = record.get("title", ""), record.get("body", "")
            (files / f"{number:06}.txt").write_text(f"{title}\n\n{body}\n", encoding="utf-8")
            message = EmailMessage()
            message["From"] = "bao@example.vn"
            message["To"] = "kho@example.vn"
            message["Subject"] = " ".join(title.split()) or "-"
            message["Date"] = "Thu, 02 Jul 2020 08:43:00 +0700"
            message["Message-Id"] = f"<{number}@example.vn>"
            message.set_content(body or "-", charset="utf-8")
            (mail / "cur" / f"{number}:2,S").write_bytes(message.as_bytes())
    return files, mail


def measured(command, environment):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return 1000 * wall, 1000 * cpu


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("source")
    parser.add_argument("work")
    parser.add_argument("--articles", type=int, default=1 << 30)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--bin", default="build/release/bin")
    options = parser.parse_args()
    work = pathlib.Path(options.work).absolute()
    programs = pathlib.Path(options.bin).absolute()
    files, mail = write_articles(options.source, work, options.articles)
    (work / "recoll").mkdir(exist_ok=True)
    (work / "recoll" / "recoll.conf").write_text(f"topdirs = {files}\n")
    environment = dict(os.environ, HOME=str(work), XDG_CACHE_HOME=str(work / "cache"), LC_ALL="C.UTF-8")
    run([programs / "indexer", "update", "-q", "--db", work / "kho", files], env=environment)
    run(["recollindex", "-c", work / "recoll"], env=environment)
    run(["mu", "init", "--maildir", mail], env=environment)
    run(["mu", "index"], env=environment)
    tools = {
        "searcher": lambda q: [programs / "searcher", "--db", work / "kho", "-n", "10", q],
        "recollq": lambda q: ["recollq", "-c", work / "recoll", "-n", "10", q],
        "rg -il": lambda q: ["rg", "-il", q, files],
        "mu find": lambda q: ["mu", "find", "-n", "10", q],
    }
    times = {name: [] for name in tools}
    for _ in range(options.rounds):
        for query in QUERIES:
            for name, command in tools.items():
                times[name].append(measured(command(query), environment))
    print(f"{'tool':10} {'wall ms':>9} {'cpu ms':>9} {'wall ratio':>11} {'cpu ratio':>10}")
    own_wall, own_cpu = (statistics.median(t[i] for t in times["searcher"]) for i in (0, 1))
    for name, rows in times.items():
        wall, cpu = (statistics.median(row[i] for row in rows) for i in (0, 1))
        print(f"{name:10} {wall:9.1f} {cpu:9.1f} {wall / own_wall:11.2f} {cpu / own_cpu:10.2f}")


if __name__ == "__main__":
    main()
