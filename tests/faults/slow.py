#!/usr/bin/env python3
"""The widest queries that the limits allow, and how long each takes.

usage: slow.py --programs FOLDER --db DB [--show N]

DB is an index of a large archive; its commonest words are counted from stored articles by
"--similar"-free means: they are given here, for they are those of any Vietnamese archive. Prints
seconds of wall and processor time, the memory, the exit status and what was cut, slowest first.
Exits 1 where one took more than two seconds of processor time and did not say what it cut.
"""
import argparse
import os
import re
import subprocess
import sys
import time

COMMON = ("và của là có được cho không các trong một với những người đã khi để này cũng ra vào về năm "
          "từ đến nhiều ngày lại sau trên đó như phải bị sẽ tại theo còn nhưng thì làm việc nước "
          "chỉ đầu mới qua nhà thể hơn hai thành hiện rất biết bộ đi con tôi ông đang sự nên cao "
          "công gia trường thông đồng chính tế quốc hội viên tỉnh thị xã phố bản sinh hành tư "
          "động phát lý cơ chức dân tiền giá").split()
PLAIN = ("va cua la co duoc cho khong cac trong mot voi nhung nguoi da khi de nay cung ra vao ve nam tu "
         "den nhieu ngay lai sau tren do nhu phai bi se tai theo con nhung thi lam viec nuoc").split()
MOST_WORDS = 512


def repeated(words, count):
    return [words[i % len(words)] for i in range(count)]


def groups(size, count):
    return ["(" + " OR ".join(COMMON[(i + n) % len(COMMON)] for n in range(size)) + ")"
            for i in range(count)]


def queries():
    """(name, query, options)"""
    long = repeated(COMMON, MOST_WORDS)
    yield "512 times one word in NEAR/1000", " NEAR/1000 ".join(["và"] * MOST_WORDS), []
    yield "512 common words in NEAR/1000", " NEAR/1000 ".join(long), []
    yield "ten groups of 12 in NEAR/1000", " NEAR/1000 ".join(groups(12, 10)), []
    yield "five groups of 100 in NEAR/1000", " NEAR/1000 ".join(groups(100, 5)), []
    yield "ten groups of 12 in NEAR/2", " NEAR/2 ".join(groups(12, 10)), []
    yield "512 common words", " ".join(long), []
    yield "512 common words, any", " ".join(long), ["--match", "any"]
    yield "512 common words, all", " ".join(long), ["--match", "all"]
    yield "512 words without accents", " ".join(repeated(PLAIN, MOST_WORDS)), []
    yield "512 words without accents, any", " ".join(repeated(PLAIN, MOST_WORDS)), ["--match", "any"]
    yield "OR of 512 common words", " OR ".join(long), []
    yield "OR of 256 phrases of two", " OR ".join(
        f'"{a} {b}"' for a, b in zip(long[::2], long[1::2])), []
    yield "OR of 128 phrases of four", " OR ".join(
        '"' + " ".join(long[i:i + 4]) + '"' for i in range(0, MOST_WORDS, 4)), []
    yield "NOT of 255 phrases of two", "và " + " ".join(
        f'-"{a} {b}"' for a, b in zip(long[2::2], long[3::2])), []
    yield "a phrase of 512 words", '"' + " ".join(long) + '"', []
    yield "one word 512 times in a phrase", '"' + " ".join(["và"] * MOST_WORDS) + '"', []
    yield "SAME of 512 words", " SAME ".join(long), []
    yield "SAME of groups", " SAME ".join(groups(8, 64)), []
    yield "nested alternatives and exclusions", nested(40), []
    yield "eight wildcards", "c* t* n* h* k* g* b* th*", []
    yield "eight wildcards, any", "c* t* n* h* k* g* b* th*", ["--match", "any"]
    yield "eight wildcards in NEAR/1000", " NEAR/1000 ".join("c* t* n* h* k* g* b* th*".split()), []
    yield "eight wildcards in SAME", " SAME ".join("c* t* n* h* k* g* b* th*".split()), []
    yield "eight wildcards in titles", "title:(c* t* n* h*) lede:(k* g* b* th*)", []
    yield "title and lede of groups", " ".join(f"title:{g} lede:{g}" for g in groups(12, 20)), []
    yield "every facet of everything", "", ["--facets", "org,date,source,doc", "--facet-limit",
                                            "1000000", "--from", "1900"]
    yield "a million hits as JSON", "và", ["--limit", "1000000", "--format", "json"]
    yield "a million hits as text", "và của", ["--limit", "1000000"]
    yield "a million hits by date as CSV", "và", ["--limit", "1000000", "--format", "csv", "--sort",
                                                  "oldest"]
    yield "a million hits of 256 phrases as TREC", " OR ".join(
        f'"{a} {b}"' for a, b in zip(long[::2], long[1::2])), ["--limit", "1000000", "--format", "trec"]
    yield "a million hits of nested alternatives as TREC", nested(40), ["--limit", "1000000",
                                                                        "--format", "trec"]
    yield "all paths", "và OR của", ["-l"]
    yield "hits from the 30,000th", "và của", ["--offset", "30000"]
    yield "long snippets", "và của", ["--limit", "500", "--snippet-chars", "1000000"]
    yield "many names of organisations", " OR ".join(f"org:{w}" for w in repeated(
        ["ubnd", "hội", "công", "bộ", "sở"], 200)), []
    yield "many dates", " OR ".join(f"date:{2000 + i % 20}-{1 + i % 12:02}" for i in range(400)), []


def nested(depth):
    query = "và"
    for i in range(depth):
        word = COMMON[i % len(COMMON)]
        query = f'({query} OR {word}) -"{word} {COMMON[(i + 7) % len(COMMON)]}"'
    return query


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True)
    parser.add_argument("--db", required=True)
    parser.add_argument("--show", type=int, default=100)
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    rows, bad = [], 0

    def line(row):
        cpu, wall, first, memory, status, name, cut = row
        slow = cpu > 2 and not cut
        return (f"{cpu:6.2f} {wall:6.2f} {first:6.2f} {memory:6.0f} {status:4} {name}"
                f"{'  [SLOW]' if slow else ''}{'  | ' + cut if cut else ''}")

    for name, query, options in queries():
        if args.only not in name:
            continue
        command = ["timeout", "60", os.path.join(args.programs, "searcher"), "--db", args.db, *options,
                   *(["--query-file", "-"] if query else [])]
        start = time.monotonic()
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as child:
            child.stdin.write(query.encode())
            child.stdin.close()
            out, first, last = b"", None, b""
            while chunk := child.stdout.read1(1 << 20):
                first = first or time.monotonic() - start
                out, last = (out + chunk)[:100000], (last + chunk)[-100000:]
            out += last  # JSON has its warnings after the hits
            err = child.stderr.read().decode()
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        cpu = used.ru_utime + used.ru_stime
        cut = [line for line in (out.decode("utf-8", "replace") + err).split("\n")
               if "of the articles" in line or "are searched" in line or "more than" in line or
               "are looked for" in line]
        told = re.search("[^\"]*(of the articles|are searched|more than|are looked for)[^\"]*",
                         cut[0]) if cut else None
        rows.append((cpu, wall, first or wall, used.ru_maxrss / 1000, child.returncode, name,
                     told[0][:70] if told else ""))
        print(line(rows[-1]), file=sys.stderr, flush=True)
    rows.sort(reverse=True)
    print(f"{'cpu s':>6} {'wall s':>6} {'first':>6} {'MB':>6} exit query")
    for row in rows[:args.show]:
        print(line(row))
        bad += "[SLOW]" in line(row)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
