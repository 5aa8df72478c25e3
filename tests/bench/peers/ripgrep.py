"""ripgrep: no index; the words of a phrase on one line of the folder of HTML files, whole words, whatever the case; and
files that hold every word, one `rg` after the other. It ranks nothing."""
import shlex

from peer import Peer, Question, words_of


def lines(output):
    return output.count("\n")


class Ripgrep(Peer):
    name = "rg"
    packages = "ripgrep"
    commands = ("rg",)
    settings = "no index; -ilwF over the HTML files"

    def version(self):
        return self.text(["rg", "--version"]).split("\n")[0]

    def phrase(self, text):
        return Question(["rg", "-ilwF", "--", text, self.inputs.pages], lines)

    def total(self, text):
        first, *others = words_of(text)
        pipe = f"rg -0ilwF -- {shlex.quote(first)} {shlex.quote(self.inputs.pages)}"
        pipe += "".join(f" | xargs -0 rg -0ilwF -- {shlex.quote(word)}" for word in others)
        return Question(["sh", "-c", pipe + " | tr '\\0' '\\n'"], lines)
