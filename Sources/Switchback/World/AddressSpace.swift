import Glibc

/// Throws where a limit such as `ulimit -v` leaves no room for the threads that we need: what is handed to a thread that
/// cannot be started is waited for without end.
func checkAddressSpace() throws {
  var limit = rlimit()
  guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
    limit.rlim_cur < rlim_t(1 << 40)
  else { return }
  let start = mmap(
    nil, neededSpace, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
  guard let start, start != MAP_FAILED else {
    throw CommandError.input(
      "Too little address space: the limit (ulimit -v) is \(limit.rlim_cur >> 10) KB; raise it by "
        + "\(neededSpace >> 20) MiB, or to `unlimited`.")
  }
  munmap(start, neededSpace)
}

/// In bytes: stacks of eight MiB, and what the allocator sets aside for each thread.
private let neededSpace = 256 << 20
