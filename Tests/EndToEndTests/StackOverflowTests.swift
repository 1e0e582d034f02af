import Foundation
import Glibc
import Testing

/// Where a stack is full there is no room for a handler, and the terminal comes back all the same.
@Suite(.enabled(if: Repository.isBuilt && compilerOfC != nil), .timeLimit(.minutes(5)))
struct StackOverflowTests {
  /// Goes down the stack without end where it gets a signal: on the thread that gets it, or on
  /// another.
  private static let code = #"""
    #include <fcntl.h>
    #include <pthread.h>
    #include <signal.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <unistd.h>
    static int deep(volatile char *above) {
      volatile char room[512];
      room[0] = above ? above[0] : 1;
      return deep(room) + room[1];
    }
    static void here(int signal) { deep(0); }
    static void *run(void *unused) { deep(0); return unused; }
    static void elsewhere(int signal) {
      pthread_t thread;
      pthread_create(&thread, 0, run, 0);
    }
    __attribute__((constructor)) static void start(void) {
      signal(SIGRTMIN, here);
      signal(SIGRTMIN + 1, elsewhere);
      FILE *file = fopen(getenv("PID_FILE"), "w");
      if (file) { fprintf(file, "%d", getpid()); fclose(file); }
    }
    """#

  @Test(arguments: [0, 1]) func givesTheTerminalBack(signal: Int32) async throws {
    let home = try Home()
    try home.config(storedKeys("alpha"))
    let library = try await home.library(Self.code)
    let tmux = try await Tmux(
      home, "env", "LD_PRELOAD=\(library)", "PID_FILE=\(home.path("pid"))", "switchback")
    try await tmux.waits(for: "alpha")
    let process = try #require(pid_t(try home.read("pid")))
    // Swift's Glibc hides SIGRTMIN.
    kill(process, __libc_current_sigrtmin() + signal)
    #expect(try await tmux.status() == 128 + SIGSEGV)
    #expect(try tmux.damage() == [])
  }
}
