#define _GNU_SOURCE
#include "terminal_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "folder_entry.h"

// Private folders of this process, removed when a signal ends it. Otherwise they would stay until
// the next run.

enum { MOST = 8, DEEPEST = 8 };

static struct {
  /// 0 if unused; below 0 while it is being written.
  atomic_int state;
  int folder;
  char path[4096];
} kept[MOST];

/// The process of the folders. A child that has not started its program yet has copies of this
/// state.
static atomic_int owner;

static void empty(int folder, int depth) {
  _Alignas(struct folder_entry) char block[2048];
  long size;
  lseek(folder, 0, SEEK_SET);
  while ((size = syscall(SYS_getdents64, folder, block, sizeof block)) > 0)
    for (long at = 0; at < size; at += ((struct folder_entry *)(block + at))->length) {
      const char *name = ((struct folder_entry *)(block + at))->name;
      if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0) continue;
      if (unlinkat(folder, name, 0) == 0 || depth == DEEPEST) continue;
      int inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      if (inner < 0) continue;
      empty(inner, depth + 1);
      close(inner);
      unlinkat(folder, name, AT_REMOVEDIR);
    }
}

void removal_at_end(void) {
  struct timespec pause = {0, 2000000};
  if (atomic_load(&owner) != getpid()) return;
  for (int i = 0; i < MOST; i++) {
    if (atomic_load(&kept[i].state) <= 0) continue;
    // Another thread may write to the folder until the very end.
    for (int times = 0; times < 20; times++) {
      empty(kept[i].folder, 0);
      if (rmdir(kept[i].path) == 0 || errno == ENOENT) break;
      nanosleep(&pause, NULL);
    }
  }
}

static void on_end(int signal) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigset_t only;
  removal_at_end();
  sigaction(signal, &standard, NULL);
  sigemptyset(&only);
  sigaddset(&only, signal);
  raise(signal);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
}

static void catch_ends(void) {
  static const int ends[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
  struct sigaction ours = {.sa_handler = on_end, .sa_flags = SA_RESTART}, before;
  sigfillset(&ours.sa_mask);
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    sigaction(ends[i], NULL, &before);
    if (before.sa_handler == SIG_DFL) sigaction(ends[i], &ours, NULL);
  }
}

void switchback_remove_at_end(const char *path, int folder) {
  // A separate file description, which holds no lock.
  atomic_store(&owner, getpid());
  bool fits = strlen(path) < sizeof kept->path;
  int copy = fits ? openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
  for (int i = 0; i < MOST && copy >= 0; i++) {
    int free = 0;
    if (!atomic_compare_exchange_strong(&kept[i].state, &free, -1)) continue;
    strcpy(kept[i].path, path);
    kept[i].folder = copy;
    atomic_store(&kept[i].state, 1);
    return catch_ends();
  }
  if (copy >= 0) close(copy);
}

void switchback_keep_at_end(const char *path) {
  for (int i = 0; i < MOST; i++) {
    int used = 1;
    if (strcmp(kept[i].path, path) != 0) continue;
    if (!atomic_compare_exchange_strong(&kept[i].state, &used, -1)) continue;
    close(kept[i].folder);
    kept[i].path[0] = 0;
    atomic_store(&kept[i].state, 0);
  }
}
