#!/usr/bin/env python3
"""How long `switchback filter` takes over a million lines, whole process, beside `fzf --filter`, turn by turn."""
import statistics
import subprocess
import tempfile
import time

from measured import ROOT
from peer import lines, options

QUERIES = ["pay", "prodadmin", "a", "'prod admin", "!prod", "zzzz"]


def seconds(command, source):
    with open(source) as stdin:
        start = time.perf_counter()
        subprocess.run(command, stdin=stdin, stdout=subprocess.DEVNULL, check=False)
        return time.perf_counter() - start


def main():
    chosen = options(__doc__, str(ROOT / ".build/release/switchback"))
    with tempfile.NamedTemporaryFile("w") as source:
        source.write(lines(chosen.count or 1_000_000))
        source.flush()
        for query in QUERIES:
            commands = {"ours": [chosen.binary, "filter", "--", query]}
            if chosen.peer:
                commands["peer"] = [chosen.peer, "--filter=" + query]
            times = {side: [] for side in commands}
            for _ in range(chosen.rounds):
                for side, command in commands.items():
                    times[side].append(seconds(command, source.name))
            medians = {side: statistics.median(taken) for side, taken in times.items()}
            print("%-12s" % query, "  ".join("%s %7.1f ms" % (side, 1e3 * taken) for side, taken in medians.items()),
                  "  ours/peer %.2f" % (medians["ours"] / medians["peer"]) if "peer" in medians else "  (no fzf found)")


main()
