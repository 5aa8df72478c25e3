"""SQLite FTS5: a table with title and body, tokenizer unicode61 with the marks kept (with its default, which drops them,
known items are found worse), one transaction, `optimize` at the end; the title weighs 3 as in Omega's index. In one
process: Python's sqlite3, with snippet(). Without titles: a filter on the body's column."""
import sqlite3
import time

from measured import size_mb
from peer import DEPTH, Peer, Question, words_of

SEARCH = ("select id, bm25(articles, 0, 3, 1) as score, snippet(articles, -1, '[', ']', '…', 32) from articles "
          "where articles match {} order by score limit 10")
BEST = ("select id, -bm25(articles, 0, 3, 1) from articles where articles match ? "
        f"order by bm25(articles, 0, 3, 1) limit {DEPTH}")
INDEX = """
pragma journal_mode = off;
begin;
create virtual table articles using fts5(id unindexed, title, body, tokenize = "unicode61 remove_diacritics 0");
create temp table loaded(id text, title text, body text);
.mode ascii
.separator "\\t" "\\n"
.import '{tsv}' loaded
insert into articles select id, title, replace(body, char(31), char(10)) from loaded;
insert into articles(articles) values('optimize');
commit;
"""


def any_of(text):
    return " OR ".join(f'"{word}"' for word in words_of(text))


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


class Fts5(Peer):
    name = "SQLite FTS5"
    packages = "sqlite3"
    commands = ("sqlite3",)
    settings = "unicode61 remove_diacritics 0, one transaction, optimize; title weighs 3"

    def __init__(self, place):
        super().__init__(place)
        self.db = self.path("articles.db")

    def version(self):
        return "SQLite " + self.text(["sqlite3", "--version"]).split(" ")[0]

    def index(self):
        script = self.path("index.sql")
        with open(script, "w", encoding="utf-8") as out:
            out.write(INDEX.format(tsv=self.inputs.tsv))
        with open(script, "rb") as stdin:
            took = self.run(["sqlite3", "-bail", self.db], stdin=stdin)
        took.size_mb = size_mb(self.db)
        return took

    def _sqlite(self, statement):
        return ["sqlite3", "-readonly", self.db, statement]

    def search(self, text):
        return Question(self._sqlite(SEARCH.format(quoted(any_of(text)))))

    def _count(self, match):
        return Question(self._sqlite(f"select count(*) from articles where articles match {quoted(match)}"), int)

    def total(self, text):
        return self._count(" AND ".join(f'"{word}"' for word in words_of(text)))

    def phrase(self, text):
        return self._count(f'"{text}"')

    def _open(self):
        return sqlite3.connect(f"file:{self.db}?mode=ro", uri=True)

    def times(self, queries):
        connection, times = self._open(), []
        for text in queries:
            began = time.perf_counter()
            connection.execute(SEARCH.format("?"), (any_of(text),)).fetchall()
            times.append(1000 * (time.perf_counter() - began))
        return times

    def ranking(self, queries, titleless):
        connection = self._open()
        scope = "body : ({})" if titleless else "{}"
        return {identity: connection.execute(BEST, (scope.format(any_of(text)),)).fetchall()
                for identity, text in queries}
