#!/usr/bin/env python3
"""Makes codings.warc.gz and dictionary.warc.zst: a server of invented pages in every content coding
of HTTP, fetched by GNU Wget, once more with --warc-dedup (revisits); and the same records each in a
frame of zstd with the dictionary in front that `zstd --train` made of them, as the specification
"Zstandard Compression for WARC Files" has it.

    tests/data/containers/make_codings.py          # needs wget, zstd and libbrotli1
"""
import ctypes
import gzip
import http.server
import os
import re
import struct
import subprocess
import tempfile
import threading
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1><p>Ngày 04/03/2020 08:15</p>
{paragraphs}
<p class="author">Lê Na</p></body></html>
"""
PAGES = {
    "br": ("Bản Mây có đường điện mới",
           ["Sáng nay, sáu mươi hộ bản Mây đóng điện lần đầu, sau ba năm dựng cột qua đèo.",
            "Bà con góp công đào móng, xã lo dây và sứ."]),
    "deflate": ("Trạm y tế Sông Gió thêm hai bác sĩ",
                ["Hai bác sĩ trẻ về trạm y tế Sông Gió từ đầu tuần, khám cho bà con cả ngày nghỉ.",
                 "Trạm trước đây chỉ có một y sĩ."]),
    "gzip": ("Đò dọc Sông Gió chạy lại",
             ["Chuyến đò dọc đầu tiên rời bến Gió lúc năm giờ sáng, chở cam và học trò.",
              "Giá vé như năm ngoái."]),
    "identity": ("Thư viện xã Mây Trắng mở cửa chủ nhật",
                 ["Thư viện xã mở cửa cả chủ nhật để trẻ bản xa có chỗ đọc sách.",
                  "Sách do học trò phố gửi lên."]),
}


def page(name):
    title, paragraphs = PAGES[name]
    return PAGE.format(title=title,
                       paragraphs="\n".join(f"<p>{text}</p>" for text in paragraphs)).encode()


def brotli(data):
    encoder = ctypes.CDLL("libbrotlienc.so.1")
    size = ctypes.c_size_t(len(data) + 1000)
    out = ctypes.create_string_buffer(size.value)
    largest_window, best_quality, text_mode = 22, 11, 1
    if not encoder.BrotliEncoderCompress(best_quality, largest_window, text_mode,
                                         ctypes.c_size_t(len(data)), data, ctypes.byref(size), out):
        raise RuntimeError("brotli")
    return out.raw[:size.value]


ENCODERS = {"br": brotli, "deflate": zlib.compress, "gzip": gzip.compress}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        name = self.path.strip("/").removesuffix(".html")
        if name not in PAGES:
            return self.send_error(404)
        body = ENCODERS.get(name, bytes)(page(name))
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if name in ENCODERS:
            self.send_header("Content-Encoding", name)
        if name == "br":
            self.send_header("Transfer-Encoding", "chunked")
            half = len(body) // 2
            body = b"".join(b"%x\r\n%s\r\n" % (len(part), part)
                            for part in (body[:half], body[half:])) + b"0\r\n\r\n"
        else:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def crawl(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 8766), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    addresses = [f"http://127.0.0.1:8766/{name}.html" for name in PAGES]
    wget = ["wget", "--quiet", "--compression=none", "--delete-after", "--no-warc-keep-log", "--warc-cdx"]
    subprocess.run(wget + ["--warc-file=first"] + addresses, cwd=folder, check=True)
    subprocess.run(wget + ["--warc-file=second", "--warc-dedup=first.cdx", addresses[0]], cwd=folder,
                   check=True)
    server.shutdown()
    with open(f"{HERE}/codings.warc.gz", "wb") as out:
        for name in ("first", "second"):
            with open(f"{folder}/{name}.warc.gz", "rb") as part:
                out.write(part.read())


def pack_with_dictionary(folder):
    with gzip.open(f"{HERE}/codings.warc.gz") as packed:
        warc = packed.read()
    begins = [match.start() for match in re.finditer(rb"WARC/1\.0\r\n", warc)] + [len(warc)]
    records = [warc[a:b] for a, b in zip(begins, begins[1:])]
    for i, record in enumerate(records):
        with open(f"{folder}/{i}.record", "wb") as out:
            out.write(record)
    names = [f"{i}.record" for i in range(len(records))]
    subprocess.run(["zstd", "-q", "--train", "--maxdict=1024", "-B200", "-o", "dictionary"] + names,
                   cwd=folder, check=True)
    subprocess.run(["zstd", "-q", "-19", "dictionary"], cwd=folder, check=True)
    subprocess.run(["zstd", "-q", "-19", "-D", "dictionary"] + names, cwd=folder, check=True)
    with open(f"{folder}/dictionary.zst", "rb") as packed:
        dictionary = packed.read()
    with open(f"{HERE}/dictionary.warc.zst", "wb") as out:
        out.write(struct.pack("<II", 0x184D2A5D, len(dictionary)) + dictionary)
        for name in names:
            with open(f"{folder}/{name}.zst", "rb") as packed:
                out.write(packed.read())


with tempfile.TemporaryDirectory() as scratch:
    crawl(scratch)
    pack_with_dictionary(scratch)
