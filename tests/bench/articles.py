#!/usr/bin/env python3
"""Turn an article JSONL on standard input into the inputs of the benchmarks, on standard output.

usage: articles.py FORM

  omega     a dump for Omega's scriptindex: id, title, body, date (yyyymmdd) where known
  notitle   the same JSONL, every title emptied (articles are then sought by their titles)
  plain     the same JSONL, unchanged
  copies:N  the whole JSONL N times over, ids ending in -copy1 … -copyN (held in memory once)
  size      one number: the bytes of titles and bodies in UTF-8
"""
import json
import re
import sys

DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def articles():
    for line in sys.stdin:
        if line.strip():
            yield json.loads(line)


def omega():
    for article in articles():
        print("id=" + article["id"])
        for key in ("title", "body"):
            text = "\n=".join((article.get(key) or "").splitlines())
            print(f"{key}={text}")
        date = DATE.match(article.get("date") or "")
        if date:
            print("date=" + "".join(date.groups()))
        print()


def notitle():
    for article in articles():
        article["title"] = ""
        print(json.dumps(article, ensure_ascii=False))


def copies(times):
    kept = []
    for article in articles():
        identity = json.dumps(article.pop("id"), ensure_ascii=False)[:-1]
        rest = json.dumps(article, ensure_ascii=False)[1:]
        kept.append((f'{{"id": {identity}'.encode(), f'", {rest}\n'.encode()))
    out = sys.stdout.buffer
    for copy in range(1, times + 1):
        for head, tail in kept:
            out.write(b"%s-copy%d%s" % (head, copy, tail))


def size():
    print(sum(len(((a.get("title") or "") + (a.get("body") or "")).encode()) for a in articles()))


def main():
    form = sys.argv[1] if len(sys.argv) == 2 else ""
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    if form == "plain":
        sys.stdout.writelines(sys.stdin)
    elif form.startswith("copies:") and form[7:].isdigit():
        copies(int(form[7:]))
    elif form in ("omega", "notitle", "size"):
        {"omega": omega, "notitle": notitle, "size": size}[form]()
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
