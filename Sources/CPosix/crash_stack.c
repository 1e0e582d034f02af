#define _GNU_SOURCE
#include "terminal_guard.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>

// A thread whose stack has overflowed has no room for a signal handler, so each thread gets a
// separate stack for it. Libraries create the threads, and pthread_create is the one function that
// all of them use. While a thread has no such stack, at its very beginning and end, all signals are
// blocked.

// Untouched, it takes no memory.
enum { SIZE = 64 * 1024 };

struct beginning {
  void *(*run)(void *);
  void *with;
  sigset_t signals;
};

void crash_stack_begin(void) {
  stack_t now;
  if (sigaltstack(NULL, &now) != 0 || !(now.ss_flags & SS_DISABLE)) return;
  void *room = mmap(
      NULL, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (room == MAP_FAILED) return;
  stack_t ours = {.ss_sp = room, .ss_size = SIZE};
  if (sigaltstack(&ours, NULL) != 0) munmap(room, SIZE);
}

static void crash_stack_end(void *ignored) {
  stack_t none = {.ss_flags = SS_DISABLE}, was;
  (void)ignored;
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, NULL);
  if (sigaltstack(&none, &was) == 0 && !(was.ss_flags & SS_DISABLE) && was.ss_size == SIZE)
    munmap(was.ss_sp, SIZE);
}

static void *begin(void *given) {
  struct beginning beginning = *(struct beginning *)given;
  void *result;
  free(given);
  crash_stack_begin();
  pthread_sigmask(SIG_SETMASK, &beginning.signals, NULL);
  pthread_cleanup_push(crash_stack_end, NULL);
  result = beginning.run(beginning.with);
  pthread_cleanup_pop(1);
  return result;
}

typedef int create_thread(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);

int pthread_create(
    pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *with) {
  // If two threads look it up at once, both find the same.
  static create_thread *_Atomic next;
  create_thread *create = next;
  if (!create) {
    create = (create_thread *)dlsym(RTLD_NEXT, "pthread_create");
    if (!create) return ENOSYS;
    next = create;
  }
  struct beginning *beginning = malloc(sizeof *beginning);
  if (!beginning) return EAGAIN;
  *beginning = (struct beginning){.run = run, .with = with};
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  beginning->signals = before;
  int error = create(thread, attributes, begin, beginning);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (error) free(beginning);
  return error;
}
