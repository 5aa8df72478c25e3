"""Groonga: a table with title and body, loaded first and indexed afterwards in one go (its fastest way), TokenBigram with
NormalizerNFKC130, which make a word of each run of letters and keep the accents; positions and sections; texts
compressed with zstd; ranked by scorer_tf_idf, the title weighing 3, with snippet_html. In one process: commands on the
standard input of one `groonga`, the time that each answer carries."""
import json
import os
import subprocess

from measured import size_mb
from peer import DEPTH, Peer, Question, words_of

SCHEMA = """table_create Articles TABLE_HASH_KEY ShortText
column_create Articles title COLUMN_SCALAR Text
column_create Articles body COLUMN_SCALAR|COMPRESS_ZSTD Text
load --table Articles --columns _key,title,body
[
"""
INDEX = """]
table_create Words TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerNFKC130
column_create Words places COLUMN_INDEX|WITH_POSITION|WITH_SECTION Articles title,body
"""
BOTH = "scorer_tf_idf(title) * 3 || scorer_tf_idf(body)"
BODY = "scorer_tf_idf(body)"


def hits(output):
    return json.loads(output)[1][0][0][0]


def argument(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


class Groonga(Peer):
    name = "Groonga"
    packages = "groonga-bin"
    commands = ("groonga",)
    settings = "TokenBigram, NormalizerNFKC130, tf-idf, texts in zstd"

    def __init__(self, place):
        super().__init__(place)
        self.db = self.path("db/articles")

    def version(self):
        return self.text(["groonga", "--version"]).split(" [")[0]

    def index(self):
        os.makedirs(self.path("db"))
        script = self.path("load.grn")
        with open(script, "w", encoding="utf-8") as out, open(self.inputs.jsonl, encoding="utf-8") as articles:
            out.write(SCHEMA)
            for line in articles:
                article = json.loads(line)
                out.write(json.dumps([article["id"], article["title"], article["body"]], ensure_ascii=False) + ",\n")
            out.write(INDEX)
        took = self.run(["groonga", "-n", "--file", script, self.db])
        took.size_mb = size_mb(self.path("db"))
        return took

    def _select(self, query, limit, columns, scope=BOTH):
        return (f"select Articles --match_columns {argument(scope)} --query {argument(query)} "
                f"--sort_keys -_score,_id --limit {limit} --output_columns {argument(columns)}")

    def _ranked(self, text):
        return self._select(" OR ".join(words_of(text)), 10, "_key, _score, title, snippet_html(body)")

    def _count(self, query):
        return Question(["groonga", self.db, self._select(query, 0, "_key", "title || body")], hits)

    def search(self, text):
        return Question(["groonga", self.db, self._ranked(text)])

    def total(self, text):
        return self._count(" ".join(words_of(text)))

    def phrase(self, text):
        return self._count(f'"{text}"')

    def _answers(self, commands):
        script = "".join(command + "\n" for command in commands)
        done = subprocess.run(["groonga", self.db], input=script.encode(), stdout=subprocess.PIPE, check=False)
        return [json.loads(line) for line in done.stdout.decode("utf-8", "replace").splitlines() if line]

    def times(self, queries):
        return [1000 * answer[0][2] for answer in self._answers(map(self._ranked, queries))]

    def ranking(self, queries, titleless):
        scope = BODY if titleless else BOTH
        answers = self._answers(self._select(" OR ".join(words_of(text)), DEPTH, "_key,_score", scope)
                                for _, text in queries)
        return {identity: [tuple(row) for row in answer[1][0][2:]] for (identity, _), answer in zip(queries, answers)}
