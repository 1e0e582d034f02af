#define _GNU_SOURCE
#include "CPosix.h"

#include <errno.h>
#include <linux/keyctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static long or_error(long result) {
  return result < 0 ? -errno : result;
}

long switchback_key_search(int32_t ring, const char *type, const char *description) {
  return or_error(syscall(SYS_keyctl, KEYCTL_SEARCH, ring, type, description, 0));
}

long switchback_key_add(
    const char *type, const char *description, const void *payload, size_t length, int32_t ring) {
  return or_error(syscall(SYS_add_key, type, description, payload, length, ring));
}

long switchback_key_read(int32_t key, void *buffer, size_t length) {
  return or_error(syscall(SYS_keyctl, KEYCTL_READ, key, buffer, length));
}

long switchback_key_setperm(int32_t key, uint32_t permissions) {
  return or_error(syscall(SYS_keyctl, KEYCTL_SETPERM, key, permissions));
}

long switchback_key_link(int32_t key, int32_t ring) {
  return or_error(syscall(SYS_keyctl, KEYCTL_LINK, key, ring));
}

long switchback_key_unlink(int32_t key, int32_t ring) {
  return or_error(syscall(SYS_keyctl, KEYCTL_UNLINK, key, ring));
}

long switchback_key_revoke(int32_t key) {
  return or_error(syscall(SYS_keyctl, KEYCTL_REVOKE, key));
}
