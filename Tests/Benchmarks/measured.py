"""What the benchmarks share: a home with many profiles, and timing a process."""
import argparse
import os
import statistics
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROFILE = """[profile team-{0}-admin]
role_arn = arn:aws:iam::{1:012d}:role/Admin
source_profile = base
region = eu-west-1

"""


def arguments(description):
    parser = argparse.ArgumentParser(description=description.split("\n")[0])
    parser.add_argument("--binary", default=str(ROOT / ".build/release/switchback"))
    parser.add_argument("--runs", type=int, default=40)
    options = parser.parse_args()
    if not os.access(options.binary, os.X_OK):
        parser.error("%s is not there: `swift build -c release --static-swift-stdlib` makes it"
                     % options.binary)
    return options


def config(count):
    base = "[profile base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n\n"
    return base + "".join(PROFILE.format(i, 100_000_000_000 + i) for i in range(count - 1))


def home(folder, text):
    """An environment whose home is the folder, and whose AWS config file holds the text."""
    path = Path(folder, "config")
    path.write_text(text)
    return {"HOME": str(folder), "AWS_CONFIG_FILE": str(path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def empty_program(folder):
    """An empty Swift program, linked as ours is."""
    source = Path(folder, "empty.swift")
    source.write_text("")
    program = str(source.with_suffix(""))
    subprocess.run(["swiftc", "-O", "-static-stdlib", str(source), "-o", program], check=True)
    return program


def seconds(command, environment):
    """The wall time of a process from its start to its end, at what the kernel charges for that."""
    silence = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
               (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, environment, file_actions=silence)
    _, status = os.waitpid(process, 0)
    taken = time.perf_counter() - start
    if status:
        raise SystemExit("%s ended with status %d" % (" ".join(command), os.waitstatus_to_exitcode(status)))
    return taken


def words(times):
    """The median, the fastest and the slowest, in milliseconds."""
    return [each * 1e3 for each in (statistics.median(times), min(times), max(times))]
