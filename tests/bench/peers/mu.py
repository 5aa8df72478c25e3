"""mu: `mu init` and `mu index` over a folder of messages, the title as the subject; asked by `mu find`, whose words must
all be there and whose answers come by date, so that it has no ranked query here, only the totals."""
import base64
import json
import os

from inputs import file_name
from measured import size_mb
from peer import Peer, Question, words_of


def lines(output):
    return output.count("\n")


def message(article):
    subject = base64.b64encode(" ".join(article["title"].split()).encode()).decode()
    head = ["From: bao@example.vn", "To: kho@example.vn", f"Subject: =?utf-8?B?{subject}?=",
            "Date: Thu, 02 Jul 2020 08:43:00 +0700", f"Message-Id: <{file_name(article['id'])}@example.vn>",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"]
    return ("\n".join(head) + "\n\n" + article["body"] + "\n").encode("utf-8", "replace")


class Mu(Peer):
    name = "mu"
    packages = "maildir-utils"
    commands = ("mu",)
    settings = "as installed: accents dropped, every word must be there, by date; reads messages"

    def __init__(self, place):
        super().__init__(place)
        self.mail, self.home = self.path("mail"), self.path("home")
        self.environment["HOME"] = self.folder

    def version(self):
        return self.text(["mu", "--version"]).split("\n")[0]

    def _write(self):
        for name in ("cur", "new", "tmp"):
            os.makedirs(os.path.join(self.mail, name))
        with open(self.inputs.jsonl, encoding="utf-8") as articles:
            for number, line in enumerate(articles):
                with open(os.path.join(self.mail, "cur", f"{number}:2,S"), "wb") as out:
                    out.write(message(json.loads(line)))

    def index(self):
        self._write()
        self.run(["mu", "init", "--muhome", self.home, "--maildir", self.mail])
        took = self.update()
        took.size_mb = size_mb(self.home)
        return took

    def update(self):
        return self.run(["mu", "index", "--quiet", "--muhome", self.home])

    def _find(self, query):
        return Question(["mu", "find", "--muhome", self.home, "--fields", "i", query], lines)

    def total(self, text):
        return self._find(" ".join(words_of(text)))

    def phrase(self, text):
        return self._find(f'"{text}"')
