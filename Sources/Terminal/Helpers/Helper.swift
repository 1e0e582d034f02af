import CPosix
import Glibc
import Synchronization

/// A program whose output is wanted, such as one that prints credentials; when it is given up, all that it has started
/// ends with it.
///
/// It has a session of its own, and a terminal of its own there, which is shown on the user's when it asks, or none: it
/// never reads the user's beside us. Where we end, by whatever, while it runs, all of it ends, too.
package final class Helper: Sendable {
  private struct State {
    /// Until it is reaped, so that its number is its own.
    var pid: pid_t?
    var isGivenUp = false
  }

  private let state = Mutex(State())
  private let mark = ProcessMark()
  private let lender: TerminalLender?

  /// Nil where no user can be asked: then it has no terminal.
  package init(lender: TerminalLender? = nil) {
    self.lender = lender
  }

  /// Runs it to its end, with nothing on its standard input; what it prints comes to `take`, which says whether more is
  /// wanted.
  ///
  /// `turn` is called again and again meanwhile, every 50 ms at least, with the question where it asks one. To be called
  /// on a thread of its own: when that dies, so does the program. What it leaves running is not waited for.
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
    var listening = PipeReader(process: switchback_open_process(pid))
    listening.add(.output, output)
    listening.add(.errors, errors)
    listening.readToEnd(
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

  /// Ends it and all that it has started, at once; before it has begun, it ends as soon as it has.
  package func giveUp() {
    state.withLock {
      $0.isGivenUp = true
      if let pid = $0.pid { switchback_end_family(pid, mark.text) }
    }
  }

  private func begin(
    _ child: Child, _ output: ChildPipe, _ errors: ChildPipe, _ terminal: LentTerminal?,
    _ watcher: HelperWatcher
  ) throws(SpawnError) -> pid_t {
    var child = child
    mark.put(into: &child.environment)
    // Where gpg has its pinentry ask: never on the user's terminal, beside us.
    child.environment["GPG_TTY"] = terminal?.path
    let pid = try spawnDetached(
      child, output: output.writing, errors: errors.writing,
      as: .helper(terminal: terminal?.end ?? -1, isWatched: watcher.isThere))
    terminal?.isTaken()
    watcher.began(pid)
    let isGivenUp = state.withLock {
      $0.pid = pid
      return $0.isGivenUp
    }
    if isGivenUp { giveUp() }
    return pid
  }

  private func end(of pid: pid_t, _ watcher: HelperWatcher) -> ChildEnd {
    var value: Int32 = 0
    let what = switchback_wait_unreaped(pid, &value)
    state.withLock { $0.pid = nil }
    watcher.ended()
    waitpid(pid, nil, 0)
    return Int(what) == SWITCHBACK_SIGNALED ? .signaled(value) : .exited(what < 0 ? 1 : value)
  }
}

/// How a helper ended.
package struct HelperEnd: Sendable {
  package var end: ChildEnd
  /// False where it could not ask the user.
  package var hadTerminal: Bool
  /// The user gave it up while it asked.
  package var wasInterrupted: Bool
}

/// A process that ends the helper, with all that it has started, when we are gone.
private final class HelperWatcher {
  /// -1 where there can be none.
  private let socket: Int32

  init(_ mark: ProcessMark) {
    socket = switchback_watch_helper(mark.text)
  }

  /// What was not begun has ended, too.
  deinit {
    guard isThere else { return }
    ended()
    close(socket)
  }

  var isThere: Bool { socket >= 0 }

  func began(_ pid: pid_t) {
    if isThere { switchback_tell_watcher(socket, pid) }
  }

  /// From now on what it has started may stay.
  func ended() {
    if isThere { switchback_tell_watcher(socket, -1) }
  }
}
