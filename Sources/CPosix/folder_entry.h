#pragma once

#include <stdint.h>

/// An entry of a folder as getdents64(2) gives it, for code that must not call malloc.
struct folder_entry {
  uint64_t inode;
  int64_t offset;
  unsigned short length;
  unsigned char type;
  char name[];
};

/// The number that a name or a column of /proc is, up to 2^24; -1 where it is none.
static inline int number_in(const char *name) {
  int number = 0;
  for (; *name; name++) {
    if (*name < '0' || *name > '9' || number > 1 << 24) return -1;
    number = number * 10 + (*name - '0');
  }
  return number;
}
