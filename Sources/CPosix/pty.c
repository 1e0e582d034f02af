#define _GNU_SOURCE
#include "terminal_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

// Sets line input with echo and Ctrl-C as a signal, whatever the line editor of the shell has set.
static void let_type_lines(struct termios *settings) {
  settings->c_iflag |= ICRNL;
  settings->c_oflag |= OPOST | ONLCR;
  settings->c_lflag |= ICANON | ECHO | ECHOE | ECHOK | ISIG | IEXTEN;
}

static int open_other(int ours, int like, char *name, size_t room) {
  struct termios settings;
  if (grantpt(ours) < 0 || unlockpt(ours) < 0 || ptsname_r(ours, name, room) != 0) return -1;
  int other = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (other < 0) return -1;
  if (guard_settings_found(like, &settings)) {
    let_type_lines(&settings);
    tcsetattr(other, TCSANOW, &settings);
  }
  switchback_copy_size(like, ours);
  return other;
}

int switchback_open_pty(int like, int *other, char *name, size_t room) {
  int ours = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (ours < 0) return -1;
  *other = open_other(ours, like, name, room);
  if (*other >= 0) return ours;
  int error = errno;
  close(ours);
  errno = error;
  return -1;
}

void switchback_copy_size(int from, int to) {
  struct winsize size;
  // If the size is the same, no signal is sent.
  if (ioctl(from, TIOCGWINSZ, &size) == 0) ioctl(to, TIOCSWINSZ, &size);
}

// From here on only async-signal-safe calls: this is a forked child with all signals blocked.
static _Noreturn void end_as(int status) {
  if (WIFSIGNALED(status)) {
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigset_t none;
    sigemptyset(&none);
    sigaction(WTERMSIG(status), &standard, NULL);
    raise(WTERMSIG(status));
    pthread_sigmask(SIG_SETMASK, &none, NULL);
  }
  _exit(WEXITSTATUS(status));
}

// At its end only its own group is in the foreground, and receives HUP because the terminal closes.
static _Noreturn void lead_session_of(pid_t program) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(SIGCHLD, &standard, NULL);
  prctl(PR_SET_NAME, "switchback-tty");
  close_range(0, ~0U, 0);
  int status = 0;
  while (waitpid(program, &status, 0) < 0 && errno == EINTR) {
  }
  int tty = open("/dev/tty", O_RDWR | O_CLOEXEC);
  if (tty >= 0) tcsetpgrp(tty, getpgrp());
  end_as(status);
}

// When the leader of a session ends, the terminal closes and its foreground gets HUP. If the
// program were the leader, processes that it leaves running would end with it.
bool pty_take_as_terminal(int pty) {
  ioctl(pty, TIOCSCTTY, 0);
  pid_t leader = getpid(), program = fork();
  if (program < 0) return false;
  if (program > 0) lead_session_of(program);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != leader) _exit(128 + SIGKILL);
  setpgid(0, 0);
  tcsetpgrp(pty, getpid());
  return true;
}
