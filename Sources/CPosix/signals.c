#define _GNU_SOURCE
#include "terminal_guard.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static struct sigaction found[NSIG];
static atomic_bool taken[NSIG];
/// A signal that arrived too early: the terminal was being written, or there was no child yet.
static atomic_int waiting;
static atomic_int child;
/// Whether a signal is ending the process, on some thread.
static atomic_bool is_ending;
static int owner;

static void mask_all(int how) {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(how, &all, NULL);
}

// Whether the code that is writing will handle the signal afterwards. A second signal does not
// wait.
static bool is_left_to_writer(int signal) {
  if (!guard_is_busy() || atomic_exchange(&waiting, signal) != 0) return false;
  return guard_is_busy() || atomic_exchange(&waiting, 0) == 0;
}

static void end_child(void) {
  pid_t pid = atomic_load(&child);
  if (pid <= 0) return;
  struct timespec pause = {0, 5000000};
  kill(pid, SIGHUP);
  kill(pid, SIGCONT);
  // The child ends first, so that its cleanup does not follow this process's. The wait is limited.
  for (int i = 0; i < 60 && waitpid(pid, NULL, WNOHANG) == 0; i++) nanosleep(&pause, NULL);
}

// Ends with the default action, not with the previous handler: the Swift runtime's backtrace shows
// registers and their targets.
static void end_by(int signal) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(signal, &standard, NULL);
  raise(signal);
  mask_all(SIG_UNBLOCK);
}

static const char *_Atomic lost_bytes_sentence;

static void on_crash(int signal) {
  const char *reason = signal == SIGBUS ? atomic_load(&lost_bytes_sentence) : NULL;
  atomic_store(&is_ending, true);
  end_child();
  guard_give_back();
  removal_at_end();
  if (reason) {
    ssize_t written = write(STDERR_FILENO, reason, strlen(reason));
    (void)written;
    _exit(2);
  }
  end_by(signal);
}

void switchback_explain_lost_bytes(const char *sentence) {
  struct sigaction ours = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK}, before;
  atomic_store(&lost_bytes_sentence, sentence);
  sigfillset(&ours.sa_mask);
  // While the terminal is guarded, the signal is caught already, with the same effect.
  sigaction(SIGBUS, NULL, &before);
  if (before.sa_handler == SIG_DFL) sigaction(SIGBUS, &ours, NULL);
}

static void on_end(int signal) {
  int error = errno;
  if (!is_left_to_writer(signal)) on_crash(signal);
  errno = error;
}

// Signals that end the process must arrive while it waits for the foreground. It does not have the
// terminal then.
static void take_again_in_foreground(void) {
  mask_all(SIG_UNBLOCK);
  guard_wait_for_foreground(SIGTTOU);
  mask_all(SIG_BLOCK);
  guard_take_again();
}

static void on_stop(int signal) {
  int error = errno;
  if (!is_left_to_writer(signal)) {
    struct sigaction ours;
    guard_give_back();
    sigaction(signal, &found[signal], &ours);
    raise(signal);
    mask_all(SIG_UNBLOCK);  // The process stops here, and continues.
    if (atomic_load(&taken[signal])) sigaction(signal, &ours, NULL);
    take_again_in_foreground();
  }
  errno = error;
}

static void on_continue(int signal) {
  int error = errno;
  if (!is_left_to_writer(signal)) take_again_in_foreground();
  errno = error;
}

static void on_resize(int signal) {
  int error = errno;
  (void)signal;
  guard_wake('w');
  errno = error;
}

static void on_pass(int signal) {
  int error = errno;
  pid_t pid = atomic_load(&child);
  // An interactive shell ignores TSTP. When STOP stops it, this process stops with it.
  if (pid > 0) kill(pid, signal == SIGTSTP ? SIGSTOP : signal);
  else atomic_store(&waiting, signal);
  errno = error;
}

static void take(int signal, void (*handler)(int)) {
  // A crash may be a stack overflow of the thread.
  int flags = SA_RESTART | (handler == on_crash ? SA_ONSTACK : 0);
  struct sigaction ours = {.sa_handler = handler, .sa_flags = flags}, before;
  sigfillset(&ours.sa_mask);
  sigaction(signal, NULL, &before);
  // A signal that was inherited as ignored (nohup, a script's background job) stays ignored.
  if (before.sa_handler == SIG_IGN) return;
  if (!atomic_load(&taken[signal])) found[signal] = before;
  atomic_store(&taken[signal], true);
  sigaction(signal, &ours, NULL);
}

static void take_each(const int *signals, void (*handler)(int)) {
  for (; *signals; signals++) take(*signals, handler);
}

// The signals that end a process by default.
static const int crashes[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGTRAP, 0};
static const int ends[] = {SIGALRM, SIGHUP,  SIGINT,  SIGIO,     SIGPIPE, SIGPROF, SIGPWR,  SIGQUIT,
                           SIGTERM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU, SIGXFSZ, SIGSTKFLT, 0};
static const int passed[] = {SIGHUP, SIGTERM, 0};
static const int keys_to_child[] = {SIGINT, SIGQUIT, 0};

// If SIGCHLD were ignored, the status of the child would be lost before it is read.
static void keep_statuses(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, before;
  sigaction(SIGCHLD, NULL, &before);
  if (before.sa_handler != SIG_IGN) return;
  found[SIGCHLD] = before;
  atomic_store(&taken[SIGCHLD], true);
  sigaction(SIGCHLD, &standard, NULL);
}

void signals_take(int new_owner) {
  owner = new_owner;
  atomic_store(&waiting, 0);
  crash_stack_begin();
  if (owner != SWITCHBACK_BESIDE) {
    take_each(crashes, on_crash);
    take_each(ends, on_end);
  }
  if (owner == SWITCHBACK_OURS) {
    take(SIGTSTP, on_stop);
    take(SIGCONT, on_continue);
    take(SIGWINCH, on_resize);
    return;
  }
  keep_statuses();
  take_each(passed, on_pass);
  take_each(keys_to_child, SIG_IGN);
  if (owner == SWITCHBACK_BESIDE) return;
  take(SIGTSTP, on_pass);
  take(SIGTTIN, SIG_IGN);
  take(SIGTTOU, SIG_IGN);
}

void signals_undo(void) {
  for (int signal = 1; signal < NSIG; signal++)
    if (atomic_exchange(&taken[signal], false)) sigaction(signal, &found[signal], NULL);
}

void signals_undo_in_child(bool defaults) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  signals_undo();
  // Libraries ignore this signal, but a command expects to be ended by it.
  sigaction(SIGPIPE, &standard, NULL);
  for (int signal = 1; defaults && signal < NSIG; signal++) sigaction(signal, &standard, NULL);
}

void signals_raise_waiting(void) {
  // If there is a child, the waiting signal is for it.
  int signal = owner == SWITCHBACK_OURS ? atomic_exchange(&waiting, 0) : 0;
  // Sent to the process: Dispatch's threads block every signal, and one raised here might never
  // arrive.
  if (signal) kill(getpid(), signal);
}

void signals_set_child(pid_t pid) {
  atomic_store(&child, pid);
  int signal = pid > 0 ? atomic_exchange(&waiting, 0) : 0;
  if (signal) on_pass(signal);
}

void signals_wait_for_end(void) {
  while (atomic_load(&is_ending)) pause();
}

// With many children, an event loop of the program decides what a signal means to them.
static int caught_pipe = -1;

static void on_caught(int signal) {
  int error = errno;
  uint8_t number = (uint8_t)signal;
  // If the pipe is full, enough signals are pending already.
  ssize_t written = write(caught_pipe, &number, 1);
  (void)written;
  errno = error;
}

void switchback_catch(int pipe) {
  static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGPIPE, 0};
  caught_pipe = pipe;
  keep_statuses();
  take_each(caught, on_caught);
}

void switchback_let_go(void) {
  signals_undo();
}
