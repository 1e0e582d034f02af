#pragma once

#include <stdbool.h>
#include <sys/types.h>

enum { FAMILY_MOST = 1 << 15, KNOWN_MOST = 1 << 12 };

/// A process and its descendants, with the state of the search for them.
struct family {
  /// All processes by process ID, as /proc lists them.
  struct {
    pid_t pid, parent;
    /// The start time in the kernel's units. With the process ID it identifies a process.
    unsigned long long start;
    /// Whether it is the first process, a descendant of it, or has its mark.
    bool belongs;
  } all[FAMILY_MOST];
  int all_count;
  pid_t stopped[FAMILY_MOST];
  int stopped_count;
  /// The processes that received a signal. They belong to the family of `first` permanently,
  /// whatever parent they get later.
  struct {
    pid_t pid, first;
    unsigned long long start;
  } known[KNOWN_MOST];
  int known_count;
};

/// Sends a signal to the process group of `first` (0 if only its mark is known) and to the rest of
/// its family. Uses async-signal-safe calls only. Returns whether any process was reached.
bool family_signal(struct family *family, pid_t first, const char *mark, int number);

/// Ends the family of `first` (0 if only its mark is known). Uses async-signal-safe calls only.
void family_end(struct family *family, pid_t first, const char *mark);
