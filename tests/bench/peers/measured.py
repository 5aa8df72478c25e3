"""Runs a command and tells what it took."""
import os
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass
class Measured:
    """Processor time and peak memory are those of the process and of all that it waited for; the peak
    is that of the largest of them. MB is 1,000,000 bytes."""
    wall_s: float = 0.0
    cpu_s: float = 0.0
    peak_mb: float = 0.0
    size_mb: float = 0.0
    output: bytes = b""

    def then(self, other):
        """Both, one after the other."""
        return Measured(self.wall_s + other.wall_s, self.cpu_s + other.cpu_s, max(self.peak_mb, other.peak_mb),
                        other.size_mb or self.size_mb, other.output)


def size_mb(*paths):
    """Of the files at and below the paths."""
    whole = 0
    for path in paths:
        if os.path.isfile(path):
            whole += os.path.getsize(path)
        for folder, _, names in os.walk(path):
            whole += sum(os.path.getsize(os.path.join(folder, name)) for name in names)
    return whole / 1e6


def finish(process, began):
    """Waits for a process and measures it from `began` on."""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    return Measured(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)


def run(command, good=(0,), keep=False, stdin=None, env=None):
    """Measures one command; ends the benchmark where its status is not among the good ones (None: any)."""
    out = subprocess.PIPE if keep else subprocess.DEVNULL
    began = time.perf_counter()
    process = subprocess.Popen(command, stdin=stdin or subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL,
                               env=env)
    output = process.stdout.read() if keep else b""
    took = finish(process, began)
    if keep:
        process.stdout.close()
    if good is not None and process.returncode not in good:
        sys.exit(f"peers: status {process.returncode} of {' '.join(map(str, command))[:300]}")
    took.output = output
    return took
