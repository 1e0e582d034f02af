#define _GNU_SOURCE
#include "CPosix.h"

#include <errno.h>
#include <link.h>
#include <malloc.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

int switchback_hide_memory(void) {
  static const int reported[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  struct sigaction standard = {.sa_handler = SIG_DFL}, before;
  for (size_t i = 0; i < sizeof reported / sizeof *reported; i++) {
    sigaction(reported[i], NULL, &before);
    if (before.sa_handler != SIG_IGN) sigaction(reported[i], &standard, NULL);
  }
  return prctl(PR_SET_DUMPABLE, 0) < 0 ? -errno : 0;
}

void switchback_share_heap(void) {
  mallopt(M_ARENA_MAX, 1);
}

void switchback_return_memory(void) {
  malloc_trim(0);
}

static int drop_code(struct dl_phdr_info *object, size_t size, void *unused) {
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr) *part = &object->dlpi_phdr[i];
    if (part->p_type != PT_LOAD || !(part->p_flags & PF_X) || part->p_flags & PF_W) continue;
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t start = (object->dlpi_addr + part->p_vaddr) & ~(page - 1);
    uintptr_t end = object->dlpi_addr + part->p_vaddr + part->p_memsz;
    madvise((void *)start, end - start, MADV_DONTNEED);
  }
  return 1;
}

void switchback_drop_code(void) {
  dl_iterate_phdr(drop_code, NULL);
}

int switchback_memory_file(void) {
  return memfd_create("screen", MFD_CLOEXEC);
}
