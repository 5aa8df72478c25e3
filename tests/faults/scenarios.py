"""The runs that are walked through, each from a small archive made for it.

A scenario is prepared once; every failing run then begins with a copy of its database. All articles
are those of the sample corpus and lines invented here.
"""
import hashlib
import json
import os
import re
import shutil

from injection import run

# Asked of every archive; together they read words, phrases, values, facet names and stored text.
BATCH = ("a\tcầu\nb\t\"hội nghị\"\nc\tdai hoi dang bo\nd\tgạo OR tôm\ne\tsông NEAR/5 nước\n")
TOTALS = ["cầu", '"đại hội"', "gạo -tôm", "tháng", "NML"]


class Scenario:
    """`before`: a prepared database folder or None; `command`: what fails; `settle`: what is run
    undisturbed afterwards until all is well again."""

    def __init__(self, name, command, settle=None, before=None, writes=True, stdin=b""):
        self.name, self.command, self.before = name, command, before
        self.settle, self.writes, self.stdin = settle or command, writes, stdin


class Lab:
    def __init__(self, programs, corpus, work):
        self.indexer, self.searcher = (os.path.join(programs, p) for p in ("indexer", "searcher"))
        self.work = work
        shutil.rmtree(work, ignore_errors=True)
        os.makedirs(work)
        self.corpus = corpus
        self.write("batch.tsv", BATCH)
        self.write("names.tsv", "Nhóm Mái Lá Thử\tNML\n")
        self.write("corrections.jsonl",
                   '{"id": "ddm-0022", "field": "title", "value": "Tựa khác về tháng sau"}\n')

    def path(self, *parts):
        return os.path.join(self.work, *parts)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        os.utime(self.path(name), (1600000000, 1600000000))

    def articles(self, name):
        """A small folder of articles of its own, of a time long ago."""
        folder = self.path(name)
        for part in ("thanh-ho", "song-han-ngay-nay"):
            shutil.copytree(os.path.join(self.corpus, part), os.path.join(folder, part))
        with open(os.path.join(self.corpus, "ddm.jsonl"), encoding="utf-8") as lines:
            self.write(name + "/ddm.jsonl", "".join(list(lines)[-8:]))
        self.write(name + "/nml.txt", "Cầu mới\n\nCây cầu do Nhóm Mái Lá Thử xây trong tháng này.\n")
        for base, _, files in os.walk(folder):
            for file in files:
                os.utime(os.path.join(base, file), (1600000000, 1600000000))
        return folder

    def must(self, *command):
        done = run(list(command), self.work)
        if done.status > 1:
            raise RuntimeError(f"{command}: {done.status} {done.err.decode()}")
        return done

    def update(self, db, *arguments):
        return [self.indexer, "update", "-q", "--allow-deletions", "--db", db, *arguments]

    def answers(self, db):
        """What the archive answers, without what differs from run to run; None where it fails."""
        out = []
        batch = run([self.searcher, "--db", db, "--batch", self.path("batch.tsv"), "--format",
                     "jsonl", "--limit", "3"], self.work)
        if batch.status > 1:
            return None
        out.append(re.sub(rb'"took_ms": ?[0-9.e-]+', b"", batch.out))
        facets = run([self.searcher, "--db", db, "tháng", "--facets", "org,date,source",
                      "--format", "csv", "--sort", "newest"], self.work)
        if facets.status > 1:
            return None
        return out + [facets.out]

    def scenarios(self):
        """All of them, prepared."""
        made = []
        db = self.path("prepared", "{}")

        art = self.articles("first")
        made.append(Scenario("first", self.update("DB", art)))

        art, name = self.articles("change"), db.format("change")
        self.must(*self.update(name, art))
        self.write("change/nml.txt", "Cầu cũ\n\nCây cầu cũ được sửa lại trong tháng này.\n")
        self.write("change/moi.txt", "Tin mới\n\nMột bài mới về cầu, gạo và tôm.\n")
        made.append(Scenario("change", self.update("DB"), before=name))

        art, name = self.articles("deletion"), db.format("deletion")
        self.must(*self.update(name, art))
        os.remove(os.path.join(art, "nml.txt"))
        shutil.rmtree(os.path.join(art, "song-han-ngay-nay"))
        made.append(Scenario("deletion", self.update("DB"), before=name))

        # Of an archive that forgets nothing: an update that keeps two texts, and a rebuild with them.
        art, name = self.articles("versions"), db.format("versions")
        self.must(*self.update(name, "--keep-versions", art))
        self.write("versions/nml.txt", "Cầu cũ\n\nCây cầu cũ được sửa lại trong tháng này.\n")
        # Few, so that the statistics, and with them the scores, stay those of before in any order.
        shutil.rmtree(os.path.join(art, "song-han-ngay-nay", "2020"))
        made.append(Scenario("versions", self.update("DB"), before=name))
        kept = db.format("kept")
        shutil.copytree(name, kept)
        self.must(*self.update(kept))
        made.append(Scenario("versions: rebuild", [self.indexer, "rebuild", "-q", "--db", "DB", art],
                             before=kept))

        art, name = self.articles("names"), db.format("names")
        self.must(*self.update(name, art))
        made.append(Scenario("names", self.update(
            "DB", "--names", self.path("names.tsv"), "--corrections",
            self.path("corrections.jsonl")), before=name))

        art, name = self.articles("merge"), db.format("merge")
        self.must(*self.update(name, art))
        for n in range(8):
            self.write(f"merge/them{n}.txt", f"Tin thêm {n}\n\nBài thứ {n} về cầu và gạo.\n")
            if n < 7:
                self.must(*self.update(name))
        made.append(Scenario("merge", self.update("DB"), before=name))

        art, name = self.articles("rebuild"), db.format("rebuild")
        self.must(*self.update(name, art))
        made.append(Scenario("rebuild", [self.indexer, "rebuild", "-q", "--db", "DB", art],
                             before=name))

        art, name = self.articles("nothing"), db.format("nothing")
        self.must(*self.update(name, art))
        made.append(Scenario("nothing", self.update("DB"), before=name))

        if b"recover" in run([self.indexer, "--help"], self.work).out:
            damaged = db.format("recover")
            shutil.copytree(name, damaged)
            with open(os.path.join(damaged, "current"), "wb"):
                pass
            made.append(Scenario("recover", [self.indexer, "recover", "--db", "DB"],
                                 before=damaged, settle=self.update("DB")))

        full = db.format("merge")
        for label, arguments in {
                "search: words": ["cầu", "gạo", "--format", "json"],
                "search: phrase, facets": ['"hội nghị"', "--facets", "org,date,source", "--sort",
                                           "oldest", "--from", "2015"],
                "search: count": ["--count", "tháng OR năm"],
                "search: show": ["--show", "ddm-0022"]}.items():
            made.append(Scenario(label, [self.searcher, "--db", "DB", *arguments], before=full,
                                 writes=False))
        return made


def _files(db):
    for base, folders, files in os.walk(db):
        folders.sort()
        yield os.path.relpath(base, db), b""
        for name in sorted(files):
            path = os.path.join(base, name)
            with open(path, "rb") as file:
                yield os.path.relpath(path, db), file.read()


def _digest(parts):
    digest = hashlib.blake2b()
    for path, data in parts:
        digest.update(f"{path}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def digest_of(db):
    """Of every name and byte in the folder."""
    return _digest(_files(db))


def content_of(db):
    """The digest without what differs between two runs that do the same: the time in a manifest, the
    identifier that Xapian gives a database, and the checksums over both."""

    def alike(path, data):
        name = os.path.basename(path)
        if name == "manifest.json":
            return re.sub(rb'"(created|xxh128|checksum)": *"[^"]*"', b"", data)
        if name == "iamglass":
            return data[:16] + data[32:]
        return b"" if name in ("index.sums", "current") else data

    return _digest((path, alike(path, data)) for path, data in _files(db))


def entries_of(db):
    """The database folder's paths with every number as #, and how many generations and layers
    stand in it."""
    paths, generations, layers = set(), 0, set()
    for base, folders, files in os.walk(db):
        for entry in folders + files:
            path = os.path.relpath(os.path.join(base, entry), db)
            generations += bool(re.fullmatch(r"generation-\d+", path))
            if re.fullmatch(r"layer-\d+", path):
                layers.add(path)
            paths.add(re.sub(r"\d+", "#", path))
    return paths, generations, layers


def layers_named(db):
    """The layers that the live generation's manifest names."""
    for name in os.listdir(db):
        if name.startswith("generation-"):
            with open(os.path.join(db, name, "manifest.json"), encoding="utf-8") as file:
                return {layer["name"] for layer in json.load(file)["layers"]}
    return set()
