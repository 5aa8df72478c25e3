"""The same articles in the form that each program reads, made once in the work folder."""
import html
import itertools
import json
import os
import re
import subprocess
import urllib.parse

PER_FOLDER = 1000  # single files


def corpus_lines(path):
    packed = {".zst": ["zstd", "-dcq", path], ".gz": ["gzip", "-dc", path]}.get(os.path.splitext(path)[1])
    if not packed:
        with open(path, "rb") as file:
            yield from file
        return
    with subprocess.Popen(packed, stdout=subprocess.PIPE) as process:
        yield from process.stdout


def file_name(identity):
    return urllib.parse.quote(identity, safe="")


def id_of(path):
    """The article whose single file lies at a path or an address."""
    name = os.path.splitext(os.path.basename(path))[0]
    return urllib.parse.unquote(name)


class Inputs:
    """Paths: jsonl, titleless (JSON Lines without titles), dump (Omega's), tsv (id, title, body; line ends as
    U+001F), copy (PostgreSQL's), pages (a folder of HTML files) and bodies (a folder of text files without titles)."""

    def __init__(self, folder, corpus, limit):
        self.folder = folder
        for name in ("jsonl", "titleless", "dump", "tsv", "copy"):
            setattr(self, name, os.path.join(folder, "articles." + name))
        self.titleless += ".jsonl"
        self.jsonl = os.path.join(folder, "articles.jsonl")
        self.pages, self.bodies = os.path.join(folder, "pages"), os.path.join(folder, "bodies")
        self.ids = set()
        key = f"{os.path.realpath(corpus)} {os.path.getsize(corpus)} {limit}"
        stamp = os.path.join(folder, "key")
        if os.path.exists(stamp) and open(stamp, encoding="utf-8").read() == key:
            with open(self.tsv, encoding="utf-8", newline="\n") as lines:
                self.ids = {line.split("\t", 1)[0] for line in lines}
            return
        subprocess.run(["rm", "-rf", folder], check=True)
        os.makedirs(folder)
        self._write(itertools.islice(corpus_lines(corpus), limit or None))
        with open(stamp, "w", encoding="utf-8") as out:
            out.write(key)

    def _write(self, lines):
        names = (self.jsonl, self.titleless, self.dump, self.tsv, self.copy)
        files = [open(name, "w", encoding="utf-8", errors="replace") for name in names]
        for number, line in enumerate(lines):
            article = json.loads(line)
            article = {key: article.get(key) or "" for key in ("id", "title", "date", "body")}
            self.ids.add(article["id"])
            for file, text in zip(files, (one_line(article), one_line(dict(article, title="")), omega(article),
                                          tabbed(article, "\x1f", "\\"), tabbed(article, "\\n", "\\\\"))):
                file.write(text + "\n")
            self._single(number, article)
        for file in files:
            file.close()

    def _single(self, number, article):
        below = f"{number // PER_FOLDER:03}"
        name = file_name(article["id"])
        for folder, ending, text in ((self.pages, "html", page(article)), (self.bodies, "txt", article["body"] + "\n")):
            if number % PER_FOLDER == 0:
                os.makedirs(os.path.join(folder, below))
            with open(os.path.join(folder, below, f"{name}.{ending}"), "w", encoding="utf-8", errors="replace") as out:
                out.write(text)


def one_line(article):
    return json.dumps(article, ensure_ascii=False)


def tabbed(article, line_end, backslash):
    fields = (article["id"], article["title"], article["body"])
    return "\t".join(re.sub("[\r\n]+", lambda _: line_end, f.replace("\\", backslash).replace("\t", " ")
                            .replace("\0", " ")) for f in fields)


def omega(article):
    parts = ["id=" + article["id"]]
    for key in ("title", "body"):
        parts.append(f"{key}=" + "\n=".join(article[key].splitlines()))
    date = re.match(r"(\d{4})-(\d{2})-(\d{2})", article["date"])
    return "\n".join(parts + (["date=" + "".join(date.groups())] if date else [])) + "\n"


def page(article):
    title = html.escape(" ".join(article["title"].split()))
    day = html.escape(article["date"][:10])
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in article["body"].splitlines() if line.strip())
    date = f'<meta property="article:published_time" content="{day}">' if day else ""
    return (f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>{title}</title>{date}</head>\n'
            f"<body><article><h1>{title}</h1>\n{body}\n</article></body></html>\n")
