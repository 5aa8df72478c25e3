#!/usr/bin/env python3
"""What reading containers and documents costs: per format, fixtures right, MB/s, peak memory.

usage: containers.py [--bin DIR] [--seconds N] [--warc-mb N]

Prints, for each file of tests/data/containers, how many of the articles that it holds `indexer inspect`
finds with their title, text and day; the same file many times over in a folder through `inspect` on
as many threads as it takes: files and MB of them a second of CPU, and the peak memory of the largest
process (khobao-extract among them). Then invented WARC files, of --warc-mb and of a tenth of that,
plain, .gz and .zst: pages and MB a second, and that memory does not grow with the file. Last what a
start loads: no library of documents. Needs zstd.
"""
import argparse
import gzip
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, "..", "data", "containers")
CHO, DO = "Xã Mây Trắng mở lại chợ phiên sau mùa mưa", "Bến đò Sông Gió có thuyền mới cho học trò qua sông"
CODINGS = ["Bản Mây có đường điện mới", "Trạm y tế Sông Gió thêm hai bác sĩ", "Đò dọc Sông Gió chạy lại",
           "Thư viện xã Mây Trắng mở cửa chủ nhật"]
CODED = ["Tỉnh ủy Mây Trắng họp bàn việc mở lại chợ phiên", "Trường đã mở lại lớp học", "LÊ NA"]
PRINTED = ["gùi măng"]
# Per file: titles of its articles, and what else must stand in them.
WANTED = {"wget.warc.gz": ([CHO, DO], []), "codings.warc.gz": (CODINGS, []),
          "dictionary.warc.zst": (CODINGS, []), "chromium.mhtml": ([CHO], PRINTED),
          "chromium.pdf": ([CHO], PRINTED), "libreoffice.docx": ([CHO], CODED),
          "libreoffice.odt": ([CHO], CODED), "libreoffice.doc": ([CHO], CODED),
          "libreoffice.rtf": ([CHO], CODED)}


def run(command, **options):
    """Output, seconds of CPU and by the clock, peak MB of the largest process below it."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    out, _ = process.communicate()
    # Its own children are counted where it waited for them.
    return out, time.monotonic() - began, process.returncode


def measured(command):
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        out, wall, code = run(command)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        with os.fdopen(write, "w") as to:
            json.dump({"wall": wall, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss * 1024 / 1e6,
                       "lines": out.count(b"\n"), "code": code}, to)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as result:
        answer = json.load(result)
    os.waitpid(child, 0)
    return answer


def right(indexer, name):
    titles, more = WANTED[name]
    out, _, _ = run([indexer, "inspect", "--format", "jsonl", os.path.join(FIXTURES, name)])
    found = 0
    for line in out.decode().splitlines():
        article = json.loads(line)
        text = "\n".join(article["paragraphs"]) + (article["author"] or "")
        dated = (article["published"] or "").startswith("2020-03-04")
        found += article["title"] in titles and (dated or article["title"] == DO) and all(
            part in text for part in more)
    return f"{found} of {len(titles)}"


def repeated(indexer, name, seconds):
    source = os.path.join(FIXTURES, name)
    with tempfile.TemporaryDirectory() as folder:
        files = 8
        while True:
            for i in range(files):
                target = f"{folder}/{i:06}-{name}"
                if not os.path.exists(target):
                    shutil.copyfile(source, target)
            used = measured([indexer, "inspect", "--format", "jsonl", folder])
            if used["wall"] > seconds or files > 20000:
                break
            files = int(files * max(2, min(20, 1.2 * seconds / max(used["wall"], 0.01))))
    megabytes = files * os.path.getsize(source) / 1e6
    return [f"{files / used['cpu']:.0f}", f"{megabytes / used['cpu']:.2f}", f"{used['peak']:.0f}"]


def warc_pages(megabytes):
    words = "chợ phiên bản mây gùi măng cam xuống bến sông gió thuyền học trò xã huyện đường đèo mưa nắng".split()
    size = number = 0
    while size < megabytes * 1e6:
        text = "".join(f"<p>Sáng {1 + number % 28}/3/2020, " + " ".join(
            words[(number * 7 + i * i) % len(words)] for i in range(j, j + 60)) + ".</p>\n" for j in range(12))
        page = (f"<html><head><title>Chuyện bản Mây số {number}</title></head><body><h1>Chuyện bản Mây số {number}"
                f"</h1>\n{text}</body></html>").encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        record = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://may.example/{number}\r\n"
                  "WARC-Date: 2020-03-30T01:15:00Z\r\nContent-Type: application/http;msgtype=response\r\n"
                  f"Content-Length: {len(http)}\r\n\r\n").encode() + http + b"\r\n\r\n"
        size += len(record)
        number += 1
        yield record


def big_warc(indexer, megabytes, ending):
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/may.warc{ending}"
        size = 0
        with open(f"{folder}/may.warc", "wb") as plain, gzip.open(f"{folder}/may.warc.gz", "wb", 1) if (
                ending == ".gz") else open(os.devnull, "wb") as packed:
            for record in warc_pages(megabytes):
                size += len(record)
                (packed if ending == ".gz" else plain).write(record)
        if ending == ".zst":
            subprocess.run(["zstd", "-q", "-1", f"{folder}/may.warc"], check=True)
        if ending:
            os.remove(f"{folder}/may.warc")
        used = measured([indexer, "inspect", "--format", "jsonl", path])
    return [f"invented.warc{ending}, {size / 1e6:.0f} MB", f"{used['lines']} pages",
            f"{used['lines'] / used['cpu']:.0f}", f"{size / 1e6 / used['cpu']:.2f}", f"{used['peak']:.0f}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=os.path.join(HERE, "..", "..", "build", "release", "bin"))
    parser.add_argument("--seconds", type=float, default=5, help="of the clock, for each format at least")
    parser.add_argument("--warc-mb", type=int, default=200)
    options = parser.parse_args()
    indexer = os.path.abspath(os.path.join(options.bin, "indexer"))
    sys.path.insert(0, HERE)
    from figures import print_table
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    rows = [[name, right(indexer, name)] + repeated(indexer, name, options.seconds) for name in WANTED]
    for megabytes in (options.warc_mb // 10, options.warc_mb):
        rows += [big_warc(indexer, megabytes, ending) for ending in ("", ".gz", ".zst")]
    print_table(["file", "articles right", "files or pages/s of CPU", "MB/s of CPU", "peak MB"], rows)
    for program in ("indexer", "searcher"):
        traced = subprocess.run([os.path.join(options.bin, program), "--version"], capture_output=True,
                                text=True, env={"LD_DEBUG": "files", "PATH": os.environ["PATH"]}, check=True)
        loaded = [word for word in ("poppler", "archive", "brotli") if f"lib{word}" in traced.stderr]
        print(f"{program} --version loads of libraries of documents: {', '.join(loaded) or 'none'}")


main()
