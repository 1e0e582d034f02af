import CPosix
import Glibc

/// The stream that a child writes to.
package enum ChildStream: Sendable, Hashable {
  case output, errors
}

/// A pipe whose writing end behaves as usual for the child, and whose reading end never blocks.
final class ChildPipe {
  enum Reading {
    case some, nothing, end
  }

  private(set) var reading: Int32
  private(set) var writing: Int32

  /// Creates the pipe.
  ///
  /// It returns nil if no descriptors are available, with the reason in `errno`.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard switchback_pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    _ = fcntl(writing, F_SETFL, 0)
  }

  deinit {
    closeWriting()
    closeReading()
  }

  /// Closes the reading end.
  ///
  /// A process that writes after that gets SIGPIPE.
  func closeReading() {
    guard reading >= 0 else { return }
    close(reading)
    reading = -1
  }

  /// Closes this process's writing end, which would keep the pipe from ending.
  ///
  /// The child has its own.
  func closeWriting() {
    guard writing >= 0 else { return }
    close(writing)
    writing = -1
  }

  /// Passes available bytes to `take`, up to the size of the buffer.
  ///
  /// It returns `.end` if `take`
  /// wants no more.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, _ take: (UnsafeRawBufferPointer) -> Bool
  ) -> Reading {
    let count = Glibc.read(reading, buffer.baseAddress, buffer.count)
    if count > 0 {
      return take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) ? .some : .end
    }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? .nothing : .end
  }
}

/// Reads from the pipes of a child.
struct PipeReader: ~Copyable {
  /// Additional descriptors to wait for.
  struct ExtraWait {
    var files: [pollfd] = []
    /// The maximum time to wait in milliseconds; -1 for no limit.
    var milliseconds: Int32 = -1
  }

  private var pipes: [(stream: ChildStream, pipe: ChildPipe)] = []
  /// A descriptor that is readable once the child has ended; -1 if the system has none.
  private let process: Int32
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)

  init(process: Int32) {
    self.process = process
  }

  deinit {
    buffer.deallocate()
    if process >= 0 { close(process) }
  }

  /// Adds a pipe.
  ///
  /// The child must have its end already.
  mutating func add(_ stream: ChildStream, _ pipe: ChildPipe) {
    pipe.closeWriting()
    pipes.append((stream, pipe))
  }

  /// Reads until the child has ended.
  ///
  /// If the system cannot report that, it reads until all pipes have ended.
  ///
  /// Processes that the child leaves running may keep its pipes open. That is waited for only while
  /// `waitingForAll` returns true. `also` returns what else to wait for before each `turn`, and for
  /// how many milliseconds at most.
  mutating func readToEnd(
    waitingForAll: () -> Bool, also: () -> ExtraWait = { ExtraWait() }, turn: () -> Void = {},
    _ take: (ChildStream, UnsafeRawBufferPointer) -> Bool
  ) {
    var hasEnded = false
    while !pipes.isEmpty || (process >= 0 && !hasEnded) {
      if hasEnded, !waitingForAll() { return drain(take) }
      var also = also()
      if hasEnded { also.milliseconds = 50 }
      let ready = poll(processToo: !hasEnded, also)
      hasEnded = hasEnded || ready.process
      let ended = ready.pipes.filter { read($0, take) == .end }
      for number in ended.reversed() { pipes.remove(at: number).pipe.closeReading() }
      turn()
    }
  }

  /// The indices of the readable pipes, and whether the child has ended.
  private func poll(processToo: Bool, _ also: ExtraWait) -> (pipes: [Int], process: Bool) {
    let files = pipes.map(\.pipe.reading) + [processToo ? process : -1]
    var awaited = files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) } + also.files
    guard Glibc.poll(&awaited, nfds_t(awaited.count), also.milliseconds) > 0 else {
      return ([], false)
    }
    return (
      pipes.indices.filter { awaited[$0].revents != 0 }, awaited[pipes.count].revents != 0
    )
  }

  private func read(
    _ number: Int, _ take: (ChildStream, UnsafeRawBufferPointer) -> Bool
  ) -> ChildPipe.Reading {
    let (stream, pipe) = pipes[number]
    return pipe.read(into: buffer) { take(stream, $0) }
  }

  /// Reads at most the capacity of a pipe (1 MiB), since other processes may go on writing.
  private func drain(_ take: (ChildStream, UnsafeRawBufferPointer) -> Bool) {
    for number in pipes.indices {
      for _ in 0..<16 where read(number, take) != .some { break }
    }
  }
}
