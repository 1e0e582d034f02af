#!/usr/bin/env python3
"""What it costs to enter a shell: from exec to the prompt, of the shell itself and of `switchback shell` with a warm
session, turn by turn. Goal: at most 10 ms more.
"""
import fcntl
import os
import pty
import shutil
import statistics
import struct
import tempfile
import termios
import time
from pathlib import Path

from measured import ROOT
from peer import options

MARK = b"USER> "
RC = {
    "bash": {".bashrc": "PS1='USER> '\n"}, "zsh": {".zshrc": "PROMPT='USER> '\n"},
    "fish": {".config/fish/config.fish": "function fish_greeting; end\nfunction fish_prompt; echo -n 'USER> '; end\n",
             ".local/share/fish/generated_completions/none": ""},
    "dash": {".shrc": "PS1='USER> '\n"},
}


def prompt_after(command, environment):
    """Milliseconds from exec until the user's prompt is there."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    start = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        os.setsid()
        fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)
        for stream in range(3):
            os.dup2(theirs, stream)
        os.closerange(3, 64)
        os.execve(command[0], command, environment)
    os.close(theirs)
    seen = b""
    while MARK not in seen:
        seen += os.read(ours, 1 << 16)
    taken = (time.perf_counter() - start) * 1e3
    os.write(ours, b"exit\r")
    try:
        while os.read(ours, 1 << 16):
            pass
    except OSError:
        pass
    os.waitpid(pid, 0)
    os.close(ours)
    return taken


def main():
    chosen = options(__doc__, str(ROOT / ".build/release/switchback"))
    for shell, files in RC.items():
        path = shutil.which(shell)
        if not path:
            continue
        with tempfile.TemporaryDirectory() as home:
            for name, text in files.items():
                file = Path(home, name)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text)
            Path(home, ".aws").mkdir()
            Path(home, ".aws/config").write_text(
                "[profile prod]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\nregion = eu-west-1\n")
            environment = {"HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
                           "SHELL": path, "ENV": home + "/.shrc", "XDG_RUNTIME_DIR": home}
            taken = {"alone": [], "as prod": []}
            for turn in range(chosen.rounds + 1):
                for name, command in (("alone", [path, "-i"]), ("as prod", [chosen.binary, "shell", "prod"])):
                    milliseconds = prompt_after(command, environment)
                    if turn:
                        taken[name].append(milliseconds)
            alone, worn = (statistics.median(taken[name]) for name in taken)
        print(f"{shell:5} alone {alone:7.2f} ms   as prod {worn:7.2f} ms   more {worn - alone:6.2f} ms   ratio {worn / alone:.2f}")


main()
