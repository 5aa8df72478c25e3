"""Xapian Omega: `scriptindex` with ../omega.script (positions, the title weighted 3, a stored sample), asked by `quest`;
no stemmer, for it has none for Vietnamese. In one process: Xapian's Python binding, the same query, the stored
sample fetched. Single files and texts without titles: `omindex`. Counts with --check-at-least 10000000, without which
they are estimates."""
import os
import re
import time

from inputs import id_of
from measured import size_mb
from peer import DEPTH, Peer, Question, words_of

SCRIPT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "omega.script")
EXACT = re.compile(r"Exactly (\d+) matches")


def exactly(output):
    found = EXACT.search(output)
    return int(found.group(1)) if found else 0


class Omega(Peer):
    name = "Omega/quest"
    packages = "xapian-omega xapian-tools python3-xapian"
    commands = ("scriptindex", "omindex", "quest")
    settings = "positions, no stemmer, BM25; counts with -c 10000000"

    def __init__(self, place):
        super().__init__(place)
        self.db, self.files_db = self.path("db"), self.path("files")

    def missing(self):
        try:
            import xapian  # noqa: F401
        except ImportError:
            return f"no Python binding of Xapian (Debian: {self.packages})"
        return super().missing()

    def version(self):
        return self.text(["quest", "--version"]).split("\n")[0]

    def index(self):
        took = self.run(["scriptindex", "--overwrite", "--stemmer=none", self.db, SCRIPT, self.inputs.dump])
        took.size_mb = size_mb(self.db)
        return took

    def _quest(self, *arguments):
        return ["quest", f"--db={self.db}", "--stemmer=none", *arguments]

    def search(self, text):
        return Question(self._quest("--msize=10", " ".join(words_of(text))))

    def total(self, text):
        return Question(self._quest("--default-op=and", "--msize=1", "--check-at-least=10000000",
                                    " ".join(words_of(text))), exactly)

    def phrase(self, text):
        return Question(self._quest("--msize=1", "--check-at-least=10000000", f'"{text}"'), exactly)

    def _search(self, database, text, limit):
        import xapian
        parser = xapian.QueryParser()
        parser.set_database(database)
        parser.set_default_op(xapian.Query.OP_OR)
        enquire = xapian.Enquire(database)
        enquire.set_query(parser.parse_query(" ".join(words_of(text)), 0))
        return [(match.document.get_data().decode("utf-8", "replace"), match.weight)
                for match in enquire.get_mset(0, limit)]

    def times(self, queries):
        import xapian
        database, times = xapian.Database(self.db), []
        for text in queries:
            began = time.perf_counter()
            self._search(database, text, 10)
            times.append(1000 * (time.perf_counter() - began))
        return times

    def _omindex(self):
        return self.run(["omindex", "--db", self.files_db, "--stemmer=none", "--url", "/", self.inputs.bodies])

    def prepare_titleless(self):
        self._omindex()

    def update(self):
        return self._omindex()

    def ranking(self, queries, titleless):
        import xapian
        database = xapian.Database(self.files_db if titleless else self.db)
        field = re.compile(r"^url=(.*)$" if titleless else r"^id=(.*)$", re.MULTILINE)
        named = id_of if titleless else str
        return {identity: [(named(field.search(data).group(1)), score)
                           for data, score in self._search(database, text, DEPTH)]
                for identity, text in queries}
