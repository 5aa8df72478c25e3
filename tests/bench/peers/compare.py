#!/usr/bin/env python3
"""Prepares, asks and tabulates all programs; see ../peers.sh, which calls this."""
import argparse
import concurrent.futures
import os
import shutil
import subprocess
import sys
import time

BENCH = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(1, BENCH)

from figures import median, percentile  # noqa: E402
from groonga import Groonga  # noqa: E402
from inputs import Inputs  # noqa: E402
from khobao import KhoBao  # noqa: E402
from mu import Mu  # noqa: E402
from omega import Omega  # noqa: E402
from peer import Place  # noqa: E402
from postgresql import PostgreSQL  # noqa: E402
from recollindex import Recoll  # noqa: E402
from ripgrep import Ripgrep  # noqa: E402
from scores import known_items, read_queries, topics  # noqa: E402
from sqlite_fts5 import Fts5  # noqa: E402
from table import Table  # noqa: E402

PEERS = {"khobao": KhoBao, "omega": Omega, "recoll": Recoll, "fts5": Fts5, "groonga": Groonga,
         "postgresql": PostgreSQL, "mu": Mu, "rg": Ripgrep}
WARM_UP = 3
PHRASES = ["công ty", "người dân", "trong khi đó", "đại hội đảng bộ", "thành phố hồ chí minh", "bộ giáo dục và đào tạo"]
# As people type them; invented for this measurement.
TYPED = ["giá lúa gạo", "đại hội đảng bộ", "bão số 5", "tai nạn giao thông", "bộ y tế", "học phí", "khánh thành cầu",
         "xuất khẩu cà phê", "đội tuyển việt nam", "giải cứu dưa hấu", "hạn mặn", "cháy chung cư", "thi tốt nghiệp",
         "sân bay long thành", "thuế thu nhập", "bóng đá nữ", "dịch sốt xuất huyết", "lễ hội đền hùng", "giá vàng",
         "nghị quyết trung ương"]


class Clock:
    """Says on standard error how long each part took."""

    def __init__(self):
        self.began = self.last = time.monotonic()

    def say(self, what):
        now = time.monotonic()
        print(f"{now - self.began:7.1f} s  {what} ({now - self.last:.1f} s)", file=sys.stderr, flush=True)
        self.last = now


def present(options):
    """The programs to compare, and why others are left out."""
    peers, out = [], []
    inputs = Inputs(os.path.join(options.work, "inputs"), options.corpus, options.articles)
    for key, kind in PEERS.items():
        folder = os.path.join(options.work, key)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        peer = kind(Place(folder, inputs, options.bin))
        why = "asked for" if key in options.without else peer.missing()
        if why:
            out.append(f"{peer.name} is left out: {why}")
        else:
            peers.append(peer)
    return inputs, peers, out


def index(peers, table, clock):
    took = {}
    for peer in peers:
        took[peer.name] = peer.index()
        clock.say(f"index of {peer.name}")
    for label, field in (("index, wall s", "wall_s"), ("index, CPU s", "cpu_s"), ("index, peak MB", "peak_mb"),
                         ("index, size MB", "size_mb")):
        table.row(label, min, {name: getattr(one, field) for name, one in took.items() if one})


def ask_in_turn(peers, kind, texts, rounds, seconds):
    """{peer: [(ms, number, CPU ms)]} of the questions of a kind, whole processes, each text by all in turn; a program that has
    taken so many seconds is not asked further."""
    answers = {peer.name: [] for peer in peers if getattr(peer, kind)(texts[0])}
    asked = [peer for peer in peers if peer.name in answers]
    for peer in asked:
        for text in texts[:WARM_UP]:
            peer.run(getattr(peer, kind)(text).command, good=None)
    for turn, text in enumerate(texts * rounds):
        for peer in asked[turn % len(asked):] + asked[:turn % len(asked)]:
            if sum(row[0] for row in answers[peer.name]) > 1000 * seconds and turn >= len(TYPED):
                continue
            question = getattr(peer, kind)(text)
            took = peer.run(question.command, good=None, keep=True)
            output = took.output.decode("utf-8", "replace")
            answers[peer.name].append((1000 * took.wall_s, question.number(output) if question.number else 0,
                                       1000 * took.cpu_s))
    return answers


def until(seconds, peer, texts, ask):
    """What ask(some texts) returns for as many as the seconds allow, and how many these were."""
    began, rows, asked = time.monotonic(), [], 0
    while asked < len(texts) and time.monotonic() - began < seconds:
        more = ask(texts[asked:asked + peer.at_once])
        if more is None:
            return None, 0
        rows, asked = rows + list(more), min(len(texts), asked + peer.at_once)
    return rows, asked


def two_rows(table, label, times):
    highest = "p99" if all(len(row) >= 100 for row in times.values()) else "slowest"
    table.row(f"{label}, median ms", min, {name: median(row) for name, row in times.items()})
    table.row(f"{label}, {highest} ms", min, {name: percentile(row, .99) for name, row in times.items()})


def processes(peers, table, clock, options, headlines):
    for label, kind, texts in (("headline, whole process", "search", headlines[:options.queries]),
                               ("typed query, whole process", "search", TYPED)):
        answers = ask_in_turn(peers, kind, texts, 1, options.seconds)
        two_rows(table, label, {name: [row[0] for row in rows] for name, rows in answers.items()})
        table.row(f"{label}, median CPU ms", min, {peer.name: median([row[2] for row in answers[peer.name]])
                                                   for peer in peers if peer.name in answers and not peer.served})
        clock.say(label)
    for label, kind, texts in (("exact total of a typed query", "total", TYPED), ("exact phrase", "phrase", PHRASES)):
        answers = ask_in_turn(peers, kind, texts, 1 if kind == "total" else 5, options.seconds)
        table.row(f"{label}, median ms", min, {name: median([row[0] for row in rows]) for name, rows in answers.items()})
        table.row(f"{label}, articles in all", None,
                  {name: sum(row[1] for row in rows[:len(texts)]) for name, rows in answers.items()})
        clock.say(label)


def in_process(peers, table, clock, options, headlines):
    for label, texts in (("headline", headlines[:options.queries]), ("typed query", TYPED)):
        times = {}
        for peer in peers:
            peer.times(texts[:WARM_UP])
            row, _ = until(options.seconds, peer, texts, peer.times)
            if row:
                times[peer.name] = row
        two_rows(table, f"{label}, in process", times)
        clock.say(f"{label} in process")


def titleless_and_files(peers, clock):
    """Not measured, so two at a time."""
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(prepare) for peer in peers for prepare in (peer.prepare_titleless, peer.prepare_update)]:
            done.result()
    clock.say("indexes without titles and of single files")


def updates(peers, inputs, table, clock):
    find = ["find", inputs.pages, "-type", "f", "-printf", "%s %T@\n"]
    rows = {}
    for peer in peers:
        peer.update()  # the first after a build may still have times to settle
        walls = [took.wall_s for took in (peer.update() for _ in range(3)) if took]
        if walls:
            rows[peer.name] = median(walls)
    walls = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run(find, stdout=subprocess.DEVNULL, check=True)
        walls.append(time.perf_counter() - began)
    table.row(f"update, nothing changed, s (find: {median(walls):.3f})", min, rows)
    clock.say("updates with nothing changed")


def relevance(peers, inputs, table, clock, options):
    queries, wanted = read_queries(options.known, inputs.ids)
    for label, score, asked, titleless in (
            ("known items", known_items, queries[:options.known_items], True),
            ("topics", topics, read_queries(options.topics)[0], False)):
        figures = {}
        for peer in peers:
            ranked, number = until(3 * options.seconds, peer, asked,
                                   lambda some, peer=peer: peer.ranking(some, titleless).items())
            if ranked:
                run = os.path.join(peer.folder, label.replace(" ", "_") + ".run")
                row = score(dict(ranked), run, asked[:number], wanted, options)
                part = f" (first {number})"
                figures[peer.name] = row if number == len(asked) else {k: f"{v:.3f}{part}" for k, v in row.items()}
            clock.say(f"{label} of {peer.name}")
        for name in dict.fromkeys(name for row in figures.values() for name in row):
            table.row(f"{label} ({len(asked)}), {name}", None if name == "unjudged" else max,
                      {peer: row.get(name) for peer, row in figures.items()})


def report(options, inputs, peers, out, table):
    print(f"{len(inputs.ids):,} articles of {os.path.basename(options.corpus)}. {options.machine}")
    caches = subprocess.run(["lscpu"], env=dict(os.environ, LC_ALL="C"), stdout=subprocess.PIPE, check=False)
    caches = [" ".join(line.split()) for line in caches.stdout.decode().splitlines() if " cache:" in line]
    print("; ".join(caches) + f"; load before {options.load}, now {os.getloadavg()[0]:.1f}\n")
    print("\n".join(table.lines()))
    print("\nThe best of each line is in bold. Better than ours:" if peers and peers[0].name == KhoBao.name else "")
    print("\n".join(table.beaten(KhoBao.name)) or "- nothing")
    print()
    for peer in peers:
        print(f"{peer.name}: {peer.version()}; {peer.settings}")
    print("\n".join(out))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in ("corpus", "bin", "work", "known", "topics", "topics-scorer", "machine"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--queries", type=int, default=100)
    parser.add_argument("--known-items", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--without", action="append", default=[])
    options = parser.parse_args()
    options.load = f"{os.getloadavg()[0]:.1f}"
    unknown = [name for name in options.without if name not in PEERS]
    if unknown:
        sys.exit(f"peers: no program '{unknown[0]}': the names are {', '.join(PEERS)}")
    clock = Clock()
    inputs, peers, out = present(options)
    clock.say("inputs")
    table = Table([peer.name for peer in peers])
    headlines = [text for _, text in read_queries(options.known)[0]]
    try:
        index(peers, table, clock)
        for peer in peers:
            peer.start()
        in_process(peers, table, clock, options, headlines)
        processes(peers, table, clock, options, headlines)
        titleless_and_files(peers, clock)
        updates(peers, inputs, table, clock)
        relevance(peers, inputs, table, clock, options)
    finally:
        for peer in peers:
            peer.stop()
    report(options, inputs, peers, out, table)


if __name__ == "__main__":
    main()
