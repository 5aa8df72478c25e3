"""Runs a program with one of its system calls failing, by strace.

A call is named by its class, its place among the calls of that class and the error that it gets.
strace counts the calls of each thread apart, so the Nth call of a class may fail once in several
threads of one run.
"""
import os
import re
import signal
import subprocess

# The classes, the system calls in each, and the errors that each is given.
CLASSES = {
    "open": (["openat", "open"], ["EMFILE", "EACCES", "EIO", "EINTR"]),
    "read": (["read", "pread64", "readv"], ["EIO", "EINTR"]),
    "write": (["write", "writev"], ["ENOSPC", "EIO", "EINTR"]),
    "pwrite": (["pwrite64", "pwritev"], ["ENOSPC", "EIO", "EINTR"]),
    "fsync": (["fsync"], ["EIO", "ENOSPC"]),
    "fdatasync": (["fdatasync"], ["EIO", "ENOSPC"]),
    "rename": (["rename", "renameat", "renameat2"], ["EIO", "ENOSPC"]),
    "unlink": (["unlink", "unlinkat"], ["EIO", "EBUSY"]),
    "rmdir": (["rmdir"], ["EIO", "EBUSY"]),
    "mkdir": (["mkdir", "mkdirat"], ["ENOSPC", "EACCES"]),
    "ftruncate": (["ftruncate", "fallocate"], ["EIO", "ENOSPC"]),
    "mmap": (["mmap"], ["ENOMEM"]),
    "fcntl": (["fcntl", "flock"], ["ENOLCK", "EIO"]),
    "close": (["close"], ["EIO"]),
    "stat": (["newfstatat", "fstat", "stat", "lstat", "statx"], ["EIO", "EACCES"]),
    "getdents": (["getdents64"], ["EIO"]),
    "clone": (["clone", "clone3", "vfork", "fork"], ["EAGAIN"]),
}

REASONS = {name: os.strerror(getattr(__import__("errno"), name))
           for name in {error for _, errors in CLASSES.values() for error in errors}}

# Long: a machine that does much else is slow, and only a run that hangs is wrong.
TIMEOUT_S = 600


class Run:
    """What came of one run: exit status (128 + signal where one ended it), output, messages."""

    def __init__(self, status, out, err, hit=False):
        self.status, self.out, self.err, self.hit = status, out, err, hit


def run(command, cwd, stdin=b"", environment=None):
    try:
        done = subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, timeout=TIMEOUT_S,
                              env={**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})})
    except subprocess.TimeoutExpired as late:
        return Run(124, late.stdout or b"", late.stderr or b"")
    status = done.returncode if done.returncode >= 0 else 128 - done.returncode
    return Run(status, done.stdout, done.stderr)


def _traced(calls, log, extra, command):
    return (["strace", "-qq", "-f", "--seccomp-bpf", "-o", log, "-e", "trace=" + ",".join(calls)]
            + extra + ["--"] + command)


def may_trace():
    """True where strace is there and may trace and inject."""
    try:
        done = subprocess.run(
            ["strace", "-qq", "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=close",
             "-e", "inject=close:error=EIO:when=65535", "true"], capture_output=True)
    except OSError:
        return False
    return done.returncode == 0


def calls_of_classes(command, cwd, log):
    """How many calls of each class the busiest thread of a run makes, and how many of them the
    loader makes before the program begins: {class: (loader, all)}."""
    every = sorted({call for calls, _ in CLASSES.values() for call in calls})
    # The loader's last act is to give back the cache of library names.
    run(_traced(every + ["munmap"], log, [], command), cwd)
    with open(log, encoding="utf-8", errors="replace") as lines:
        entries = [re.match(r"(\d+) +(\w+)\((.*)", line) for line in lines]
    entries = [(m[1], m[2], m[3]) for m in entries if m]
    if not entries:
        return {}
    main = entries[0][0]
    loaded = next((i for i, e in enumerate(entries) if e[0] == main and e[1] == "munmap"), 0)
    counts = {}
    for name, (calls, _) in CLASSES.items():
        by_thread = {}
        for thread, call, _ in entries:
            if call in calls:
                by_thread[thread] = by_thread.get(thread, 0) + 1
        loader = sum(1 for e in entries[:loaded] if e[1] in calls)
        counts[name] = (loader, max(by_thread.values(), default=0))
    return counts


def run_short(command, cwd, library, seed, stdin=b""):
    """Runs the command with reads and writes doing less than they are asked to, or broken off by
    signals, all the time. `library`: of short_calls.cpp."""
    return run(command, cwd, stdin, {"LD_PRELOAD": library, "KHOBAO_SHORT_CALLS": str(seed)})


def run_failing(command, cwd, log, name, error, nth):
    """Runs the command with the nth call of the class failing with this error."""
    calls, _ = CLASSES[name]
    inject = f"inject={','.join(calls)}:error={error}:when={nth}"
    done = run(_traced(calls, log, ["-e", inject], command), cwd)
    try:
        with open(log, "rb") as lines:
            done.hit = b"(INJECTED)" in lines.read()
    except OSError:
        pass
    return done
