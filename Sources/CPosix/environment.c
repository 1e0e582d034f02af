#define _GNU_SOURCE
#include "CPosix.h"

#include <unistd.h>

static int argument_count;
static char **argument_words;

// glibc passes them to constructors. Swift's runtime looks for them in front of the environment,
// which has moved if a preloaded library has set a variable.
__attribute__((constructor)) static void keep_arguments(int count, char **words, char **variables) {
  (void)variables;
  argument_count = count;
  argument_words = words;
}

char *const *switchback_environment(void) {
  return environ;
}

char *const *switchback_arguments(int *count) {
  *count = argument_count;
  return argument_words;
}
