#!/usr/bin/env python3
"""Pages of invented news sites in many layouts, with what is to be read off them.

usage: layouts.py OUTDIR [--batch a|b|c|d|e]

Writes the pages and gold.jsonl, in the form that ../../../shared/eval/articles.py scores. Every text is
invented. The layouts are those that content systems and crawlers make (portals, party papers, agencies,
blogs, government sites; page dumps in Markdown; texts that extractors leave), not those of tests/data.
Misses of batch a were mended first, then, after it had been measured unseen, those of batch b, and so on: c, d, e.
"""
import argparse
import json
import pathlib

import layouts_a  # noqa: F401  (they fill PAGES)
import layouts_b  # noqa: F401
import layouts_c  # noqa: F401
import layouts_d  # noqa: F401
import layouts_e  # noqa: F401
from layout_pages import PAGES


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("outdir")
    parser.add_argument("--batch", choices=sorted(PAGES), default="a")
    args = parser.parse_args()
    out = pathlib.Path(args.outdir)
    out.mkdir(parents=True, exist_ok=True)
    with open(out / "gold.jsonl", "w", encoding="utf-8") as gold:
        for make in PAGES[args.batch]:
            page = make()
            (out / page.name).write_text(page.text(), encoding="utf-8")
            gold.write(json.dumps(page.record(), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
