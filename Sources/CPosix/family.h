#pragma once

#include <stdbool.h>
#include <sys/types.h>

enum { FAMILY_MOST = 1 << 15 };

/// A process and all that it has started, as they are looked for.
struct family {
  /// By number, as /proc lists them.
  struct {
    pid_t pid, parent;
    /// It is the first, descends from it, or bears its mark.
    bool belongs;
  } all[FAMILY_MOST];
  int all_count;
  pid_t stopped[FAMILY_MOST];
  int stopped_count;
};

/// Ends the family of a process, 0 where only its mark is known, with only async-signal-safe calls. The family is empty
/// before.
void family_end(struct family *family, pid_t first, const char *mark);
