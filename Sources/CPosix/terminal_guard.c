#define _GNU_SOURCE
#include "hold.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// Handlers run on any thread, at any moment, also while another thread draws. Whoever changes or
// writes to the terminal moves `state` first:
//
//   ABSENT --arm--> BUSY --hold--> HELD <--begin/end--> BUSY
//                                  HELD --signal--> MOVING --> LEFT --goes on--> MOVING --> HELD
//
// A signal that comes while BUSY waits for `end`, so that no escape sequence is cut in two.
enum { ABSENT, BUSY, HELD, MOVING, LEFT };
static atomic_int state;

static int who, tty = -1, wake = -1;
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

// With Ctrl-S typed, which a shell's settings let stop the output, a write would wait for Ctrl-Q.
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

/// Moves the state to MOVING, for this thread alone. What it was.
static int begin_moving(void) {
  // Not waited for for ever: the thread that moves it may be the one that crashed.
  for (int i = 0; i < 200; i++) {
    int was = atomic_load(&state);
    if (was != MOVING && atomic_compare_exchange_strong(&state, &was, MOVING)) return was;
    wait_a_millisecond();
  }
  return atomic_exchange(&state, MOVING);
}

static void give_back_and_become(int next) {
  int was = begin_moving();
  if (was != ABSENT && was != LEFT && tty >= 0) {
    // From the background these calls would stop us.
    sigset_t stops, before;
    sigemptyset(&stops);
    sigaddset(&stops, SIGTTOU);
    sigaddset(&stops, SIGTTIN);
    pthread_sigmask(SIG_BLOCK, &stops, &before);
    if (who == SWITCHBACK_LENT) tcsetpgrp(tty, getpgrp());
    write_unhindered(SWITCHBACK_LEAVE, -1);
    hold_swallow_answer();
    // A pseudo-terminal cannot tell what its other end has not read yet, and with the settings of a
    // shell the next Ctrl-C discards that: it gets a moment.
    wait_a_millisecond();
    wait_a_millisecond();
    tcsetattr(tty, TCSANOW, &as_found);
    hold_put_back(tty);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
  }
  atomic_store(&state, was == ABSENT ? ABSENT : next);
}

void hold_give_back(void) {
  give_back_and_become(LEFT);
}

void hold_take_again(void) {
  int was = begin_moving();
  if (was != ABSENT) {
    // A stop that could not be caught left our modes on, and the line settings to the shell.
    if (was == LEFT) write_unhindered(SWITCHBACK_ENTER, SWITCHBACK_AGAIN);
    else write_unhindered(SWITCHBACK_AGAIN, -1);
    if (tty >= 0) tcsetattr(tty, TCSANOW, &as_held);
  }
  atomic_store(&state, was == ABSENT ? ABSENT : HELD);
  if (was != ABSENT) hold_wake('c');
}

void hold_wait_for_foreground(int signal) {
  // Where no process could let us go on, no such signal stops us: hence the limit.
  for (int i = 0; i < 100 && tty >= 0; i++) {
    pid_t front = tcgetpgrp(tty);
    if (front < 0 || front == getpgrp()) return;
    raise(signal);
  }
}

bool hold_is_busy(void) {
  return atomic_load(&state) == BUSY;
}

bool hold_settings_found(int now_tty, struct termios *settings) {
  if (atomic_load(&state) == ABSENT || tty < 0) return tcgetattr(now_tty, settings) == 0;
  *settings = as_found;
  return true;
}

void hold_wake(char why) {
  if (wake < 0) return;
  // Full, it wakes us already.
  ssize_t written = write(wake, &why, 1);
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

void switchback_arm(int now_who, int now_tty, int now_wake) {
  who = now_who;
  tty = now_tty;
  wake = now_wake;
  if (tty >= 0) tcgetattr(tty, &as_found);
  atomic_store(&state, BUSY);
  signals_take(who);
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
  // Another thread that is just going on after a stop must not take the terminal once more.
  give_back_and_become(ABSENT);
  signals_wait_for_end();
  signals_undo();
  signals_raise_waiting();
}

static void stop_group(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, ignored = {.sa_handler = SIG_IGN};
  struct sigaction ours, input;
  // Dispatch's threads block every signal, and one that is raised there would never arrive.
  sigset_t stops, before;
  sigemptyset(&stops);
  sigaddset(&stops, SIGTSTP);
  sigaddset(&stops, SIGTTIN);
  pthread_sigmask(SIG_UNBLOCK, &stops, &before);
  // The others first: then our own stop comes from this thread, and before the next line.
  sigaction(SIGTSTP, &ignored, &ours);
  sigaction(SIGTTIN, &standard, &input);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &standard, NULL);
  raise(SIGTSTP);
  hold_wait_for_foreground(SIGTTIN);
  sigaction(SIGTTIN, &input, NULL);
  sigaction(SIGTSTP, &ours, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void switchback_stop_beside_child(pid_t pid) {
  // It may be a job of the shell, not the shell, that has the terminal.
  pid_t front = tcgetpgrp(tty);
  tcgetattr(tty, &as_held);
  hold_give_back();
  stop_group();
  hold_take_again();
  if (front > 0 && front != getpgrp()) {
    tcsetpgrp(tty, front);
    kill(-front, SIGCONT);
  }
  kill(-pid, SIGCONT);
}
