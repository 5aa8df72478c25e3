"""What every program under comparison answers to; each has a file of its own beside this one.

A peer lists what it needs, tells its version and its settings, builds its index of the articles, and
gives the command line of each question, as a user would type it. What it cannot do is None, and its
cell of the table stays empty.
"""
import os
import re
import shutil
import subprocess
from dataclasses import dataclass

from measured import run

DEPTH = 100  # hits of a run that is scored


@dataclass
class Place:
    """Where a peer works: its own folder, the prepared inputs, and our programs."""
    folder: str
    inputs: object
    bin: str


@dataclass
class Question:
    """A command line and how the number that it prints is read."""
    command: list
    number: object = None


def words_of(text):
    return re.findall(r"\w+", text)


class Peer:
    name = ""
    packages = ""
    commands = ()  # that must be there
    settings = ""
    served = False  # another process does the work of a question
    at_once = 20  # queries of times() and ranking() between looks at the clock

    def __init__(self, place):
        self.folder, self.inputs, self.bin = place.folder, place.inputs, place.bin
        self.environment = dict(os.environ)

    def missing(self):
        """What is not on this machine, or None."""
        lacking = [command for command in self.commands if not shutil.which(command)]
        return f"no {', '.join(lacking)} (Debian: {self.packages})" if lacking else None

    def version(self):
        return ""

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, command, **options):
        return run(command, env=self.environment, **options)

    def text(self, command):
        """What a command prints, whatever its status."""
        done = subprocess.run(command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              check=False)
        return done.stdout.decode("utf-8", "replace")

    # Each of these may be left as it is.
    def index(self):
        """Builds the index of all articles; a Measured with its size."""
        return None

    def start(self):
        """Before questions: a server, where there is one."""

    def stop(self):
        """After the last question."""

    def search(self, text):
        """A Question: the ten best of the OR of the words, with what the program shows of each."""
        return None

    def total(self, text):
        """A Question: how many articles hold every word."""
        return None

    def phrase(self, text):
        """A Question: how many articles hold the words in a row."""
        return None

    def times(self, queries):
        """Milliseconds of each ranked query in one process, snippets included where it makes them."""
        return None

    def prepare_update(self):
        """An index of the single files, where that is another than index() made."""

    def update(self):
        """Brings the index of the single files up to date, nothing having changed; a Measured."""
        return None

    def prepare_titleless(self):
        """An index without titles, where titles cannot be left out of a query."""

    def ranking(self, queries, titleless):
        """The DEPTH best of each (id, text): {id: [(article, score)]}; titles count unless titleless."""
        return {}
