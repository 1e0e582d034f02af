#!/usr/bin/env python3
"""How long reading and listing profiles takes, beside botocore reading the same file.

`switchback list --json` is timed as a whole process; botocore only from the call that reads to its
return, without Python's start or its imports. Wants botocore: .build/venv/bin/python runs this.
"""
import os
import statistics
import tempfile
import time

import botocore.session
from measured import arguments, config, home, seconds

GOAL = 8


def botocore_seconds(environment):
    os.environ.update({name: environment[name] for name in ("HOME", "AWS_CONFIG_FILE")})
    session = botocore.session.Session()
    start = time.perf_counter()
    profiles = session.full_config["profiles"]
    taken = time.perf_counter() - start
    assert len(profiles) > 1
    return taken


def main():
    options = arguments(__doc__)
    medians = {}
    for count in (1_000, 10_000, 100_000):
        with tempfile.TemporaryDirectory() as folder:
            environment = home(folder, config(count))
            command = [options.binary, "list", "--json"]
            ours, theirs = [], []
            for _ in range(options.runs if count < 100_000 else 5):
                ours.append(seconds(command, environment))
                if count == 10_000:
                    theirs.append(botocore_seconds(environment))
        medians[count] = statistics.median(ours)
        print("%7d profiles: %8.1f ms, %5.2f us each" % (
            count, medians[count] * 1e3, medians[count] * 1e6 / count))
        if theirs:
            reading = statistics.median(theirs)
            print("%7d profiles: %8.1f ms in botocore" % (count, reading * 1e3))
    print("ten times the profiles cost %.1f times the time (10,000 to 100,000)"
          % (medians[100_000] / medians[10_000]))
    print("10,000 profiles are read and listed %.1f times faster than botocore reads them (goal: %d)"
          % (reading / medians[10_000], GOAL))


main()
