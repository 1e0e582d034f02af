#pragma once

#include <stdint.h>

/// A directory entry of getdents64(2), for code that must not call malloc.
struct folder_entry {
  uint64_t inode;
  int64_t offset;
  unsigned short length;
  unsigned char type;
  char name[];
};

/// The number in a name or a column of /proc, up to 2^24; -1 if it is not a number.
static inline int number_in(const char *name) {
  int number = 0;
  for (; *name; name++) {
    if (*name < '0' || *name > '9' || number > 1 << 24) return -1;
    number = number * 10 + (*name - '0');
  }
  return number;
}
