#define _GNU_SOURCE
#include "terminal_guard.h"

#include <errno.h>
#include <poll.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

// A reply that arrives after the terminal was given back would be echoed, and taken as input by the
// next reader. So it is awaited and dropped.

enum { ANSWERED = -1, MUTE_AFTER = 1000 };

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

// The position of a byte in a sequence. `ESC [ ? ...`, `ESC ] ...` and `ESC P ...` are replies, and
// `ESC [ ? digits c` is the last one. Any other sequence is a key.
enum place { OUTSIDE, ESCAPED, OPENED, PARAMETERS, STRING, STRING_ESCAPED };

static struct {
  enum place place;
  bool has_come;
  /// The start of the current sequence, until its kind is known.
  uint8_t begun[3];
  int begun_count;
  /// The bytes typed between the replies, to be read again.
  uint8_t typed[512];
  int typed_count;
} incoming;

// The beginning of a sequence that was read already, and whose rest is still missing.
static struct {
  uint8_t bytes[64];
  atomic_int count;
} read_already;

void switchback_note_begun(const uint8_t *bytes, size_t count) {
  if (count > sizeof read_already.bytes) count = sizeof read_already.bytes;
  atomic_store(&read_already.count, 0);
  memcpy(read_already.bytes, bytes, count);
  atomic_store(&read_already.count, (int)count);
}

static void type(uint8_t byte) {
  if (incoming.typed_count < (int)sizeof incoming.typed) incoming.typed[incoming.typed_count++] = byte;
}

static void begin(uint8_t byte, enum place place) {
  incoming.begun[incoming.begun_count++] = byte;
  incoming.place = place;
}

/// It was not a reply.
static void type_begun(void) {
  for (int i = 0; i < incoming.begun_count; i++) type(incoming.begun[i]);
  incoming.begun_count = 0;
  incoming.place = OUTSIDE;
}

static void end_answer(bool is_last) {
  incoming.has_come |= is_last;
  incoming.begun_count = 0;
  incoming.place = OUTSIDE;
}

static void take_outside(uint8_t byte) {
  if (byte == 0x1b) begin(byte, ESCAPED);
  else type(byte);
}

static void take_escaped(uint8_t byte) {
  if (byte == '[') return begin(byte, OPENED);
  if (byte == ']' || byte == 'P') return begin(byte, STRING);
  type_begun();
  take_outside(byte);
}

static void take(uint8_t byte) {
  switch (incoming.place) {
    case OUTSIDE: return take_outside(byte);
    case ESCAPED: return take_escaped(byte);
    case OPENED:
      if (byte == '?') return begin(byte, PARAMETERS);
      type_begun();
      return type(byte);
    case PARAMETERS:
      if (byte >= 0x40 && byte <= 0x7e) end_answer(byte == 'c');
      return;
    case STRING:
      if (byte == 0x07) end_answer(false);
      if (byte == 0x1b) incoming.place = STRING_ESCAPED;
      return;
    case STRING_ESCAPED: return end_answer(false);
  }
}

/// Reads input. Returns false if the other end is closed.
static bool take_in(int keys) {
  uint8_t bytes[256];
  ssize_t count = read(keys, bytes, sizeof bytes);
  for (ssize_t i = 0; i < count; i++) take(bytes[i]);
  return count > 0 || errno == EAGAIN;
}

void replies_drop(void) {
  incoming.place = OUTSIDE;
  incoming.has_come = false;
  incoming.begun_count = incoming.typed_count = 0;
  for (int i = 0, count = atomic_exchange(&read_already.count, 0); i < count; i++)
    take(read_already.bytes[i]);
  // Polls in short steps: another thread may read the end of the reply. A terminal that has been
  // silent for this long does not answer.
  while (!incoming.has_come && milliseconds() - atomic_load(&asked) <= MUTE_AFTER) {
    struct pollfd keys = {.fd = atomic_load(&answering), .events = POLLIN};
    if (keys.fd < 0) return;
    if (poll(&keys, 1, 10) > 0 && !take_in(keys.fd)) break;
  }
  if (incoming.place == ESCAPED) type_begun();
  atomic_store(&answering, ANSWERED);
}

void replies_put_back(int tty) {
  for (int i = 0; i < incoming.typed_count; i++)
    if (ioctl(tty, TIOCSTI, &incoming.typed[i]) < 0) break;
  incoming.typed_count = 0;
}
