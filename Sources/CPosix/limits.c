#define _GNU_SOURCE
#include "terminal_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

// Some libraries end the program if they get no descriptor, so there must be enough before they
// start.

enum { USUAL = 256, WANTED = 1024, MOST = 1024 };

static struct rlimit found;
static bool is_raised;

void switchback_raise_descriptors(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= USUAL) return;
  struct rlimit raised = limit;
  raised.rlim_cur = limit.rlim_max < WANTED ? limit.rlim_max : WANTED;
  if (raised.rlim_cur <= limit.rlim_cur || setrlimit(RLIMIT_NOFILE, &raised) != 0) return;
  if (!is_raised) found = limit;
  is_raised = true;
}

void descriptors_undo_in_child(void) {
  if (is_raised) setrlimit(RLIMIT_NOFILE, &found);
}

bool switchback_lacks_descriptors(int count) {
  struct rlimit limit;
  return getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < USUAL && !switchback_can_open(count);
}

bool switchback_can_open(int count) {
  int opened[MOST], number = 0;
  while (number < count && number < MOST) {
    int file = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (file < 0 && errno == EINTR) continue;
    if (file < 0) break;
    opened[number++] = file;
  }
  bool can = number >= count || number == MOST;
  while (number > 0) close(opened[--number]);
  return can;
}
