"""Kho Báo: `indexer` and `searcher` of this build. As installed; organisations, people, places and documents are
recognised while indexing, which no other program here does. Totals and phrases with --literal, so that they count what
the others count: the words as typed."""
import json
import os
import subprocess

from measured import size_mb
from peer import DEPTH, Peer, Question


class KhoBao(Peer):
    name = "Kho Báo"
    at_once = 10000  # one process; the first queries of each find its tables cold
    settings = "as installed; reads JSON Lines; totals and phrases --literal"

    def __init__(self, place):
        super().__init__(place)
        self.indexer, self.searcher = (os.path.join(self.bin, name) for name in ("indexer", "searcher"))
        self.db, self.files_db = self.path("db"), self.path("files")
        self.titleless_db = self.path("titleless")
        self.environment["XDG_CONFIG_HOME"] = self.folder  # no settings of whoever runs this

    def missing(self):
        return None if os.access(self.searcher, os.X_OK) else f"no searcher in {self.bin}"

    def version(self):
        return self.text([self.searcher, "--version"]).split("\n")[0]

    def _rebuild(self, db, source):
        return self.run([self.indexer, "rebuild", "--quiet", "--db", db, source], good=(0, 1))

    def index(self):
        took = self._rebuild(self.db, self.inputs.jsonl)
        took.size_mb = size_mb(self.db)
        return took

    def _ask(self, *arguments):
        return [self.searcher, "--db", self.db, *arguments]

    def search(self, text):
        return Question(self._ask("--limit", "10", "--", text))

    def total(self, text):
        return Question(self._ask("--literal", "--count", "--", text), int)

    def phrase(self, text):
        return self.total(f'"{text}"')

    def _batch(self, db, queries, kind, limit):
        lines = self.path("queries.tsv")
        with open(lines, "w", encoding="utf-8") as out:
            out.writelines(f"{identity}\t{text}\n" for identity, text in queries)
        done = subprocess.run([self.searcher, "--db", db, "--batch", lines, "--format", kind, "--limit", str(limit)],
                              env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        return done.stdout.decode("utf-8").splitlines()

    def times(self, queries):
        lines = self._batch(self.db, list(enumerate(queries)), "jsonl", 10)
        return [json.loads(line)["took_ms"] for line in lines]

    def prepare_update(self):
        self.run([self.indexer, "update", "--quiet", "--db", self.files_db, self.inputs.pages], good=(0, 1))

    def update(self):
        return self.run([self.indexer, "update", "--quiet", "--db", self.files_db, self.inputs.pages], good=(0, 1))

    def prepare_titleless(self):
        self._rebuild(self.titleless_db, self.inputs.titleless)

    def ranking(self, queries, titleless):
        ranked = {}
        for line in self._batch(self.titleless_db if titleless else self.db, queries, "trec", DEPTH):
            query, _, article, _, score, _ = line.split()
            ranked.setdefault(query, []).append((article, float(score)))
        return ranked
