#define _GNU_SOURCE
#include "hold.h"

#include <errno.h>
#include <poll.h>
#include <stdatomic.h>
#include <time.h>
#include <unistd.h>

// An answer that comes when the terminal has been given back is echoed by it, and typed into whatever
// reads next.

enum { ANSWERED = -1, PATIENCE = 300, MUTE_AFTER = 1000 };

static atomic_int answering = ANSWERED;
static atomic_long asked;

static long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void switchback_expect_answer(int keys) {
  atomic_store(&asked, milliseconds());
  atomic_store(&answering, keys);
}

// How far `ESC [ ? digits c`, the last answer, has come; PAST is its end.
enum progress { NOTHING, ESCAPED, OPENED, INSIDE, PAST };

static enum progress follow(enum progress before, uint8_t byte) {
  if (byte == 0x1b) return ESCAPED;
  if (before == ESCAPED && byte == '[') return OPENED;
  if (before == OPENED && byte == '?') return INSIDE;
  if (before == INSIDE && byte == 'c') return PAST;
  bool is_parameter = (byte >= '0' && byte <= '9') || byte == ';';
  return before == INSIDE && is_parameter ? INSIDE : NOTHING;
}

/// False where nobody is at the other end any more.
static bool take_in(int keys, enum progress *progress) {
  uint8_t bytes[256];
  ssize_t count = read(keys, bytes, sizeof bytes);
  for (ssize_t i = 0; i < count && *progress != PAST; i++) *progress = follow(*progress, bytes[i]);
  return count > 0 || errno == EAGAIN;
}

void hold_swallow_answer(void) {
  long start = milliseconds();
  // A terminal that has said nothing for so long answers nothing.
  bool is_mute = start - atomic_load(&asked) > MUTE_AFTER;
  enum progress progress = NOTHING;
  // In short pieces: another thread may read the end of the answer.
  while (!is_mute && progress != PAST && milliseconds() - start < PATIENCE) {
    struct pollfd keys = {.fd = atomic_load(&answering), .events = POLLIN};
    if (keys.fd < 0) return;
    if (poll(&keys, 1, 10) > 0 && !take_in(keys.fd, &progress)) break;
  }
  atomic_store(&answering, ANSWERED);
}
