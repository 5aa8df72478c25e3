"""Recoll: `recollindex` over the folder of HTML pages with its own handler for them, asked by `recollq` with abstracts.
Accents are kept (indexStripChars = 0, autodiacsens = 1; its default drops them), no stemming, flushes of 200 MB, no list
of spellings, and not the lowest priority that it gives itself. In one process: its Python module, with abstracts."""
import os
import re
import time
import urllib.parse

from inputs import id_of
from measured import size_mb
from peer import DEPTH, Peer, Question, words_of

CONFIGURATION = """topdirs = {folder}
indexStripChars = 0
autodiacsens = 1
indexstemminglanguages =
idxflushmb = 200
noaspell = 1
idxniceprio = 0
loglevel = 2
"""
RESULTS = re.compile(r"^(\d+) results", re.MULTILINE)


def results(output):
    found = RESULTS.search(output)
    return int(found.group(1)) if found else 0


class Recoll(Peer):
    name = "Recoll"
    packages = "recollcmd python3-recoll"
    commands = ("recollindex", "recollq")
    settings = "accents kept, no stemming, idxflushmb 200; reads HTML files"

    def __init__(self, place):
        super().__init__(place)
        self.environment.update(HOME=self.folder, RECOLL_TMPDIR=self.folder)
        self.conf, self.titleless_conf = self.path("conf"), self.path("titleless")

    def missing(self):
        try:
            from recoll import recoll  # noqa: F401
        except ImportError:
            return f"no Python module of Recoll (Debian: {self.packages})"
        return super().missing()

    def version(self):
        found = re.search(r"Recoll \S+ \+ Xapian \S+", self.text(["recollq", "-c", self.folder, "x"]))
        return found.group() if found else ""

    def _index(self, conf, folder):
        os.makedirs(conf, exist_ok=True)
        with open(os.path.join(conf, "recoll.conf"), "w", encoding="utf-8") as out:
            out.write(CONFIGURATION.format(folder=folder))
        return self.run(["recollindex", "-c", conf], good=(0,))

    def index(self):
        took = self._index(self.conf, self.inputs.pages)
        took.size_mb = size_mb(os.path.join(self.conf, "xapiandb"))
        return took

    def _recollq(self, *arguments):
        return ["recollq", "-c", self.conf, "-s", "", *arguments]

    def search(self, text):
        return Question(self._recollq("-o", "-A", "-n", "10", " ".join(words_of(text))))

    def total(self, text):
        return Question(self._recollq("-a", "-n", "1", " ".join(words_of(text))), results)

    def phrase(self, text):
        return Question(self._recollq("-n", "1", f'"{text}"'), results)

    def _query(self, conf, text):
        from recoll import recoll
        if getattr(self, "_connected", None) != conf:
            self._connected, self._database = conf, recoll.connect(confdir=conf)
        query = self._database.query()
        query.execute(" OR ".join(words_of(text)), stemming=0)
        return query

    def times(self, queries):
        times = []
        for text in queries:
            began = time.perf_counter()
            query = self._query(self.conf, text)
            for document in query.fetchmany(10):
                query.makedocabstract(document)
            times.append(1000 * (time.perf_counter() - began))
        return times

    def update(self):
        return self._index(self.conf, self.inputs.pages)

    def prepare_titleless(self):
        self._index(self.titleless_conf, self.inputs.bodies)

    def ranking(self, queries, titleless):
        ranked = {}
        for identity, text in queries:
            query = self._query(self.titleless_conf if titleless else self.conf, text)
            # In the order of the hits; what it shows of scores is a rounded percentage.
            ranked[identity] = [(id_of(urllib.parse.unquote(document.url)), -place)
                                for place, document in enumerate(query.fetchmany(DEPTH))]
        return ranked
