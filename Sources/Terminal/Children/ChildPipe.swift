import CPosix
import Glibc

/// Where a child writes to.
package enum ChildStream: Sendable, Hashable {
  case output, errors
}

/// A pipe that a child writes into as into any other, and that we read from without ever blocking.
final class ChildPipe {
  enum Reading {
    case some, nothing, end
  }

  private(set) var reading: Int32
  private(set) var writing: Int32

  /// Nil where the system gives no more descriptors; `errno` says why.
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

  /// A process that writes to it from now on gets SIGPIPE.
  func closeReading() {
    guard reading >= 0 else { return }
    close(reading)
    reading = -1
  }

  /// The child has its own: ours would keep the pipe from ending.
  func closeWriting() {
    guard writing >= 0 else { return }
    close(writing)
    writing = -1
  }

  /// Gives what is there, as far as the buffer takes it; the end where `take` wants no more.
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

/// Taking what comes out of a child's pipes.
struct PipeReader: ~Copyable {
  /// What is waited for besides.
  struct ExtraWait {
    var files: [pollfd] = []
    /// -1 for as long as it takes.
    var milliseconds: Int32 = -1
  }

  private var pipes: [(stream: ChildStream, pipe: ChildPipe)] = []
  /// Can be read once the child has ended; -1 where that cannot be seen.
  private let process: Int32
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)

  init(process: Int32) {
    self.process = process
  }

  deinit {
    buffer.deallocate()
    if process >= 0 { close(process) }
  }

  /// Listens to a pipe too; the child must have its end of it.
  mutating func add(_ stream: ChildStream, _ pipe: ChildPipe) {
    pipe.closeWriting()
    pipes.append((stream, pipe))
  }

  /// Takes all that comes, until the child has ended, or all its pipes have where that cannot be seen.
  ///
  /// What the child leaves running may hold its pipes open: that is waited for only as long as `waitingForAll` says.
  /// `also` gives what else is waited for before each `turn`, and for how many milliseconds at most.
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

  /// The numbers of the pipes that there is something to read from, and whether the child has ended.
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

  /// As much as a pipe can hold (1 MiB), and no more, since others may go on writing.
  private func drain(_ take: (ChildStream, UnsafeRawBufferPointer) -> Bool) {
    for number in pipes.indices {
      for _ in 0..<16 where read(number, take) != .some { break }
    }
  }
}
