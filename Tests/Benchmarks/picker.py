#!/usr/bin/env python3
"""How fast the picker is, beside fzf on the same accounts, turn by turn: first paint, keys, bytes, memory.

First paint: from exec to the end of the first burst of output. A key: from writing it to the last byte that it
causes. 160x40, catalogue kept from the run before, as for anyone who has started it once.
"""
import fcntl
import os
import pty
import select
import statistics
import struct
import tempfile
import termios
import time
from pathlib import Path

from measured import ROOT
from peer import config, lines, options

CURSOR = [b"\x1b[B"] * 10 + [b"\x1b[A"] * 5
FILTER = [bytes([b]) for b in b"pay"] + [b"\x7f"] * 3 + [bytes([b]) for b in b"prod a"] + [b"\x7f"] * 6
QUIET = 0.04


class Running:
    def __init__(self, command, environment):
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))
        self.started = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)
            for stream in range(3):
                os.dup2(theirs, stream)
            os.closerange(3, 64)
            os.execve(command[0], command, environment)
        os.close(theirs)
        self.file = ours

    def burst(self, since, patience=5.0):
        """Seconds from a moment to the last byte before it is quiet, and the bytes; None where nothing comes."""
        last, count = None, 0
        while select.select([self.file], [], [], QUIET if last else patience)[0]:
            data = os.read(self.file, 1 << 16)
            last, count = time.perf_counter(), count + len(data)
        return (last - since, count) if last else None

    def press(self, key):
        start = time.perf_counter()
        os.write(self.file, key)
        return self.burst(start, 0.3)

    def peak(self):
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def end(self):
        os.write(self.file, b"\x03")
        try:
            while os.read(self.file, 1 << 16):
                pass
        except OSError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.file)


def measure(command, environment, results):
    running = Running(command, environment)
    results["first paint ms"].append(running.burst(running.started)[0] * 1e3)
    while select.select([running.file], [], [], 0.3)[0]:
        os.read(running.file, 1 << 16)
    for name, keys in (("cursor", CURSOR), ("filter", FILTER)):
        for taken in filter(None, map(running.press, keys)):
            results[name + " ms"].append(taken[0] * 1e3)
            results[name + " bytes"].append(taken[1])
    results["peak MB"].append(running.peak())
    running.end()


def main():
    chosen = options(__doc__, str(ROOT / ".build/release/switchback"))
    count = chosen.count or 1_000
    names = ["first paint ms", "cursor ms", "cursor bytes", "filter ms", "filter bytes", "peak MB"]
    with tempfile.TemporaryDirectory() as home:
        Path(home, "config").write_text(config(count))
        Path(home, "lines").write_text(lines(count))
        environment = {"HOME": home, "AWS_CONFIG_FILE": home + "/config", "TERM": "xterm-256color",
                       "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
        sides = {"ours": [chosen.binary]}
        if chosen.peer:
            # The list from the top down, so that the cursor keys move it as ours do.
            sides["peer"] = ["/bin/sh", "-c", f'exec "{chosen.peer}" --layout=reverse < "{home}/lines"']
        results = {side: {name: [] for name in names} for side in sides}
        for turn in range(chosen.rounds + 1):
            for side, command in sides.items():
                measure(command, environment, results[side] if turn else {name: [] for name in names})
    print(f"{count} entries, {chosen.rounds} rounds")
    for name in names:
        medians = {side: statistics.median(results[side][name]) for side in sides}
        print("%-15s" % name, "  ".join("%s %9.2f" % pair for pair in medians.items()),
              "  ours/peer %.2f" % (medians["ours"] / medians["peer"]) if "peer" in medians else "  (no fzf found)")


main()
