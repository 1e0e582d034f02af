#define _GNU_SOURCE
#include "CPosix.h"

#include <unistd.h>

char *const *switchback_environment(void) {
  return environ;
}
