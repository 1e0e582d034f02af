#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "CPosix.h"
#include "family.h"
#include "folder_entry.h"

// Processes started meanwhile are found in the next round.
enum { ROUNDS = 20 };

static int open_in_proc(pid_t pid, const char *name) {
  char path[64] = "/proc/", digits[16];
  int count = 0;
  for (pid_t rest = pid; rest > 0; rest /= 10) digits[count++] = (char)('0' + rest % 10);
  char *end = path + strlen(path);
  while (count > 0) *end++ = digits[--count];
  *end++ = '/';
  strcpy(end, name);
  return open(path, O_RDONLY | O_CLOEXEC);
}

static unsigned long long digits_at(const char *text) {
  unsigned long long number = 0;
  while (*text >= '0' && *text <= '9') number = number * 10 + (unsigned)(*text++ - '0');
  return number;
}

// Reads the 4th and the 22nd column of `stat`. The second is a name, which may contain anything
// (proc(5)).
static void read_parent_and_start(pid_t pid, pid_t *parent, unsigned long long *start) {
  char text[1024];
  *parent = 0;
  *start = 0;
  int file = open_in_proc(pid, "stat");
  if (file < 0) return;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  if (count <= 0) return;
  text[count] = 0;
  char *column = strrchr(text, ')');
  for (int number = 3; column && number <= 22; number++) {
    column = strchr(column + 1, ' ');
    if (column && number == 4) *parent = (pid_t)digits_at(column + 1);
    if (column && number == 22) *start = digits_at(column + 1);
  }
}

// Whether a process was started with the mark in its environment. That of another user's process
// cannot be read.
static bool has_mark(pid_t pid, const char *mark) {
  char piece[4096];
  size_t length = strlen(mark), kept = 0;
  // An empty mark would match every environment.
  int file = length > 0 ? open_in_proc(pid, "environ") : -1;
  if (file < 0) return false;
  bool is_found = false;
  ssize_t count;
  while (!is_found && (count = read(file, piece + kept, sizeof piece - kept)) > 0) {
    size_t all = kept + (size_t)count;
    is_found = memmem(piece, all, mark, length) != NULL;
    // The mark may begin at the end of this piece.
    kept = all < length - 1 ? all : length - 1;
    memmove(piece, piece + all - kept, kept);
  }
  close(file);
  return is_found;
}

static bool parent_belongs(const struct family *family, pid_t parent) {
  int low = 0, high = family->all_count;
  while (low < high) {
    int middle = low + (high - low) / 2;
    if (family->all[middle].pid < parent) low = middle + 1;
    else high = middle;
  }
  return low < family->all_count && family->all[low].pid == parent && family->all[low].belongs;
}

static void find_descendants(struct family *family) {
  for (bool is_more = true; is_more;) {
    is_more = false;
    for (int i = 0; i < family->all_count; i++)
      if (!family->all[i].belongs && parent_belongs(family, family->all[i].parent))
        is_more = family->all[i].belongs = true;
  }
}

static bool is_known(const struct family *family, pid_t first, int i) {
  for (int k = 0; k < family->known_count; k++)
    if (family->known[k].pid == family->all[i].pid && family->known[k].first == first &&
        family->known[k].start == family->all[i].start)
      return true;
  return false;
}

static void remember(struct family *family, pid_t first) {
  for (int i = 0; i < family->all_count; i++) {
    if (!family->all[i].belongs || is_known(family, first, i) || family->known_count == KNOWN_MOST)
      continue;
    int k = family->known_count++;
    family->known[k].pid = family->all[i].pid;
    family->known[k].first = first;
    family->known[k].start = family->all[i].start;
  }
}

static void find_processes(struct family *family, pid_t first, const char *mark) {
  _Alignas(struct folder_entry) char block[4096];
  int folder = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  family->all_count = 0;
  if (folder < 0) return;
  long size;
  while ((size = syscall(SYS_getdents64, folder, block, sizeof block)) > 0)
    for (long at = 0; at < size; at += ((struct folder_entry *)(block + at))->length) {
      pid_t pid = number_in(((struct folder_entry *)(block + at))->name);
      if (pid <= 0 || pid == getpid() || family->all_count == FAMILY_MOST) continue;
      int i = family->all_count++;
      family->all[i].pid = pid;
      read_parent_and_start(pid, &family->all[i].parent, &family->all[i].start);
      family->all[i].belongs = pid == first || is_known(family, first, i) || has_mark(pid, mark);
    }
  close(folder);
  find_descendants(family);
}

// The group is signalled as a whole, which also reaches processes that have left their parent and
// their environment; the rest one by one. They are found before, since once a parent has ended,
// nothing shows whose children they are.
bool family_signal(struct family *family, pid_t first, const char *mark, int number) {
  find_processes(family, first, mark);
  remember(family, first);
  bool is_there = first > 0 && kill(-first, number) == 0;
  for (int i = 0; i < family->all_count; i++)
    if (family->all[i].belongs && getpgid(family->all[i].pid) != first)
      is_there |= kill(family->all[i].pid, number) == 0;
  return is_there;
}

static bool is_stopped(const struct family *family, pid_t pid) {
  for (int i = 0; i < family->stopped_count; i++)
    if (family->stopped[i] == pid) return true;
  return false;
}

static bool stop(struct family *family, pid_t pid) {
  if (is_stopped(family, pid) || family->stopped_count == FAMILY_MOST) return false;
  family->stopped[family->stopped_count++] = pid;
  kill(pid, SIGSTOP);
  return true;
}

// All are stopped first, starting with the oldest, so that none sees another end and continues.
void family_end(struct family *family, pid_t first, const char *mark) {
  bool is_more = true;
  family->stopped_count = 0;
  if (first > 0) stop(family, first);
  for (int round = 0; round < ROUNDS && is_more; round++) {
    is_more = false;
    find_processes(family, first, mark);
    for (int i = 0; i < family->all_count; i++)
      if (family->all[i].belongs) is_more |= stop(family, family->all[i].pid);
  }
  for (int i = 0; i < family->stopped_count; i++) kill(family->stopped[i], SIGKILL);
}

void switchback_end_family(pid_t first, const char *mark) {
  struct family *family = calloc(1, sizeof *family);
  if (family) family_end(family, first, mark);
  else if (first > 0) kill(first, SIGKILL);
  free(family);
}

void *switchback_family(void) {
  return calloc(1, sizeof(struct family));
}

void switchback_signal_family(void *family, pid_t first, const char *mark, int number) {
  if (family) family_signal(family, first, mark, number);
  else kill(-first, number);
}

void switchback_kill_family(void *family, pid_t first, const char *mark) {
  kill(-first, SIGKILL);
  if (family) family_end(family, first, mark);
}
