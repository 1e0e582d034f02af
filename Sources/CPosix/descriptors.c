#define _GNU_SOURCE
#include "descriptors.h"

#include <fcntl.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "folder_entry.h"
#include "include/CPosix.h"

enum { MOST = 4096 };

static uint64_t inherited[MOST / 64];
static bool is_noted;

// Does not use malloc, which is not allowed in a forked child.
static void each_open(void (*body)(int)) {
  int folder = open("/proc/self/fd", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) {
    for (int file = 3; file < MOST; file++)
      if (fcntl(file, F_GETFD) >= 0) body(file);
    return;
  }
  _Alignas(struct folder_entry) char block[4096];
  long count;
  while ((count = syscall(SYS_getdents64, folder, block, sizeof block)) > 0)
    for (long at = 0; at < count;) {
      struct folder_entry *entry = (struct folder_entry *)(block + at);
      int file = number_in(entry->name);
      if (file > 2 && file != folder) body(file);
      at += entry->length;
    }
  close(folder);
}

static void note(int file) {
  if (file < MOST) inherited[file / 64] |= UINT64_C(1) << (file % 64);
}

static void close_on_exec(int file) {
  if (file < MOST && inherited[file / 64] >> (file % 64) & 1) return;
  int flags = fcntl(file, F_GETFD);
  if (flags >= 0 && !(flags & FD_CLOEXEC)) fcntl(file, F_SETFD, flags | FD_CLOEXEC);
}

void switchback_note_descriptors(void) {
  for (unsigned i = 0; i < MOST / 64; i++) inherited[i] = 0;
  each_open(note);
  is_noted = true;
}

void descriptors_keep_ours(void) {
  if (is_noted) each_open(close_on_exec);
}
