#!/usr/bin/env python3
"""Run one command and append what it took to a JSON Lines file.

usage: measure.py --out FILE --label NAME [--size-of PATH] [--good 0,1] [--open-files]
                  [--stdout FILE] -- COMMAND...

Writes {"label", "status", "wall_s", "cpu_s" (user + system), "peak_mb" (largest resident set of
the process, from getrusage), "size_mb" (of the files under PATH), "open_files" (most descriptors
seen at once in /proc/PID/fd, sampled every 5 ms)}. MB is 1,000,000 bytes. Standard input goes to
the command; its standard output goes to --stdout or nowhere. Exits 0 when the command's status is
among the good ones, else with its status.
"""
import argparse
import json
import os
import subprocess
import sys
import threading
import time


def watch_open_files(pid, done, most):
    while not done.is_set():
        try:
            most[0] = max(most[0], len(os.listdir(f"/proc/{pid}/fd")))
        except OSError:
            return
        done.wait(0.005)


def bytes_under(path):
    if not os.path.isdir(path):
        return os.path.getsize(path) if os.path.exists(path) else 0
    return sum(os.path.getsize(os.path.join(folder, name))
               for folder, _, names in os.walk(path) for name in names)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("--label", required=True)
    parser.add_argument("--size-of")
    parser.add_argument("--good", default="0")
    parser.add_argument("--open-files", action="store_true")
    parser.add_argument("--stdout", default=os.devnull)
    parser.add_argument("command", nargs="+")
    args = parser.parse_args()

    with open(args.stdout, "wb") as stdout:
        start = time.monotonic()
        process = subprocess.Popen(args.command, stdout=stdout)
    done, most = threading.Event(), [0]
    if args.open_files:
        watch = (process.pid, done, most)
        threading.Thread(target=watch_open_files, args=watch, daemon=True).start()
    _, wait_status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    done.set()
    process.returncode = os.waitstatus_to_exitcode(wait_status)

    figures = {"label": args.label, "status": process.returncode, "wall_s": round(wall, 3),
               "cpu_s": round(usage.ru_utime + usage.ru_stime, 3),
               "peak_mb": round(usage.ru_maxrss * 1024 / 1e6, 1)}
    if args.size_of:
        figures["size_mb"] = round(bytes_under(args.size_of) / 1e6, 1)
    if args.open_files:
        figures["open_files"] = most[0]
    with open(args.out, "a", encoding="utf-8") as out:
        out.write(json.dumps(figures, ensure_ascii=False) + "\n")
    if process.returncode not in [int(status) for status in args.good.split(",")]:
        print(f"measure.py: {args.label} ended with {process.returncode}", file=sys.stderr)
        sys.exit(process.returncode if process.returncode > 0 else 70)


if __name__ == "__main__":
    main()
