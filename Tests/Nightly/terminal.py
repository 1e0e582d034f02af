#!/usr/bin/env python3
"""Holds the picker on a terminal against random input, random sizes, signals at every moment and late answers.

    terminal.py [--binary PATH] [--bytes N] [--resizes N] [--seed N] [--only NAME]

A night's sizes are the default; Tests/all runs a tenth of them. A seed that failed fails again.
"""
import argparse
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from job import Job

ROOT = Path(__file__).resolve().parent.parent.parent
LAST = "last-of-all"
PATIENCE = 30  # seconds, for what takes milliseconds unless a machine is very busy
PIECES = [piece.encode("latin-1") for piece in (
    "\x1b", "\x1b[A", "\x1b[B", "\x1bOC", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1b[3~", "\x1bOP", "\x1b[Z",
    "\t", "\x7f", "\x1b[200~", "\x1b[201~", "\x1b[<0;5;7M", "\x1b[<0;5;7m", "\x1b[<64;1;1M", "\x1b[<65;1;1M", "\x1b[M !!",
    "\x1b[<0;99999;99999M", "\x1b[27u", "\x1b[99;5u", "\x1b[1089::99;5u", "\x1b[1;1:3A", "\x1b[I", "\x1b[O",
    "\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x1b]11;", "\x1b[?62;22c", "\x1b[?997;2n", "\x1bP1$r",
    "\x1b[999999999999A", "\xc3\xa9", "\xe2\x82", "\xf0\x9f\x91\xa9\xe2\x80\x8d", "\xed\xa0\x80", "tea", "-1")]
SIZES = [(1, 1), (1, 300), (120, 1), (2, 5), (5, 20), (10, 40), (24, 80), (50, 132), (200, 400)]
ENDS = ["INT", "TERM", "HUP", "QUIT", "ABRT", "SEGV"]


def home(folder):
    """Fifty roles whose sessions nobody gives: the endpoint is a closed port."""
    profile = "[profile team-%d]\nrole_arn = arn:aws:iam::%012d:role/Admin\nsource_profile = base\n\n"
    keys = "[profile base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\nregion = eu-west-1\n\n"
    text = keys + "".join(profile % (i, 100_000_000_000 + i) for i in range(50))
    config = Path(folder, "config")
    config.write_text(text + "[profile %s]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n" % LAST)
    return {"HOME": folder, "AWS_CONFIG_FILE": str(config), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TMPDIR": folder,
            "TERM": "xterm-256color", "SHELL": "/bin/false", "AWS_ENDPOINT_URL_STS": "http://127.0.0.1:9",
            "AWS_EC2_METADATA_DISABLED": "true"}


class Check:
    def __init__(self, options, folder):
        self.options, self.environment = options, home(folder)
        self.random = random.Random(options.seed)

    def picker(self, *arguments, **how):
        return Job([self.options.binary, *arguments], self.environment, **how)

    def painted(self, *arguments, **how):
        job = self.picker(*arguments, **how)
        if not job.wait_until(lambda: b"team-1" in job.output, PATIENCE):
            raise AssertionError("the picker shows no entries: %r" % bytes(job.output[-400:]))
        return job

    def ends(self, job, statuses):
        """Complaints about an end that should have come."""
        status = job.wait(PATIENCE)
        if status is None:
            return ["it still runs after %g s" % PATIENCE]
        wrong = ["its status is %d" % status] * (status not in statuses)
        return wrong + ["left behind: " + ", ".join(job.left_on())] * bool(job.left_on())

    # Each check gives its complaints.

    def fuzz(self):
        """Random bytes, half of them pieces of what terminals send. Any key may end it, no signal may."""
        sent = starts = 0
        while sent < self.options.bytes:
            starts += 1
            mouse = self.random.choice(["off", "wheel", "full"])
            with self.painted("--mouse", mouse, goes_on=True) as job:
                while job.status is None and sent < self.options.bytes:
                    data = self.random_input(64)
                    sent += len(data)
                    job.type(data)
                    job.pump(self.random.choice([0, 0, 0.001]))
                job.type(b"\x1b\\\x1b[201~")
                for _ in range(3):
                    if job.wait(1) is None:
                        job.type(b"\x03")
                # While it is stopped the terminal turns Ctrl-C and Ctrl-\ into signals.
                bad = self.ends(job, [-signal.SIGINT, -signal.SIGQUIT, *range(131)])
            if bad:
                return bad + ["after %d bytes and %d starts" % (sent, starts)]
        return []

    def random_input(self, pieces):
        """Ctrl-C, Ctrl-D and Enter, which end it, are rare."""
        data = b"".join(
            self.random.choice(PIECES) if self.random.random() < 0.5 else bytes([self.random.randrange(256)])
            for _ in range(pieces))
        return bytes(byte for byte in data if byte not in b"\x03\x04\r" or self.random.random() < 0.01)

    def resizes(self):
        """A size follows the other, while keys are pressed; then it is as it would have been without."""
        with self.painted() as job:
            for number in range(self.options.resizes):
                rows, columns = self.random.choice(SIZES + [(self.random.randint(1, 120), self.random.randint(1, 300))])
                job.resize(rows, columns)
                job.type(self.random.choice([b"", b"", b"t", b"\x7f", b"\x1b[A", b"\x1b[B", b"\x1b[6~"]))
                job.pump(self.random.choice([0, 0, 0.002]))
                if job.status is not None:
                    return ["it ended after %d resizes, the last %dx%d: %d" % (number + 1, rows, columns, job.status)]
            job.resize(30, 100)
            job.type(b"\x15")
            job.settle()
            job.output.clear()
            job.type(b"last-of-all\x0c")
            if not job.wait_until(lambda: LAST.encode() in job.output, PATIENCE):
                return ["it finds nothing any more"]
            job.type(b"\x03")
            return self.ends(job, {130})

    def signals(self):
        """Every signal that ends it, at moments of its start and later; it may come before there is a handler."""
        bad = []
        moments = [0, 0.002, 0.004, 0.006, 0.008, 0.010, 0.015, "painted", "tiny"]
        for moment in moments:
            for name in ENDS:
                number = getattr(signal, "SIG" + name)
                with self.picker() if not isinstance(moment, str) else self.painted() as job:
                    self.reach(job, moment)
                    os.kill(job.pid, number)
                    bad += ["%s at %s: %s" % (name, moment, each) for each in self.ends(job, {-number, 128 + number})]
        return bad

    def reach(self, job, moment):
        if moment == "tiny":
            job.resize(1, 1)
            job.settle(0.05)
        elif moment != "painted":
            end = time.monotonic() + moment
            while time.monotonic() < end:
                job.pump(0.0005)

    def stops(self):
        """Ctrl-Z gives the terminal back, and fg takes it again, however often."""
        with self.painted("--mouse", "full") as job:
            job.settle()
            on = job.left_on()
            for _ in range(5):
                job.type(b"\x1a")
                if not job.wait_until(lambda: job.stops, PATIENCE):
                    return ["Ctrl-Z does not stop it"]
                job.settle(0.05)
                if job.left_on():
                    return ["while stopped: " + ", ".join(job.left_on())]
                job.stops = 0
                job.go_on()
                if not job.wait_until(lambda: job.left_on() == on, PATIENCE):
                    return ["after fg %s is on, not %s" % (job.left_on(), on)]
            # A stop that cannot be caught leaves all of it on; going on must not push anything twice.
            os.kill(job.pid, signal.SIGSTOP)
            job.wait_until(lambda: job.stops, PATIENCE)
            job.go_on()
            job.settle()
            job.type(b"\x03")
            return self.ends(job, {130})

    def answers(self):
        """Answers are never typing: with nobody left to hear them, in pieces, or when there are none."""
        bad = self.in_one_of_five(self.answers_for_the_shell) + self.in_one_of_five(self.answers_in_pieces)
        with self.painted(answers="never") as job:
            job.type(b"\x03")
            bad += ["mute: " + each for each in self.ends(job, {130})]
        with self.painted() as job:
            job.settle()
            job.answers = "later"
            job.type(b"\x1b[?997;2n")
            if not job.wait_until(lambda: "11" in job.terminal.questions, PATIENCE):
                bad.append("it does not ask for the colours of a theme that has changed")
        with self.painted(answers="later") as job:
            # A line editor that starts it has bracketed paste on, and may not set it again.
            job.terminal.questions.remove("?2004$y")
            job.type(b"\x1b[?2004;1$y")
            job.answer()
            job.settle()
            job.type(b"\x03")
            if self.ends(job, {130}) != ["left behind: mode 2004"]:
                bad.append("it does not leave bracketed paste on where it was")
        return bad

    def in_one_of_five(self, check):
        """A busy machine may be slower than any patience; a fault shows every time."""
        for _ in range(5):
            bad = check()
            if not bad:
                break
        return bad

    def answers_for_the_shell(self):
        with self.painted(answers="later") as job:
            job.type(b"\x03")
            job.wait_until(lambda: b"\x1b[?1049l" in job.output, PATIENCE)
            job.answer()
            typed = self.ends(job, {130}) or job.left_typed()
            return ["typed for the shell: %r" % typed] if typed else []

    def answers_in_pieces(self):
        with self.painted(answers="later") as job:
            job.wait_until(lambda: "c" in job.terminal.questions, PATIENCE)
            job.terminal.questions = []
            for piece in (b"\x1b", b"]11;rgb:ffff/", b"ffff/ffff\x07", b"\x1b", b"[?6", b"2c"):
                job.type(piece)
                time.sleep(0.06)
            if job.wait(0) is not None:
                return ["an answer in pieces is taken for Escape"]
            # With a query Escape would clear it, and not leave.
            job.type(b"\x1b")
            return ["in pieces: " + each for each in self.ends(job, {130})]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", default=str(ROOT / ".build/release/switchback"))
    parser.add_argument("--bytes", type=int, default=1_000_000)
    parser.add_argument("--resizes", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    checks = ["signals", "stops", "answers", "resizes", "fuzz"]
    parser.add_argument("--only", choices=checks)
    options = parser.parse_args()
    print("seed %d, %d bytes, %d resizes" % (options.seed, options.bytes, options.resizes), flush=True)
    failed = False
    for name in [options.only] if options.only else checks:
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            bad = getattr(Check(options, folder), name)()
        failed = failed or bool(bad)
        print("%-8s %s, %.1f s" % (name, "failed" if bad else "holds", time.monotonic() - start), *bad, sep="\n  ", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
