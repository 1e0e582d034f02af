#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "family.h"
#include "include/CPosix.h"

enum { MOST = 1024, WATCHED_MARK_SIZE = 28 };

struct command {
  pid_t pid;
  char mark[WATCHED_MARK_SIZE];
};

struct commands {
  struct command of[MOST];
  int count;
};

// From here on only async-signal-safe calls: this is a forked child of a process with many threads.
static void take(struct commands *commands, struct command report) {
  int i = 0;
  report.mark[WATCHED_MARK_SIZE - 1] = 0;
  while (i < commands->count && strcmp(commands->of[i].mark, report.mark)) i++;
  if (report.pid < 0 && i < commands->count) commands->of[i] = commands->of[--commands->count];
  if (report.pid < 0 || i == MOST) return;
  commands->of[i] = report;
  if (i == commands->count) commands->count++;
}

static bool signal_all(const struct commands *commands, int number, struct family *family) {
  bool is_there = false;
  for (int i = 0; i < commands->count; i++)
    is_there |= family_signal(family, commands->of[i].pid, commands->of[i].mark, number);
  return is_there;
}

static _Noreturn void watch_commands(int reports) {
  static struct commands commands;
  static struct family family;
  struct command command;
  ssize_t got;
  while ((got = read(reports, &command, sizeof command)) == sizeof command || (got < 0 && errno == EINTR))
    if (got > 0) take(&commands, command);
  signal_all(&commands, SIGTERM, &family);
  // A stopped process would not receive the signal.
  signal_all(&commands, SIGCONT, &family);
  struct timespec pause = {.tv_nsec = 50000000};
  for (int i = 0; i < 60 && signal_all(&commands, 0, &family); i++) nanosleep(&pause, NULL);
  for (int i = 0; i < commands.count; i++) {
    if (commands.of[i].pid > 0) kill(-commands.of[i].pid, SIGKILL);
    family_end(&family, commands.of[i].pid, commands.of[i].mark);
  }
  _exit(0);
}

// A process group that loses its last tie to its session while members are stopped gets HUP and
// CONT (POSIX), so stopped processes would continue. This waits until that is over.
static void wait_for_end(int process) {
  struct pollfd end = {.fd = process, .events = POLLIN};
  while (process >= 0 && poll(&end, 1, 2000) < 0 && errno == EINTR) {
  }
}

static _Noreturn void watch_helper(int reports, pid_t watched, const char *mark) {
  static struct family family;
  int process = switchback_open_process(watched);
  int32_t number, helper = 0;
  ssize_t got;
  while ((got = read(reports, &number, sizeof number)) == sizeof number || (got < 0 && errno == EINTR)) {
    if (got > 0 && number < 0) _exit(0);
    if (got > 0) helper = number;
  }
  wait_for_end(process);
  family_end(&family, helper, mark);
  _exit(0);
}

static _Noreturn void run_watcher(int reports, pid_t watched, const char *mark) {
  setsid();
  // The watcher is not waited for.
  pid_t watcher = fork();
  if (watcher != 0) _exit(watcher < 0);
  prctl(PR_SET_NAME, "switchback-end");
  int kept = dup2(reports, STDIN_FILENO);
  close_range(1, ~0U, 0);
  if (mark) watch_helper(kept, watched, mark);
  watch_commands(kept);
}

static int start(const char *mark) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0) return -1;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t watched = getpid(), child = fork();
  if (child == 0) run_watcher(ends[0], watched, mark);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(ends[0]);
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (child > 0 && status == 0) return ends[1];
  close(ends[1]);
  return -1;
}

int switchback_start_watcher(void) {
  return start(NULL);
}

int switchback_watch_helper(const char *mark) {
  return start(mark);
}

void switchback_tell_watcher(int watcher, int32_t number) {
  while (send(watcher, &number, sizeof number, MSG_NOSIGNAL | MSG_DONTWAIT) < 0 && errno == EINTR) {
  }
}

void switchback_tell_watcher_of(int watcher, int32_t number, const char *mark) {
  struct command command = {.pid = number};
  strncpy(command.mark, mark, WATCHED_MARK_SIZE - 1);
  while (send(watcher, &command, sizeof command, MSG_NOSIGNAL | MSG_DONTWAIT) < 0 && errno == EINTR) {
  }
}
