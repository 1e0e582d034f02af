import CPosix
import Glibc
import Synchronization

/// Commands that run in parallel, detached from the terminal, and end together.
///
/// A signal also reaches all processes that a command has started, in whatever session they are. If
/// this process is killed, they end too. Processes left by a command that ended by itself may stay.
package final class DetachedCommands: Sendable {
  fileprivate enum Phase {
    case running, ending, killed
  }

  fileprivate struct State {
    /// The running commands by process ID, with the mark of each command and its descendants.
    var commands: [pid_t: ProcessMark] = [:]
    var phase = Phase.running
    /// The processes that received signals; nil before the first signal.
    var family: UnsafeMutableRawPointer?
    /// The connection to the watcher, which ends the commands if this process dies; -1 if there is
    /// none, nil before the first command.
    var watcher: Int32?
  }

  private let state = Mutex(State())

  package init() {}

  deinit {
    state.withLock {
      if let watcher = $0.watcher, watcher >= 0 { close(watcher) }
      free($0.family)
    }
  }

  /// Whether the commands were told to end.
  ///
  /// No more are started then.
  package var isEnding: Bool { state.withLock { $0.phase != .running } }

  /// Runs a command to its end, with empty input.
  ///
  /// Its output is passed to `take`.
  ///
  /// Call this on a separate thread: if that thread dies, the command gets TERM. With
  /// `mergesErrors`, errors come with the output, in the order in which they were written. If
  /// `take` returns false, the command's pipe is closed.
  package func run(
    _ child: Child, mergesErrors: Bool, take: (ChildStream, UnsafeRawBufferPointer) -> Bool
  ) throws(SpawnError) -> ChildEnd {
    guard !isEnding else { return .signaled(SIGTERM) }
    guard let output = ChildPipe(), let errors = mergesErrors ? output : ChildPipe() else {
      throw .noProcess(child.path, reason: String(cString: strerror(errno)))
    }
    var child = child
    let mark = ProcessMark()
    mark.put(into: &child.environment)
    let isWatched = state.withLock { $0.tellWatcher(0, mark) }
    let pid: pid_t
    do {
      pid = try spawnDetached(
        child, output: output.writing, errors: errors.writing, as: .command(isWatched: isWatched))
    } catch {
      state.withLock { _ = $0.tellWatcher(-1, mark) }
      throw error
    }
    add(pid, mark)
    var reader = PipeReader(process: switchback_open_process(pid))
    reader.add(.output, output)
    if !mergesErrors { reader.add(.errors, errors) }
    // Processes that it leaves running have as long to end as the command itself.
    reader.readToEnd(waitingForAll: { isPhase(.ending) }, take)
    return end(of: pid, mark)
  }

  /// Tells all commands to end, and keeps others from starting.
  package func terminate() {
    state.withLock { $0.phase = .ending }
    signal(SIGTERM)
    // A stopped process would not receive the signal.
    signal(SIGCONT)
  }

  /// Kills all commands at once.
  package func kill() {
    state.withLock { state in
      state.phase = .killed
      for (pid, mark) in state.commands { state.kill(pid, mark) }
    }
  }

  /// Sends a signal to all commands and to all processes that they have started.
  package func signal(_ number: Int32) {
    state.withLock { state in
      for (pid, mark) in state.commands { state.signal(pid, mark, number) }
    }
  }

  private func isPhase(_ phase: Phase) -> Bool { state.withLock { $0.phase == phase } }

  private func add(_ pid: pid_t, _ mark: ProcessMark) {
    state.withLock {
      $0.commands[pid] = mark
      _ = $0.tellWatcher(pid, mark)
      if $0.phase != .running { $0.signal(pid, mark, SIGTERM) }
    }
  }

  /// Waits for a command and reaps it last: until then its process ID is not reused, so that no
  /// signal reaches another process.
  private func end(of pid: pid_t, _ mark: ProcessMark) -> ChildEnd {
    var value: Int32 = 0
    let kind = switchback_wait_unreaped(pid, &value)
    state.withLock {
      $0.commands[pid] = nil
      if $0.phase != .running { $0.kill(pid, mark) }
      _ = $0.tellWatcher(-1, mark)
    }
    waitpid(pid, nil, 0)
    return Int(kind) == SWITCHBACK_SIGNALED ? .signaled(value) : .exited(kind < 0 ? 1 : value)
  }
}

extension DetachedCommands.State {
  /// Signals a command's process group, and descendants that have left it.
  fileprivate mutating func signal(_ pid: pid_t, _ mark: ProcessMark, _ number: Int32) {
    family = family ?? switchback_family()
    switchback_signal_family(family, pid, mark.text, number)
  }

  fileprivate mutating func kill(_ pid: pid_t, _ mark: ProcessMark) {
    family = family ?? switchback_family()
    switchback_kill_family(family, pid, mark.text)
  }

  /// Tells the watcher about a command: its process ID, 0 before it has one, or -1 when the command
  /// need not be ended any more.
  ///
  /// It returns false if there is no watcher.
  fileprivate mutating func tellWatcher(_ number: Int32, _ mark: ProcessMark) -> Bool {
    let watcher = watcher ?? switchback_start_watcher()
    self.watcher = watcher
    guard watcher >= 0 else { return false }
    switchback_tell_watcher_of(watcher, number, mark.text)
    return true
  }
}

/// A variable that marks all descendants of a program, in any session and with
/// any parent.
struct ProcessMark: Sendable {
  private static let name = "SWITCHBACK_STARTED_BY"
  let text: String

  init() {
    var generator = SystemRandomNumberGenerator()
    // Long enough to be unique in any environment.
    text = String(generator.next() as UInt64 | 1 << 63, radix: 36)
  }

  /// Adds the mark to those of the programs that started this one.
  func put(into environment: inout [String: String]) {
    environment[Self.name] = [environment[Self.name], text].compactMap(\.self).joined(
      separator: " ")
  }
}
