"""A program on a terminal of ours, as a job of a shell: typed at, resized, stopped, and looked at when it has ended.

    with Job(["switchback"], environment) as job:
        job.settle(); job.type(b"pro"); job.type(b"\\x03"); job.wait(5); job.left_on()

Only what outlives a program is modelled: modes, keyboard flags, the screen that is shown, the line's settings.
"""
import fcntl
import os
import re
import select
import signal
import struct
import termios
import time

SEQUENCE = re.compile(rb"\x1b\[([?<>=]?)([0-9;]*)([$]?)([@-~])|\x1b\](\d+);([^\x07\x1b]*)(?:\x07|\x1b\\)|\x1b([=>])")
STANDARD = {"7", "25"}  # the modes of a terminal that nothing was done to: lines wrap, the cursor is shown
ANSWERS = {"c": b"\x1b[?62;22c", "?996n": b"\x1b[?997;1n", "11": b"\x1b]11;rgb:1010/1010/1010\x1b\\"}


# What a shell ignores, and its jobs do not.
SHELLS = (signal.SIGTTOU, signal.SIGTTIN, signal.SIGTSTP, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)


class Terminal:
    """What the program's bytes leave on, and what they ask."""

    def __init__(self):
        self.modes = dict.fromkeys(STANDARD, True)
        self.flags = {True: 0, False: 0}  # how deep kitty's stack is, by whether the other screen is shown
        self.keypad = False
        self.questions, self.rest = [], b""

    def take(self, data):
        data = self.rest + data
        end = 0
        for match in SEQUENCE.finditer(data):
            end = match.end()
            mark, numbers, dollar, final, osc, value, keypad = (
                part.decode("latin-1") if part is not None else None for part in match.groups())
            if keypad:
                self.keypad = keypad == "="
            elif osc:
                self.questions += [osc] if value == "?" else []
            elif mark == "?" and final in "hl":
                self.modes.update((number, final == "h") for number in numbers.split(";"))
            elif final == "u" and mark in (">", "<"):
                screen = self.modes.get("1049", False)
                self.flags[screen] = max(0, self.flags[screen] + (1 if mark == ">" else -1))
            elif (final == "c" and not mark) or mark + numbers + final == "?996n":
                self.questions.append(mark + numbers + final)
            elif dollar:
                self.questions.append("?" + numbers + "$y")
        # What may be the beginning of one more.
        start = data.rfind(b"\x1b", end)
        self.rest = data[start:] if start >= 0 and len(data) - start < 64 else b""

    def left_on(self):
        left = ["mode " + mode for mode, on in sorted(self.modes.items()) if on != (mode in STANDARD)]
        return left + ["keyboard flags"] * any(self.flags.values()) + ["keypad mode"] * self.keypad


class Job:
    """`answers` says when the terminal answers: "at once", "later" (when `answer` is called), or "never".

    With `goes_on` a stop is followed by `fg` at once.
    """

    def __init__(self, command, environment, rows=30, columns=100, answers="at once", goes_on=False):
        self.terminal, self.answers, self.goes_on = Terminal(), answers, goes_on
        self.output, self.status, self.stops = bytearray(), None, 0
        self.master, self.slave = os.openpty()
        self.resize(rows, columns)
        self.before = termios.tcgetattr(self.slave)
        (news, theirs), (ours, self.orders) = os.pipe(), os.pipe()
        self.shell = os.fork()
        if self.shell == 0:
            try:
                be_shell(command, environment, self.slave, theirs, ours)
            finally:
                os._exit(0)
        os.close(theirs)
        os.close(ours)
        self.news, self.pid, self.told = news, None, b""
        while self.pid is None:
            self.pump(5)

    def pump(self, patience):
        """Takes what comes within `patience` seconds; false where nothing does."""
        ready, _, _ = select.select([self.master, self.news], [], [], patience)
        if self.news in ready:
            self.told += os.read(self.news, 4096)
            *lines, self.told = self.told.split(b"\n")
            for kind, number in (line.split() for line in lines):
                self.hear(kind, int(number))
        if self.master in ready:
            data = os.read(self.master, 1 << 16)
            self.output += data
            self.terminal.take(data)
            if self.answers == "at once":
                self.answer()
        return bool(ready)

    def hear(self, kind, number):
        if kind == b"pid":
            self.pid = number
        elif kind == b"stopped":
            self.stops += 1
            if self.goes_on:
                self.go_on()
        else:
            self.status = number

    def answer(self):
        """Gives every answer that is due; gives their bytes."""
        due = b"".join(ANSWERS.get(question, b"\x1b[" + question.replace("$", ";2$").encode())
                       for question in self.terminal.questions)
        self.terminal.questions = []
        self.type(due)
        return due

    def settle(self, quiet=0.1, limit=10):
        """Waits until nothing was written for so long."""
        end = time.monotonic() + limit
        while time.monotonic() < end and self.pump(quiet):
            pass
        return self

    def wait_until(self, holds, limit):
        end = time.monotonic() + limit
        while not holds() and time.monotonic() < end:
            self.pump(0.02)
        return holds()

    def wait(self, limit):
        """The status that the program ended with, minus a signal's number; None while it runs."""
        if self.wait_until(lambda: self.status is not None, limit):
            self.settle(0.01)
        return self.status

    def type(self, data):
        end = time.monotonic() + 30
        while data and self.status is None:
            _, writable, _ = select.select([self.news], [self.master], [], 1)
            if writable:
                data = data[os.write(self.master, data[:512]):]
            elif time.monotonic() > end:
                raise TimeoutError("it reads nothing any more")
            self.pump(0)

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("4H", rows, columns, 0, 0))

    def go_on(self):
        """After a stop: the job is in the foreground again."""
        os.write(self.orders, b"g")

    def left_on(self):
        """What a user would still notice."""
        left = self.terminal.left_on()
        return left + ["line settings"] * (termios.tcgetattr(self.slave) != self.before)

    def left_typed(self):
        """What whoever reads the terminal next would take for typing."""
        settings = termios.tcgetattr(self.slave)
        settings[3] &= ~termios.ICANON
        termios.tcsetattr(self.slave, termios.TCSANOW, settings)
        ready, _, _ = select.select([self.slave], [], [], 0)
        return os.read(self.slave, 4096) if ready else b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.wait(0) is None:
            os.kill(self.pid, signal.SIGKILL)
        os.close(self.orders)
        os.waitpid(self.shell, 0)
        for descriptor in (self.master, self.slave, self.news):
            os.close(descriptor)


def be_shell(command, environment, tty, news, orders):
    """What a shell does for a job: the foreground for it, and for itself while the job is stopped."""
    for number in SHELLS:
        signal.signal(number, signal.SIG_IGN)
    for descriptor in set(range(3, 64)) - {tty, news, orders}:
        os.closerange(descriptor, descriptor + 1)
    os.setsid()
    fcntl.ioctl(tty, termios.TIOCSCTTY, 0)
    gate, open_gate = os.pipe()
    job = os.fork()
    if job == 0:
        os.setpgid(0, 0)
        for number in (*SHELLS, signal.SIGPIPE):
            signal.signal(number, signal.SIG_DFL)
        os.write(news, b"pid %d\n" % os.getpid())
        os.read(gate, 1)
        for descriptor in range(3):
            os.dup2(tty, descriptor)
        os.closerange(3, 64)
        os.execvpe(command[0], command, environment)
    try:
        os.setpgid(job, job)
    except PermissionError:
        pass
    os.tcsetpgrp(tty, job)
    os.write(open_gate, b"x")
    while True:
        _, status = os.waitpid(job, os.WUNTRACED)
        os.tcsetpgrp(tty, os.getpid())
        if not os.WIFSTOPPED(status):
            os.write(news, b"status %d\n" % os.waitstatus_to_exitcode(status))
            # The other end is open until somebody has looked.
            os.read(orders, 1)
            return
        os.write(news, b"stopped 0\n")
        if not os.read(orders, 1):
            os.kill(job, signal.SIGKILL)
        try:
            os.tcsetpgrp(tty, job)
            os.killpg(job, signal.SIGCONT)
        except OSError:  # it was killed meanwhile, of which we hear next
            pass
