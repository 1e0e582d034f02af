#define _GNU_SOURCE
#include "descriptors.h"
#include "terminal_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

struct program {
  const char *path;
  char *const *arguments;
  char *const *environment;
  char **script;
  const char *directory;
  int tty;
  bool reads_tty;
  /// The output and errors of a detached child; -1 for a child that shares those of this process.
  int output, errors;
  /// The terminal of a detached child; -1 if it has none.
  int pty;
  int last_signal;
  pid_t parent;
};

struct failure {
  int step;
  int error;
};

// From fork to exec only async-signal-safe calls: another thread may have held any lock.
static void lead_foreground_group(int tty) {
  setpgid(0, 0);
  // In the background this call would stop the child, but all signals are blocked.
  tcsetpgrp(tty, getpid());
}

static _Noreturn void fail(int report, int step) {
  struct failure failure = {step, errno};
  // These are fewer bytes than a pipe takes at once. A failure could not be reported anyway.
  ssize_t written = write(report, &failure, sizeof failure);
  (void)written;
  _exit(127);
}

static void close_from_3_except(int kept) {
  if (kept > 3) close_range(3, (unsigned)kept - 1, 0);
  close_range((unsigned)kept + 1, ~0U, 0);
}

static void unblock_all(void) {
  sigset_t none;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, NULL);
}

// Without a terminal the child cannot ask the user, and does not wait for an answer.
static void detach(int output, int errors) {
  setsid();
  int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  dup2(nothing, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(errors, STDERR_FILENO);
}

static int count_of(char *const list[]) {
  int count = 0;
  while (list[count]) count++;
  return count;
}

// A Ctrl-Z before exec stops the child while nothing waits for stops yet.
static void wait_for_exec(int report, pid_t child) {
  struct pollfd answer = {.fd = report, .events = POLLIN};
  while (poll(&answer, 1, 20) <= 0) {
    siginfo_t info = {0};
    waitid(P_PID, (id_t)child, &info, WSTOPPED | WNOHANG);
    if (info.si_pid == child) kill(child, SIGCONT);
  }
}

// The arguments with which a shell runs a script without a `#!` line. Made before fork: a child
// must not allocate.
static char **through_shell(const char *path, char *const arguments[]) {
  int count = count_of(arguments);
  char **script = calloc((size_t)count + 3, sizeof *script);
  if (!script) return NULL;
  script[0] = "sh";
  script[1] = (char *)path;
  for (int i = 1; i < count; i++) script[i + 1] = arguments[i];
  return script;
}

static _Noreturn void run_program(const struct program *program, int report) {
  prctl(PR_SET_PDEATHSIG, program->last_signal);
  // The parent died before its death signal was set.
  if (getppid() != program->parent) _exit(128 + program->last_signal);
  bool leads = program->tty >= 0, is_apart = program->output >= 0;
  if (leads) lead_foreground_group(program->tty);
  if (is_apart) detach(program->output, program->errors);
  if (program->pty >= 0 && !pty_take_as_terminal(program->pty)) fail(report, SWITCHBACK_SPAWN_FORK);
  signals_undo_in_child(leads);
  if (leads && program->reads_tty) dup2(program->tty, STDIN_FILENO);
  if (program->directory && chdir(program->directory) < 0) fail(report, SWITCHBACK_SPAWN_DIRECTORY);
  // A command in this process group may use inherited descriptors by number, as in `exec prod --
  // diff <(a) <(b)`.
  if (leads || is_apart) close_from_3_except(report);
  else descriptors_keep_ours();
  descriptors_undo_in_child();
  unblock_all();
  execve(program->path, program->arguments, program->environment);
  if (errno == ENOEXEC) execve("/bin/sh", program->script, program->environment);
  fail(report, SWITCHBACK_SPAWN_EXEC);
}

static pid_t fork_into(const struct program *program, int report) {
  // The handlers must not run in the child, where they would give the terminal back.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t child = fork();
  if (child == 0) run_program(program, report);
  int error = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return child < 0 ? -error : child;
}

// Returns the child, or minus the error number that it reports if exec fails.
static pid_t outcome(pid_t child, int report, int *failed) {
  struct failure failure;
  wait_for_exec(report, child);
  if (read(report, &failure, sizeof failure) != sizeof failure) return child;
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
  }
  *failed = failure.step;
  return -failure.error;
}

static pid_t start(struct program *program, int *failed) {
  int report[2];
  *failed = SWITCHBACK_SPAWN_FORK;
  if (pipe2(report, O_CLOEXEC) < 0) return -errno;
  program->parent = getpid();
  program->script = through_shell(program->path, program->arguments);
  pid_t child = program->script ? fork_into(program, report[1]) : -ENOMEM;
  close(report[1]);
  if (child > 0) child = outcome(child, report[0], failed);
  close(report[0]);
  free(program->script);
  return child;
}

pid_t switchback_spawn(
    const char *path, char *const arguments[], char *const environment[], const char *directory,
    int tty, bool reads_tty, int last_signal, int *failed) {
  struct program program = {
      .path = path, .arguments = arguments, .environment = environment, .directory = directory,
      .tty = tty, .reads_tty = reads_tty, .output = -1, .errors = -1, .pty = -1,
      .last_signal = last_signal};
  pid_t child = start(&program, failed);
  if (child > 0) signals_set_child(child);
  return child;
}

pid_t switchback_spawn_apart(
    const char *path, char *const arguments[], char *const environment[], int output, int errors,
    bool is_watched, int *failed) {
  struct program program = {
      .path = path, .arguments = arguments, .environment = environment, .tty = -1,
      .output = output, .errors = errors, .pty = -1, .last_signal = is_watched ? 0 : SIGTERM};
  return start(&program, failed);
}

pid_t switchback_spawn_helper(
    const char *path, char *const arguments[], char *const environment[], int output, int errors,
    int pty, bool is_watched, int *failed) {
  struct program program = {
      .path = path, .arguments = arguments, .environment = environment, .tty = -1,
      .output = output, .errors = errors, .pty = pty, .last_signal = is_watched ? 0 : SIGKILL};
  return start(&program, failed);
}

int switchback_wait(pid_t child, bool stops, int *value) {
  siginfo_t info;
  int what = WEXITED | WNOWAIT | (stops ? WSTOPPED : 0);
  while (waitid(P_PID, (id_t)child, &info, what) < 0)
    if (errno != EINTR) return -errno;
  // Until it is reaped its process ID is not reused: later signals must not reach another process.
  bool stopped = info.si_code == CLD_STOPPED;
  int code = info.si_code;
  *value = info.si_status;
  if (!stopped) signals_set_child(0);
  waitid(P_PID, (id_t)child, &info, stopped ? WSTOPPED | WNOHANG : WEXITED);
  if (stopped) return SWITCHBACK_STOPPED;
  return code == CLD_EXITED ? SWITCHBACK_EXITED : SWITCHBACK_SIGNALED;
}

int switchback_open_process(pid_t child) {
  return (int)syscall(SYS_pidfd_open, child, 0);
}

int switchback_wait_unreaped(pid_t child, int *value) {
  siginfo_t info;
  while (waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT) < 0)
    if (errno != EINTR) return -errno;
  *value = info.si_status;
  return info.si_code == CLD_EXITED ? SWITCHBACK_EXITED : SWITCHBACK_SIGNALED;
}
