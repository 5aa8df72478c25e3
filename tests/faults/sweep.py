#!/usr/bin/env python3
"""Every system call may fail once: walks the Nth call of every class through every run.

usage: sweep.py --programs FOLDER --corpus FOLDER [--sample N | --each N [--seed N]]
                [--only NAME[,NAME]]
                [--classes NAME[,NAME]] [--short LIBRARY] [--jobs N] [--work FOLDER]
                [--wrong FILE] [--results FILE]

For each scenario (scenarios.py), class of calls and error (injection.py), the run is repeated with
the 1st, 2nd … call failing. After each of them:

  exit    the undisturbed run's status, or 4 with "error: cannot …: REASON" (75 for the lock only);
          never a signal, 3 or 70; 4 always where a sync failed
  verify  the index is whole
  answers are those from before or from after the run; an input that could not be read may be
          missing where exit 1 and a line "skipped" say so
  next    an undisturbed run ends well, and its answers are those of the undisturbed archive
  left    nothing more lies in the folder than after an undisturbed run, two runs later

A search has to print the undisturbed answer or exit 4 with the reason and no answer.

With --short (the library made of short_calls.cpp) each run is also made with all its reads and
writes falling short or broken off by signals, five times: nothing may come of it.

--sample N takes N cases evenly from all; ctest does that. --each N draws up to N of every class in
every scenario, others with another seed. Cases are run in an order drawn from the seed, so that a
sweep broken off has walked an even share of everything; --results FILE has a line for each case that
is done, and a sweep started again with the same file leaves those out and counts them. Prints a
table of classes; exits 0 where nothing was wrong, 1 else, 77 where strace may not trace.

Nothing is run twice that has to come out alike: where a run left the folder as it was, byte for byte,
what follows is known from the undisturbed runs, and an archive that was found whole is asked its
questions once for each content, whatever its times and identifiers are.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import random
import re
import shutil
import sys
import tempfile
import threading

import injection
import scenarios

Case = collections.namedtuple("Case", "scenario name error nth")


class Undisturbed:
    """What a scenario's archive answers before and after, and what then lies in its folder."""

    def __init__(self, lab, scenario, work):
        self.status, self.out = None, None
        db = os.path.join(work, "db")
        prepare(scenario, db)
        self.digest = scenarios.digest_of(db)
        self.before = lab.answers(db) if scenario.before else None
        self.known = {scenarios.content_of(db): self.before} if self.before else {}
        done = injection.run(with_db(scenario.command, db), work, scenario.stdin)
        self.status, self.out = done.status, without_time(done.out)
        if done.status > 1:
            raise RuntimeError(f"{scenario.name}: {done.status} {done.err.decode()}")
        if scenario.writes:
            for _ in range(2):
                injection.run(with_db(scenario.settle, db), work)
            self.after = lab.answers(db)
            self.entries, _, _ = scenarios.entries_of(db)


def without_time(out):
    return re.sub(rb'"took_ms": ?[0-9.e-]+|\([0-9.]+ ms\)', b"", out)


def prepare(scenario, db):
    shutil.rmtree(db, ignore_errors=True)
    if scenario.before:
        shutil.copytree(scenario.before, db, copy_function=shutil.copy2)


def with_db(command, db):
    return [db if part == "DB" else part for part in command]


def message_is_right(case, done):
    """Exit 4 says what could not be done, to what, and why."""
    text = done.err.decode("utf-8", "replace")
    first = text.split("\n", 1)[0]
    if ": error: " not in first:
        return False
    reasons = [injection.REASONS[case.error]]
    if case.error == "ENOMEM":
        reasons += ["out of memory"]
    return any(reason in text for reason in reasons)


def judge(lab, case, undisturbed, work):
    """"" where all is right, else what is wrong; None where the call was not reached."""
    scenario = case.scenario
    db = os.path.join(work, "db")
    prepare(scenario, db)
    done = injection.run_failing(with_db(scenario.command, db), work, os.path.join(work, "log"),
                                 case.name, case.error, case.nth)
    if not done.hit:
        return None
    said = f"exit {done.status}, says {done.err.decode('utf-8', 'replace')[:300]!r}"
    if done.status not in (undisturbed.status, 0, 1, 4):
        if not (done.status == 75 and case.name == "fcntl"):
            wrong = "exit: " + said
            return wrong + after_effects(lab, scenario, undisturbed, db, work)
    if case.name in ("fsync", "fdatasync") and done.status <= 1:
        wrong = "sync ignored: " + said
        return wrong + after_effects(lab, scenario, undisturbed, db, work, done)
    if done.status == 4 and not message_is_right(case, done):
        return "message: " + said + after_effects(lab, scenario, undisturbed, db, work)
    if not scenario.writes:
        if done.status == undisturbed.status and without_time(done.out) == undisturbed.out:
            return ""
        if done.status == 4 and (done.out == b"" or case.name in ("write", "close")):
            return ""
        return f"answer: {said}, prints {done.out[:200]!r}"
    after = after_effects(lab, scenario, undisturbed, db, work, done)
    return after and said + after


def after_effects(lab, scenario, undisturbed, db, work, done=None):
    """What is wrong with the archive that the run left."""
    if not scenario.writes:
        return ""
    says_done = done is not None and done.status <= 1
    skipped = says_done and done.status == 1 and b"skipped '" in done.err
    not_done = "; DONE, it says, but the answers are those before"
    left = scenarios.digest_of(db)
    if left == undisturbed.digest:
        same = skipped or not says_done or undisturbed.before == undisturbed.after
        return "" if same else not_done
    wrong = ""
    verified = injection.run([lab.indexer, "verify", "--full", "--db", db], work)
    nothing_yet = undisturbed.before is None and verified.status == 3 and b"build one" in verified.err
    to_recover = scenario.name == "recover" and done is not None and done.status > 1
    if verified.status != 0 and not nothing_yet and not to_recover:
        wrong += f"; VERIFY: {verified.err.decode('utf-8', 'replace')[:200]!r}"
    # A whole archive's answers follow from its content.
    content = scenarios.content_of(db) if verified.status == 0 else None
    answers = undisturbed.known.get(content) or lab.answers(db)
    if content and answers:
        undisturbed.known[content] = answers
    if answers != undisturbed.after and not skipped:
        if answers != undisturbed.before:
            wrong += "; ANSWERS are neither those before nor those after"
        elif says_done:
            wrong += not_done
    if to_recover:
        injection.run(with_db(scenario.command, db), work)
    settle = with_db(scenario.settle, db)
    settled = injection.run(settle, work)
    now = scenarios.digest_of(db)
    if settled.status > 1:
        return wrong + (f"; NEXT: exit {settled.status} "
                        f"{settled.err.decode('utf-8', 'replace')[:200]!r}")
    if now != left:
        answers = lab.answers(db)
        injection.run(settle, work)
    if answers != undisturbed.after:
        wrong += "; NEXT: other answers than a whole run's"
    entries, generations, layers = scenarios.entries_of(db)
    # Which tables a layer's database has is Xapian's affair; its manifest names them.
    more = sorted(entry for entry in entries - undisturbed.entries
                  if not entry.startswith("layer-#/index/"))
    if more or generations != 1 or layers - scenarios.layers_named(db):
        wrong += f"; LEFT: {more[:5]}, {generations} generations, {len(layers)} layers"
    return wrong


SHORT, SHORT_SEEDS = "short, EINTR", range(1, 6)


def judge_short(lab, scenario, undisturbed, work, library, seed):
    db = os.path.join(work, "db")
    prepare(scenario, db)
    done = injection.run_short(with_db(scenario.command, db), work, library, seed, scenario.stdin)
    said = f"exit {done.status}, says {done.err.decode('utf-8', 'replace')[:300]!r}"
    if done.status != undisturbed.status:
        return "exit: " + said
    if not scenario.writes and without_time(done.out) != undisturbed.out:
        return f"answer: {said}, prints {done.out[:200]!r}"
    return after_effects(lab, scenario, undisturbed, db, work, done)


def cases_of(lab, made, classes, work):
    cases = []
    for scenario in made:
        db = os.path.join(work, "db")
        prepare(scenario, db)
        counts = injection.calls_of_classes(with_db(scenario.command, db), work,
                                            os.path.join(work, "log"))
        for name, (loader, total) in counts.items():
            if classes and name not in classes:
                continue
            for error in injection.CLASSES[name][1]:
                # Two more: threads do not share work alike in every run.
                cases += [Case(scenario, name, error, nth)
                          for nth in range(loader + 1, total + 3 if total else 1)]
    return cases


class Results:
    """What came of every case: "" where all was right, None where the call was not reached."""

    def __init__(self, path, cases):
        self.done, self.file = {}, None
        if path and os.path.exists(path):
            with open(path, encoding="utf-8") as lines:
                for line in lines:
                    *key, wrong = json.loads(line)
                    self.done[tuple(key)] = wrong
        if path:
            self.file = open(path, "a", encoding="utf-8")
        self.missing = [case for case in cases if self.key(case) not in self.done]

    @staticmethod
    def key(case):
        return case.scenario.name, case.name, case.error, case.nth

    def add(self, case, wrong):
        self.done[self.key(case)] = wrong
        if self.file:
            print(json.dumps([*self.key(case), wrong], ensure_ascii=False), file=self.file, flush=True)

    def print(self, made):
        """A table of the classes and one of the scenarios."""
        for title, part, names in (("class", 1, [*injection.CLASSES, SHORT]), ("scenario", 0, made)):
            print(f"\n{title:<24} {'runs':>6} {'right':>6} {'wrong':>6}")
            for name in [*names, "all"]:
                came = [wrong for key, wrong in self.done.items()
                        if wrong is not None and name in (key[part], "all")]
                bad = sum(bool(wrong) for wrong in came)
                print(f"{name:<24} {len(came):>6} {len(came) - bad:>6} {bad:>6}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--each", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--classes", default="")
    parser.add_argument("--short", default="")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--work", default="")
    parser.add_argument("--wrong", default="")
    parser.add_argument("--results", default="")
    args = parser.parse_args()
    if not injection.may_trace():
        print("SKIPPED: strace is not here or may not trace")
        return 77
    if not args.work:
        args.work = tempfile.mkdtemp(prefix="khobao-faults-",
                                     dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
    programs, corpus = os.path.abspath(args.programs), os.path.abspath(args.corpus)
    lab = scenarios.Lab(programs, corpus, os.path.join(args.work, "lab"))
    made = lab.scenarios()
    if args.only:
        made = [s for s in made if s.name.split(":")[0] in args.only.split(",")]
    scratch = os.path.join(args.work, "scratch")
    os.makedirs(scratch, exist_ok=True)
    undisturbed = {s.name: Undisturbed(lab, s, scratch) for s in made}
    cases = cases_of(lab, made, [c for c in args.classes.split(",") if c], scratch)
    whole = len(cases)
    if args.sample and args.sample < whole:
        cases = [cases[i * whole // args.sample] for i in range(args.sample)]
    if args.each:
        drawn, groups = random.Random(args.seed), collections.defaultdict(list)
        for case in cases:
            groups[case.scenario.name, case.name].append(case)
        cases = [case for group in groups.values()
                 for case in drawn.sample(group, min(args.each, len(group)))]
    print(f"{len(cases)} of {whole} cases over {len(made)} scenarios", flush=True)
    if args.short:
        cases += [Case(scenario, SHORT, "-", seed) for scenario in made for seed in SHORT_SEEDS]
    random.Random(args.seed).shuffle(cases)
    results = Results(args.results, cases)
    local, numbers = threading.local(), iter(range(1000))

    def one(case):
        if not hasattr(local, "work"):
            local.work = os.path.join(args.work, f"job{next(numbers)}")
            os.makedirs(local.work, exist_ok=True)
        expected = undisturbed[case.scenario.name]
        if case.name == SHORT:
            return case, judge_short(lab, case.scenario, expected, local.work,
                                     os.path.abspath(args.short), case.nth)
        return case, judge(lab, case, expected, local.work)

    log = open(args.wrong, "a", encoding="utf-8") if args.wrong else sys.stdout
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        for case, wrong in pool.map(one, results.missing):
            results.add(case, wrong)
            if wrong:
                print(f"{case.scenario.name} | {case.name} {case.nth} {case.error} | {wrong}",
                      file=log, flush=True)
    results.print([s.name for s in made])
    shutil.rmtree(args.work, ignore_errors=True)
    return 1 if any(results.done.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
