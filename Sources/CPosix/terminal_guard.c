#define _GNU_SOURCE
#include "terminal_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// Signal handlers run on any thread at any moment, also while another thread draws. Code that
// changes or writes to the terminal moves `state` first:
//
//   ABSENT --arm--> BUSY --hold--> HELD <--begin/end--> BUSY
//                                  HELD --signal--> MOVING --> LEFT --continue--> MOVING --> HELD
//
// A signal that arrives while BUSY waits for `end`, so that no escape sequence is cut in two.
enum { ABSENT, BUSY, HELD, MOVING, LEFT };
static atomic_int state;

static int owner, tty = -1, wake = -1;
static struct termios as_found, as_held;
static struct {
  uint8_t bytes[4096];
  size_t count;
} kept[3];

static void write_all(int fd, const void *start, size_t count) {
  const uint8_t *bytes = start;
  while (count > 0) {
    ssize_t written = write(fd, bytes, count);
    if (written < 0 && errno != EINTR && errno != EAGAIN) return;
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
}

static void write_part(int part) {
  write_all(tty, kept[part].bytes, kept[part].count);
}

// If the user has typed Ctrl-S, which stops the output with a shell's settings, a write would wait
// for Ctrl-Q.
static void write_unhindered(int part, int next_part) {
  struct termios open;
  if (tty < 0 || tcgetattr(tty, &open) < 0) return;
  open.c_iflag &= ~(tcflag_t)IXON;
  open.c_lflag &= ~(tcflag_t)ISIG;
  tcsetattr(tty, TCSANOW, &open);
  write_part(part);
  if (next_part >= 0) write_part(next_part);
}

static void wait_a_millisecond(void) {
  struct timespec millisecond = {0, 1000000};
  nanosleep(&millisecond, NULL);
}

/// Moves the state to MOVING for this thread only. Returns the previous state.
static int begin_moving(void) {
  // The wait is limited: the thread that moves the state may be the one that crashed.
  for (int i = 0; i < 200; i++) {
    int was = atomic_load(&state);
    if (was != MOVING && atomic_compare_exchange_strong(&state, &was, MOVING)) return was;
    wait_a_millisecond();
  }
  return atomic_exchange(&state, MOVING);
}

static void give_back_and_move_to(int next) {
  int was = begin_moving();
  if (was != ABSENT && was != LEFT && tty >= 0) {
    // In the background these calls would stop this process.
    sigset_t stops, before;
    sigemptyset(&stops);
    sigaddset(&stops, SIGTTOU);
    sigaddset(&stops, SIGTTIN);
    pthread_sigmask(SIG_BLOCK, &stops, &before);
    if (owner == SWITCHBACK_LENT) tcsetpgrp(tty, getpgrp());
    write_unhindered(SWITCHBACK_LEAVE, -1);
    replies_drop();
    // A pseudo-terminal does not report which output its other end has not read yet. With the
    // settings of a shell, the next Ctrl-C discards that output, so it gets a moment.
    wait_a_millisecond();
    wait_a_millisecond();
    tcsetattr(tty, TCSANOW, &as_found);
    replies_put_back(tty);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
  }
  atomic_store(&state, was == ABSENT ? ABSENT : next);
}

void guard_give_back(void) {
  give_back_and_move_to(LEFT);
}

void guard_take_again(void) {
  int was = begin_moving();
  if (was != ABSENT) {
    // A stop that could not be caught left the modes on, while the shell changed the line settings.
    if (was == LEFT) write_unhindered(SWITCHBACK_ENTER, SWITCHBACK_AGAIN);
    else write_unhindered(SWITCHBACK_AGAIN, -1);
    if (tty >= 0) tcsetattr(tty, TCSANOW, &as_held);
  }
  atomic_store(&state, was == ABSENT ? ABSENT : HELD);
  if (was != ABSENT) guard_wake('c');
}

void guard_wait_for_foreground(int signal) {
  // If no process could continue this one, such a signal does not stop it: hence the limit.
  for (int i = 0; i < 100 && tty >= 0; i++) {
    pid_t front = tcgetpgrp(tty);
    if (front < 0 || front == getpgrp()) return;
    raise(signal);
  }
}

bool guard_is_busy(void) {
  return atomic_load(&state) == BUSY;
}

bool guard_settings_found(int terminal, struct termios *settings) {
  if (atomic_load(&state) == ABSENT || tty < 0) return tcgetattr(terminal, settings) == 0;
  *settings = as_found;
  return true;
}

void guard_wake(char reason) {
  if (wake < 0) return;
  // A full pipe causes a wake-up already.
  ssize_t written = write(wake, &reason, 1);
  (void)written;
}

int switchback_pipe(int ends[2]) {
  return pipe2(ends, O_CLOEXEC | O_NONBLOCK);
}

bool switchback_keep(int part, const uint8_t *bytes, size_t count) {
  if (count > sizeof kept[part].bytes) return false;
  memcpy(kept[part].bytes, bytes, count);
  kept[part].count = count;
  return true;
}

void switchback_arm(int new_owner, int new_tty, int new_wake) {
  owner = new_owner;
  tty = new_tty;
  wake = new_wake;
  if (tty >= 0) tcgetattr(tty, &as_found);
  atomic_store(&state, BUSY);
  signals_take(owner);
}

void switchback_hold(void) {
  if (tty >= 0) tcgetattr(tty, &as_held);
  switchback_end();
}

bool switchback_begin(void) {
  int held = HELD;
  return atomic_compare_exchange_strong(&state, &held, BUSY);
}

void switchback_end(void) {
  int busy = BUSY;
  atomic_compare_exchange_strong(&state, &busy, HELD);
  signals_raise_waiting();
}

void switchback_disarm(void) {
  // Another thread that is just continuing after a stop must not take the terminal again.
  give_back_and_move_to(ABSENT);
  signals_wait_for_end();
  signals_undo();
  signals_raise_waiting();
}

static void stop_group(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, ignored = {.sa_handler = SIG_IGN};
  struct sigaction ours, input;
  // Dispatch's threads block every signal, and a signal raised there would never arrive.
  sigset_t stops, before;
  sigemptyset(&stops);
  sigaddset(&stops, SIGTSTP);
  sigaddset(&stops, SIGTTIN);
  pthread_sigmask(SIG_UNBLOCK, &stops, &before);
  // The other processes first: then this process is stopped from this thread, before the next line.
  sigaction(SIGTSTP, &ignored, &ours);
  sigaction(SIGTTIN, &standard, &input);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &standard, NULL);
  raise(SIGTSTP);
  guard_wait_for_foreground(SIGTTIN);
  sigaction(SIGTTIN, &input, NULL);
  sigaction(SIGTSTP, &ours, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void switchback_stop_beside_child(pid_t pid) {
  // A job of the shell may have the terminal, instead of the shell itself.
  pid_t front = tcgetpgrp(tty);
  tcgetattr(tty, &as_held);
  guard_give_back();
  stop_group();
  guard_take_again();
  if (front > 0 && front != getpgrp()) {
    tcsetpgrp(tty, front);
    kill(-front, SIGCONT);
  }
  kill(-pid, SIGCONT);
}
