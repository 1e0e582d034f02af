#pragma once

#include <stdbool.h>
#include <sys/types.h>

enum { FAMILY_MOST = 1 << 15, KNOWN_MOST = 1 << 12 };

/// A process and all that it has started, as they are looked for.
struct family {
  /// By number, as /proc lists them.
  struct {
    pid_t pid, parent;
    /// When it was started, as the kernel counts: with its number it is one process.
    unsigned long long start;
    /// It is the first, descends from it, or bears its mark.
    bool belongs;
  } all[FAMILY_MOST];
  int all_count;
  pid_t stopped[FAMILY_MOST];
  int stopped_count;
  /// What has got a signal, which belongs to the family of `first` for good, whoever its parent is by then.
  struct {
    pid_t pid, first;
    unsigned long long start;
  } known[KNOWN_MOST];
  int known_count;
};

/// Sends a signal to the group that a process leads, 0 where only its mark is known, and to the rest of its family, with
/// only async-signal-safe calls; whether anybody was there.
bool family_signal(struct family *family, pid_t first, const char *mark, int number);

/// Ends the family of a process, 0 where only its mark is known, with only async-signal-safe calls.
void family_end(struct family *family, pid_t first, const char *mark);
