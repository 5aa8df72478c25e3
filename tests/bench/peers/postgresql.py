"""PostgreSQL full text: a server of its own under the work folder, run as the user postgres where this is run by root,
on a socket; the configuration `simple` (there is none for Vietnamese), a stored tsvector with the title as A and the
body as D, a GIN index; ts_rank with the title weighing 3 and the length's logarithm taken off, ts_headline for the
ten shown. shared_buffers 1 GB, maintenance_work_mem 512 MB, wal_level minimal, JIT off (it costs short queries more than it
brings). Every match is ranked, for GIN holds no weights. In one process: one session, the server's time of each."""
import glob
import os
import pwd
import re
import signal
import subprocess
import sys
import time

from measured import Measured, finish, size_mb
from peer import DEPTH, Peer, Question, words_of

SETTINGS = {"listen_addresses": "", "shared_buffers": "1GB", "maintenance_work_mem": "512MB", "work_mem": "64MB",
            "wal_level": "minimal", "max_wal_senders": "0", "max_wal_size": "4GB", "jit": "off"}
SCHEMA = """create table articles(id text primary key, title text, body text, words tsvector generated always as
 (setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'D')) stored);
\\copy articles(id, title, body) from '{copy}'
create index on articles using gin(words);
vacuum analyze articles;
"""
TITLE_WEIGHS = "{.1, .1, .1, .3}"  # D, C, B, A
TIMED = re.compile(r"^Time: ([\d.]+) ms", re.MULTILINE)


def any_of(text, weight=""):
    return "to_tsquery('simple', '" + " | ".join(word + weight for word in words_of(text)) + "')"


def best(query, limit, weights=TITLE_WEIGHS):
    return (f"select id, body, ts_rank('{weights}', words, {query}, 1) as score from articles where words @@ {query} "
            f"order by score desc limit {limit}")


class PostgreSQL(Peer):
    name = "PostgreSQL"
    packages = "postgresql"
    commands = ("psql",)
    served = True
    settings = "simple, GIN, ts_rank; shared_buffers 1 GB, JIT off"

    def __init__(self, place):
        super().__init__(place)
        self.data, self.server = self.path("data"), None
        self.programs = (sorted(glob.glob("/usr/lib/postgresql/*/bin")) or [""])[-1]
        self.owner = {}
        self.environment.update(PGHOST=self.folder, PGUSER="postgres", PGDATABASE="postgres", PGCLIENTENCODING="UTF8")

    def missing(self):
        if os.geteuid() == 0 and self.programs:
            try:
                user = pwd.getpwnam("postgres")
            except KeyError:
                return f"no user postgres (Debian: {self.packages})"
            self.owner = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        return super().missing() if self.programs else f"no server (Debian: {self.packages})"

    def version(self):
        return self.text(["psql", "--version"]).strip()

    def _program(self, name, *arguments):
        return subprocess.Popen([os.path.join(self.programs, name), *arguments], stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, cwd="/", **self.owner)

    def start(self):
        options = [f"-c{key}={value}" for key, value in SETTINGS.items()] + [f"-cunix_socket_directories={self.folder}"]
        self.server = self._program("postgres", "-D", self.data, *options)
        for _ in range(300):
            if subprocess.run(["psql", "-Xqc", "select 1"], env=self.environment, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, check=False).returncode == 0:
                return
            time.sleep(.1)
        sys.exit("peers: the server of PostgreSQL does not start")

    def stop(self):
        if self.server:
            self.server.send_signal(signal.SIGINT)
            took, self.server = finish(self.server, 0), None
            return took
        return Measured()

    def index(self):
        if self.owner:
            os.chown(self.folder, self.owner["user"], self.owner["group"])
        self._program("initdb", "-D", self.data, "-E", "UTF8", "--locale=C.UTF-8", "-U", "postgres", "-A", "trust").wait()
        self.start()
        script = self.path("index.sql")
        with open(script, "w", encoding="utf-8") as out:
            out.write(SCHEMA.format(copy=self.inputs.copy))
        client = self.run(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-f", script])
        size = int(self.text(["psql", "-XAtc", "select pg_total_relation_size('articles')"])) / 1e6
        server = self.stop()
        return Measured(client.wall_s, client.cpu_s + server.cpu_s, server.peak_mb, size)

    def _psql(self, statement):
        return ["psql", "-XAtc", statement]

    def _shown(self, text):
        query = any_of(text)
        return f"select id, score, ts_headline('simple', body, {query}) from ({best(query, 10)}) as found"

    def search(self, text):
        return Question(self._psql(self._shown(text)))

    def _count(self, query):
        return Question(self._psql(f"select count(*) from articles where words @@ {query}"), int)

    def total(self, text):
        return self._count("to_tsquery('simple', '" + " & ".join(words_of(text)) + "')")

    def phrase(self, text):
        return self._count(f"phraseto_tsquery('simple', $${text}$$)")

    def _session(self, statements, timed):
        script = ("\\timing on\n" if timed else "") + "".join(f"{statement};\n" for statement in statements)
        return subprocess.run(["psql", "-XAtqF\t"], input=script.encode(), env=self.environment, stdout=subprocess.PIPE,
                              check=False).stdout.decode("utf-8")

    def times(self, queries):
        return [float(ms) for ms in TIMED.findall(self._session(map(self._shown, queries), True))]

    def ranking(self, queries, titleless):
        ranked = {}
        statements = []
        for identity, text in queries:
            query = any_of(text, ":D" if titleless else "")
            weights = "{.1, .1, .1, 0}" if titleless else TITLE_WEIGHS
            statements.append(f"select '{identity}', id, score from ({best(query, DEPTH, weights)}) as found")
        for line in self._session(statements, False).splitlines():
            identity, article, score = line.split("\t")
            ranked.setdefault(identity, []).append((article, float(score)))
        return ranked
