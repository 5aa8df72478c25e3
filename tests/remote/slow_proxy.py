#!/usr/bin/env python3
"""A way to a server that takes its time, counts, and breaks off: for tests of what is far away.

  slow_proxy.py --to 6601 [--delay-ms 20] [--cut-after BYTES] [--hang-after BYTES] [--listen PORT]

Listens on loopback and forwards to a port of this machine. A request and its answer take --delay-ms
longer, half of it on each way. --cut-after closes both ends once so many bytes came from the server;
--hang-after forwards nothing more, and keeps the connection. The first line of standard output is the
port; when the proxy ends (SIGTERM, or with --until-closed when standard input closes) the last is what
it saw:

  {"connections": 3, "to_server": 1200, "from_server": 84000, "turns": 17}

A turn is a request after an answer: what a delay is paid for. With --until-closed each line that comes
meanwhile begins the count afresh.
"""
import argparse
import asyncio
import json
import os
import signal
import sys


class Seen:
    def __init__(self):
        self.count_afresh()

    def count_afresh(self):
        self.connections = self.to_server = self.from_server = self.turns = 0


class Connection:
    def __init__(self, options, seen):
        self.options, self.seen = options, seen
        self.from_server = 0
        self.asking = False  # the last bytes went to the server
        self.writers = []

    async def run(self, reader, writer):
        self.seen.connections += 1
        self.writers = [writer]
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.options.to)
            self.writers.append(far_writer)
            await asyncio.gather(self.carry(reader, far_writer, True),
                                 self.carry(far_reader, writer, False))
        except (OSError, asyncio.CancelledError):
            pass  # either end went, or the proxy ends: so does the other
        finally:
            self.close()

    def close(self):
        for writer in self.writers:
            writer.close()

    async def carry(self, reader, writer, to_server):
        """Reads as fast as bytes come, and hands each on when its time has come."""
        queue = asyncio.Queue()
        loop = asyncio.get_running_loop()

        async def hand_on():
            while True:
                when, data = await queue.get()
                await asyncio.sleep(max(0, when - loop.time()))
                if data is None:
                    break
                writer.write(data)
                await writer.drain()
            self.close()

        handing = asyncio.create_task(hand_on())
        while True:
            try:
                data = await reader.read(1 << 16)
            except OSError:
                data = b""
            if data and not self.note(data, to_server):
                break
            queue.put_nowait((loop.time() + self.options.delay_ms / 2000, data or None))
            if not data:
                break
        await handing

    def note(self, data, to_server):
        """Counts; False where these bytes are not to be handed on."""
        if to_server:
            self.seen.to_server += len(data)
            self.seen.turns += not self.asking
            self.asking = True
            return True
        self.asking = False
        self.seen.from_server += len(data)
        self.from_server += len(data)
        if self.options.cut_after is not None and self.from_server > self.options.cut_after:
            self.close()
            return False
        return self.options.hang_after is None or self.from_server <= self.options.hang_after


async def serve(options):
    seen = Seen()
    server = await asyncio.start_server(
        lambda reader, writer: Connection(options, seen).run(reader, writer), "127.0.0.1",
        options.listen)
    print(server.sockets[0].getsockname()[1], flush=True)
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)

    def listen_to_input():
        for _ in sys.stdin:
            loop.call_soon_threadsafe(seen.count_afresh)
        loop.call_soon_threadsafe(ended.set)

    if options.until_closed:
        loop.run_in_executor(None, listen_to_input)
    await ended.wait()
    print(json.dumps(vars(seen)), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--to", type=int, required=True)
    parser.add_argument("--listen", type=int, default=0)
    parser.add_argument("--delay-ms", type=float, default=0)
    parser.add_argument("--cut-after", type=int)
    parser.add_argument("--hang-after", type=int)
    parser.add_argument("--until-closed", action="store_true")
    asyncio.run(serve(parser.parse_args()))
    sys.stdout.flush()
    os._exit(0)  # a thread may still wait for standard input


if __name__ == "__main__":
    main()
