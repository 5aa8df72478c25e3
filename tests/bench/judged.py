#!/usr/bin/env python3
"""Take out of a TREC run what nobody judged, so that rankings whose pools differ compare by what is known.

usage: judged.py QRELS RUN > JUDGED_RUN
"""
import collections
import sys


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as lines:
        judged = {(topic, article) for topic, _, article, _ in map(str.split, filter(str.strip, lines))}
    kept = collections.Counter()
    with open(sys.argv[2], encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            topic, _, article, _, score, tag = line.split()
            if (topic, article) in judged:
                kept[topic] += 1
                print(topic, "Q0", article, kept[topic], score, tag)


if __name__ == "__main__":
    main()
