#!/usr/bin/env python3
"""SQLite FTS5 as the yardstick.

usage: fts5.py index LINES DB      LINES: id<TAB>title<TAB>body a line (articles.py lines)
       fts5.py query DB QUERIES    QUERIES: id<TAB>query a line; prints id, ms, CPU ms, hits

Index: title and body, tokenizer unicode61 with the marks kept, one transaction. Query: the OR of
the words, the ten best by bm25 with their snippets, each timed from the statement to the last row.
"""
import re
import sqlite3
import sys
import time

TABLE = ("create virtual table articles using fts5(id unindexed, title, body, "
         "tokenize = \"unicode61 remove_diacritics 0\")")
SEARCH = ("select id, bm25(articles), snippet(articles, -1, '[', ']', '…', 32) from articles "
          "where articles match ? order by bm25(articles) limit 10")


def index(lines, database):
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("begin")
    connection.execute(TABLE)
    with open(lines, encoding="utf-8", newline="\n") as file:
        rows = (line.rstrip("\n").replace("\x1f", "\n").split("\t") for line in file)
        connection.executemany("insert into articles values (?, ?, ?)", rows)
    connection.execute("commit")
    connection.close()


def query(database, queries):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    with open(queries, encoding="utf-8") as file:
        for line in file:
            identity, text = line.rstrip("\n").split("\t", 1)
            words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
            start, cpu_start = time.perf_counter(), time.process_time()
            rows = connection.execute(SEARCH, (words,)).fetchall() if words else []
            cpu_ms = (time.process_time() - cpu_start) * 1000
            wall_ms = (time.perf_counter() - start) * 1000
            print(f"{identity}\t{wall_ms:.3f}\t{cpu_ms:.3f}\t{len(rows)}")


if __name__ == "__main__":
    commands = {"index": index, "query": query}
    if len(sys.argv) != 4 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    commands[sys.argv[1]](*sys.argv[2:])
