"""An xterm on a hidden display, whose keys are pressed and whose picture is taken by a program."""
import contextlib
import os
import pathlib
import re
import subprocess
import time

THEMES = pathlib.Path(__file__).resolve().parent.parent / "Themes"
FONT, POINTS, MARGIN = "DejaVu Sans Mono", 11, 14
# Seconds after which an expected text is given up and the script fails.
PATIENCE = 60
# How many equal pictures in a row show that drawing has ended.
STEADY = 3
# Details that the picker is still reading.
UNFINISHED = re.compile("^ Via *$", re.M)
TMUX = """
set -g status off
set -s escape-time 0
set -g default-terminal xterm-256color
set -ga terminal-overrides ',xterm*:Tc'
"""


@contextlib.contextmanager
def display():
    """The name of a new display, large enough for the largest terminal."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "2200x1400x24", "-nolisten", "tcp"],
        pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield ":" + number.readline().strip()
    finally:
        server.terminate()
        server.wait()


class Screen:
    """A window of the display with a program in it, and tmux between the two."""

    def __init__(self, environment, size, scheme, command):
        self.environment = environment
        folder = environment["TMPDIR"]
        pathlib.Path(folder, "tmux.conf").write_text(TMUX)
        self.tmux = ["tmux", "-S", f"{folder}/tmux", "-f", f"{folder}/tmux.conf"]
        reading, writing = os.pipe()
        start = f'echo $WINDOWID >&{writing}; exec {writing}>&-; TERM=xterm-256color exec "$@"'
        self.terminal = subprocess.Popen(
            ["xterm", "-fa", FONT, "-fs", str(POINTS), "-b", str(MARGIN), "-geometry", size,
             "-bw", "0", "+sb", "-ah", *xterm_colors(colors(scheme)), "-e", "sh", "-c", start,
             "sh", *self.tmux, "new-session",
             "env", "-u", "TMUX", "-u", "TMUX_PANE", "COLORTERM=truecolor", *command],
            env=environment, pass_fds=[writing], cwd=environment["HOME"])
        os.close(writing)
        with os.fdopen(reading) as window:
            self.window = window.readline().strip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run([*self.tmux, "kill-server"], check=False)
        self.terminal.terminate()
        self.terminal.wait()

    def press(self, *keys):
        if keys:
            subprocess.run([*self.tmux, "send-keys", "--", *keys], check=True)

    def text(self):
        """What the screen shows; empty before tmux has started."""
        shown = subprocess.run(
            [*self.tmux, "capture-pane", "-p"], capture_output=True, text=True, check=False)
        return shown.stdout

    def wait(self, pattern):
        """Waits until the screen shows the pattern, and no details that are still being read."""
        deadline = time.monotonic() + PATIENCE
        while not re.search(pattern, text := self.text(), re.M) or UNFINISHED.search(text):
            if time.monotonic() > deadline:
                raise SystemExit(f"The screen does not show {pattern}:\n{text}")
            time.sleep(0.02)

    def settled(self, last=None):
        """The window's picture once it differs from the last one and no longer changes."""
        shots = []
        deadline = time.monotonic() + PATIENCE
        while len(shots) < STEADY or shots[0] == last or not has_content(shots[0]):
            if time.monotonic() > deadline:
                raise SystemExit(f"The screen has stayed the same:\n{self.text()}")
            self.wait("")
            shot = subprocess.run(
                ["import", "-silent", "-window", self.window, "ppm:-"],
                env=self.environment, capture_output=True, check=True).stdout
            shots = [*shots, shot] if shots[-1:] == [shot] else [shot]
        return shots[0]


def has_content(shot):
    """True where a picture has more colors than an empty window."""
    return len({shot[i:i + 3] for i in range(15, len(shot), 3)}) > 20


def colors(scheme):
    text = (THEMES / f"{scheme}.yaml").read_text()
    return {key: value for key, value in re.findall(r'(base\w\w): "?(#\w{6})', text)}


# Which of a scheme's colors stands for each of the terminal's 16.
ANSI = "00 08 0B 0A 0D 0E 0C 05 03 08 0B 0A 0D 0E 0C 07".split()


def xterm_colors(scheme):
    page, text = scheme["base00"], scheme["base05"]
    settings = [f"*color{number}: {scheme['base' + key]}" for number, key in enumerate(ANSI)]
    return ["-bg", page, "-fg", text, "-cr", text] + [
        argument for setting in settings for argument in ("-xrm", setting)]
