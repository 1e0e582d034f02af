#!/usr/bin/env python3
"""How long `switchback list` takes over 1,000 profiles, beside an empty Swift program.

The two run in turn, so that whatever else the machine does slows both; medians are compared.
"""
import statistics
import tempfile

from measured import arguments, config, empty_program, home, seconds, words

GOAL = 6


def main():
    options = arguments(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        environment = home(folder, config(1_000))
        commands = {"empty": [empty_program(folder)], "list": [options.binary, "list"]}
        times = {name: [] for name in commands}
        for turn in range(options.runs + 3):
            for name, command in commands.items():
                taken = seconds(command, environment)
                if turn >= 3:  # the first ones fill the caches
                    times[name].append(taken)
    for name, taken in times.items():
        print("%-5s median %6.2f ms, fastest %6.2f, slowest %6.2f, %d runs" % (
            name, *words(taken), len(taken)))
    ratio = statistics.median(times["list"]) / statistics.median(times["empty"])
    print("switchback list over 1,000 profiles: %.1f times an empty static program (goal: under %d)"
          % (ratio, GOAL))


main()
