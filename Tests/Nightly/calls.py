#!/usr/bin/env python3
"""Calls AWS every second for so many seconds, as a long job does: with one client of boto3, and with `aws`.

    calls.py SECONDS

Prints how many calls there were and by how many sessions' keys; ends with 1 where one fails.
"""
import subprocess
import sys
import time

import boto3


def main():
    end = time.monotonic() + float(sys.argv[1])
    session = boto3.Session()
    client, calls, keys = session.client("sts"), 0, set()
    while (start := time.monotonic()) < end:
        arn = client.get_caller_identity()["Arn"]
        command = ["aws", "sts", "get-caller-identity", "--output", "text", "--query", "Arn"]
        said = subprocess.run(command, capture_output=True, text=True)
        if said.returncode or said.stdout.split("/")[1:2] != arn.split("/")[1:2]:
            sys.exit(f"aws says {said.stdout}{said.stderr}, and boto3 is {arn}")
        keys.add(session.get_credentials().get_frozen_credentials().access_key)
        calls += 2
        time.sleep(max(0, start + 1 - time.monotonic()))
    print(calls, len(keys))


main()
