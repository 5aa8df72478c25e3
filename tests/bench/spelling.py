#!/usr/bin/env python3
"""How many mistyped words are mended, and what reading a query costs.

    spelling.py SEARCHER DB ARTICLES.jsonl [--queries 400] [--seed 1]

Takes stretches of three to six syllables from article bodies at random, damages one syllable by one
slip of the keyboard (a key beside, a letter doubled, left out or swapped, a space left out), and asks
for the stretch. Stretches whose damaged syllable occurs in the archive are counted apart: those are
searched as typed. Prints shares per kind of slip, and the time of a search beside one with --literal.
"""
import argparse
import json
import random
import re
import statistics
import subprocess
import unicodedata

ROWS = {"a": "qwsz", "b": "vghn", "c": "xdfv", "d": "serfcx", "e": "wsdr", "g": "ftyhbv", "h": "gyujnb", "i": "ujko",
        "k": "jiolm", "l": "kop", "m": "njk", "n": "bhjm", "o": "iklp", "p": "ol", "q": "wa", "r": "edft", "s": "awedxz",
        "t": "rfgy", "u": "yhji", "v": "cfgb", "x": "zsdc", "y": "tghu"}
WORD = re.compile(r"[^\W\d_]+")
KINDS = ("beside", "doubled", "left out", "swapped", "no space")


def fold(text):
    text = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(c for c in text if not unicodedata.combining(c))


def damage(words, at, kind, rng):
    """The stretch with one slip in words[at], as a list of words; None where the slip is impossible."""
    word = words[at]
    i = rng.randrange(len(word))
    if kind == "beside":
        keys = ROWS.get(fold(word[i]))
        if not keys or word[i] not in ROWS:
            return None
        word = word[:i] + rng.choice(keys) + word[i + 1:]
    elif kind == "doubled":
        word = word[:i + 1] + word[i:]
    elif kind == "left out":
        if len(word) < 3:
            return None
        word = word[:i] + word[i + 1:]
    elif kind == "swapped":
        if i + 1 == len(word) or word[i] == word[i + 1]:
            return None
        word = word[:i] + word[i + 1] + word[i] + word[i + 2:]
    else:
        if at + 1 == len(words):
            return None
        return words[:at] + [word + words[at + 1]] + words[at + 2:]
    return words[:at] + [word] + words[at + 1:]


def ask(args, query, *options):
    run = subprocess.run([args.searcher, "--db", args.db, "--format", "json", "--limit", "1", *options, "--", query],
                         capture_output=True, text=True, check=False)
    return json.loads(run.stdout) if run.stdout else None


def stretches(path, count, rng):
    lines = open(path, encoding="utf-8").readlines()
    while count > 0:
        record = json.loads(rng.choice(lines))
        body = unicodedata.normalize("NFC", record.get("body") or record.get("text") or record.get("content") or "")
        sentences = [s for s in re.split(r"[.!?\n;:,()\"“”]", body) if len(s.split()) >= 8]
        if not sentences:
            continue
        words = rng.choice(sentences).lower().split()
        size = rng.randrange(3, 7)
        begin = rng.randrange(len(words) - size + 1)
        words = words[begin:begin + size]
        if all(WORD.fullmatch(w) for w in words):
            count -= 1
            yield words


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("searcher")
    parser.add_argument("db")
    parser.add_argument("articles")
    parser.add_argument("--queries", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true", help="print what was not mended right")
    args = parser.parse_args()
    rng = random.Random(args.seed)
    mended, offered, unknown, known = ({k: 0 for k in KINDS} for _ in range(4))
    ratios = []
    for words in stretches(args.articles, args.queries, rng):
        kind = rng.choice(KINDS)
        damaged = damage(words, rng.randrange(len(words)), kind, rng)
        if damaged is None:
            continue
        answer = ask(args, " ".join(damaged))
        literal = ask(args, " ".join(damaged), "--literal")
        if answer is None or literal is None:
            continue
        ratios.append(answer["took_ms"] / max(literal["took_ms"], 0.1))
        searched = [s["query"] for s in answer["suggestions"] if s["searched"]]
        others = [s["query"] for s in answer["suggestions"] if not s["searched"]]
        want = " ".join(words)
        if not searched:
            known[kind] += 1
            offered[kind] += want in others
            continue
        unknown[kind] += 1
        mended[kind] += searched[0] == want
        if args.misses and searched[0] != want:
            print(f"{kind}: {' '.join(damaged)} -> {searched[0]} (want {want}; {others})")
    print("slip       nowhere in the archive, mended right     a word of the archive, right one offered")
    for kind in KINDS:
        print(f"{kind:9}  {mended[kind]:4} of {unknown[kind]:4}                        {offered[kind]:4} of {known[kind]:4}")
    total = sum(unknown.values())
    print(f"all        {sum(mended.values())} of {total}: {sum(mended.values()) / max(total, 1):.3f}")
    print(f"time of a search beside --literal: median {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
