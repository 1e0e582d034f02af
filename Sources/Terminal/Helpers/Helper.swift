import CPosix
import Glibc
import Synchronization

/// A helper program that is run for its output, for example one that prints credentials.
///
/// When it is cancelled, all processes that it has started end with it.
///
/// It has its own session, and either its own terminal, which is shown on the user's terminal when
/// it asks, or none: it never reads the user's terminal directly. If this process ends for any
/// reason while the helper runs, all of it ends too.
package final class Helper: Sendable {
  private struct State {
    /// The process ID until the helper is reaped, so that it is not reused.
    var pid: pid_t?
    var isCancelled = false
  }

  private let state = Mutex(State())
  private let mark = ProcessMark()
  private let lender: TerminalLender?

  /// Creates a helper.
  ///
  /// Without a lender the user cannot be asked, and the helper has no terminal.
  package init(lender: TerminalLender? = nil) {
    self.lender = lender
  }

  /// Runs the helper to its end, with empty standard input.
  ///
  /// Its output is passed to `take`, which returns whether more is needed.
  ///
  /// `turn` is called repeatedly meanwhile, at least every 50 ms, with the question if the helper
  /// asks one. Call this on a separate thread: if that thread dies, so does the helper. Processes
  /// that it leaves running are not waited for.
  package func run(
    _ child: Child, turn: (HelperQuestion?) -> Void = { _ in },
    take: (ChildStream, UnsafeRawBufferPointer) -> Bool
  ) throws(SpawnError) -> HelperEnd {
    let watcher = HelperWatcher(mark)
    guard let output = ChildPipe(), let errors = ChildPipe() else {
      throw .noProcess(child.path, reason: String(cString: strerror(errno)))
    }
    let terminal = lender.flatMap { LentTerminal(from: $0) }
    let pid = try begin(child, output, errors, terminal, watcher)
    var reader = PipeReader(process: switchback_open_process(pid))
    reader.add(.output, output)
    reader.add(.errors, errors)
    reader.readToEnd(
      waitingForAll: { false },
      also: { .init(files: terminal?.awaited ?? [], milliseconds: 50) },
      turn: {
        turn(terminal?.question)
        if terminal?.relay() == true { giveUp() }
      },
      { stream, bytes in
        if take(stream, bytes) { return true }
        giveUp()
        return false
      })
    turn(terminal?.question)
    terminal?.finish(givingUp: giveUp)
    return HelperEnd(
      end: end(of: pid, watcher), hadTerminal: terminal != nil,
      wasInterrupted: terminal?.question?.isEnding == true)
  }

  /// Kills the helper and all processes that it has started.
  ///
  /// If it has not started yet, it ends as soon as it has.
  package func giveUp() {
    state.withLock {
      $0.isCancelled = true
      if let pid = $0.pid { switchback_end_family(pid, mark.text) }
    }
  }

  private func begin(
    _ child: Child, _ output: ChildPipe, _ errors: ChildPipe, _ terminal: LentTerminal?,
    _ watcher: HelperWatcher
  ) throws(SpawnError) -> pid_t {
    var child = child
    mark.put(into: &child.environment)
    // The terminal of gpg's pinentry: never the user's terminal, which this process reads.
    child.environment["GPG_TTY"] = terminal?.path
    let pid = try spawnDetached(
      child, output: output.writing, errors: errors.writing,
      as: .helper(terminal: terminal?.end ?? -1, isWatched: watcher.isThere))
    terminal?.isTaken()
    watcher.began(pid)
    let isCancelled = state.withLock {
      $0.pid = pid
      return $0.isCancelled
    }
    if isCancelled { giveUp() }
    return pid
  }

  private func end(of pid: pid_t, _ watcher: HelperWatcher) -> ChildEnd {
    var value: Int32 = 0
    let kind = switchback_wait_unreaped(pid, &value)
    state.withLock { $0.pid = nil }
    watcher.ended()
    waitpid(pid, nil, 0)
    return Int(kind) == SWITCHBACK_SIGNALED ? .signaled(value) : .exited(kind < 0 ? 1 : value)
  }
}

/// How a helper ended.
package struct HelperEnd: Sendable {
  package var end: ChildEnd
  /// False if it could not ask the user.
  package var hadTerminal: Bool
  /// Whether the user cancelled it while it asked.
  package var wasInterrupted: Bool
}

/// A process that ends the helper and all processes that it has started if this process dies.
private final class HelperWatcher {
  /// The connection to the watcher; -1 if there is none.
  private let socket: Int32

  init(_ mark: ProcessMark) {
    socket = switchback_watch_helper(mark.text)
  }

  /// A helper that was not started has ended, too.
  deinit {
    guard isThere else { return }
    ended()
    close(socket)
  }

  var isThere: Bool { socket >= 0 }

  func began(_ pid: pid_t) {
    if isThere { switchback_tell_watcher(socket, pid) }
  }

  /// The helper has ended: processes that it left running may stay.
  func ended() {
    if isThere { switchback_tell_watcher(socket, -1) }
  }
}
