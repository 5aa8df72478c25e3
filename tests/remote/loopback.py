#!/usr/bin/env python3
"""An archive served on loopback by Xapian's own servers, for tests and by hand.

  loopback.py --indexer build/release/bin/indexer --db DB --into FOLDER [--shards 4] [--delay-ms 20]
      [--cut-after BYTES] [--hang-after BYTES] [-- COMMAND...]

Publishes the archive, starts one xapian-tcpsrv a shard and, where a delay or a cut is asked for, a
slow_proxy.py in front of each. Runs COMMAND, in which SHARDS stands for "--db tcp://127.0.0.1:PORT" of
each shard, and PORTS for the ports; without one it prints the ports as JSON and waits for standard input to close. What the
proxies saw goes to standard error. The exit status is the command's; 77 where xapian-tcpsrv is not
installed.
"""
import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import time

SERVER = "xapian-tcpsrv"


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def wait_for(port):
    for _ in range(500):
        with socket.socket() as trying:
            if trying.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError(f"nobody listens on port {port}")


class Loopback:
    """The servers and proxies; `ports` are what a client connects to."""

    def __init__(self, published, shards, delay_ms=0, cut_after=None, hang_after=None):
        self.servers, self.proxies, self.ports = [], [], []
        for shard in range(1, shards + 1):
            port = free_port()
            # When it is ended, the server ends all of its process group.
            self.servers.append(subprocess.Popen(
                [SERVER, "--quiet", "--interface", "127.0.0.1", "--port", str(port),
                 os.path.join(published, "live", f"shard-{shard:02}")],
                stderr=subprocess.DEVNULL, start_new_session=True))
            wait_for(port)
            self.ports.append(port)
        if delay_ms or cut_after is not None or hang_after is not None:
            self.ports = [self.proxy(port, delay_ms, cut_after, hang_after) for port in self.ports]

    def proxy(self, port, delay_ms, cut_after, hang_after):
        command = [sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                                "slow_proxy.py"),
                   "--to", str(port), "--delay-ms", str(delay_ms), "--until-closed"]
        for option, value in (("--cut-after", cut_after), ("--hang-after", hang_after)):
            if value is not None:
                command += [option, str(value)]
        proxy = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.proxies.append(proxy)
        return int(proxy.stdout.readline())

    def count_afresh(self):
        """Lets the proxies forget what they saw."""
        for proxy in self.proxies:
            proxy.stdin.write("afresh\n")
            proxy.stdin.flush()
        time.sleep(0.1)

    def close(self):
        """Ends all, and returns what each proxy saw."""
        seen = []
        for proxy in self.proxies:
            proxy.stdin.close()
            seen.append(json.loads(proxy.stdout.read()))
            proxy.wait()
        for server in self.servers:
            server.terminate()
            server.wait()
        return seen


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--indexer", required=True)
    parser.add_argument("--db", required=True)
    parser.add_argument("--into", required=True)
    parser.add_argument("--shards", type=int, default=4)
    parser.add_argument("--delay-ms", type=float, default=0)
    parser.add_argument("--cut-after", type=int)
    parser.add_argument("--hang-after", type=int)
    parser.add_argument("command", nargs="*")
    options = parser.parse_args()
    if not shutil.which(SERVER):
        print("SKIPPED: xapian-tools is not installed", file=sys.stderr)
        return 77
    subprocess.run([options.indexer, "publish", "-q", "--db", options.db, "--into", options.into,
                    "--shards", str(options.shards)], check=True)
    served = Loopback(options.into, options.shards, options.delay_ms, options.cut_after,
                      options.hang_after)
    status = 0
    try:
        if options.command:
            shards = [part for port in served.ports
                      for part in ("--db", f"tcp://127.0.0.1:{port}")]
            command = []
            for part in options.command:
                command += {"SHARDS": shards, "PORTS": [str(port) for port in served.ports]}.get(
                    part, [part])
            status = subprocess.run(command).returncode
        else:
            print(json.dumps({"ports": served.ports}), flush=True)
            sys.stdin.read()
    finally:
        for seen in served.close():
            print(json.dumps(seen), file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
