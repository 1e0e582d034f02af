import CPosix
import Glibc
import Synchronization

/// Commands that run beside each other, apart from the terminal, and are ended together.
///
/// A signal reaches also all that a command has started, whatever session that is in; where we are killed, that ends,
/// too. What a command that ended by itself leaves running may stay.
package final class DetachedCommands: Sendable {
  fileprivate enum Phase {
    case running, ending, killed
  }

  fileprivate struct State {
    /// What runs, by its number, with what it and all that it starts is known by.
    var commands: [pid_t: ProcessMark] = [:]
    var phase = Phase.running
    /// What has got signals; nil before the first.
    var family: UnsafeMutableRawPointer?
    /// Tells who ends the commands when we are gone; -1 where nothing does, nil before the first.
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

  /// True once they were told to end; none is started any more.
  package var isEnding: Bool { state.withLock { $0.phase != .running } }

  /// Runs a command to its end, with nothing to read; what it prints comes to `take`.
  ///
  /// To be called on a thread of its own: when that dies, the command gets TERM. Where `mergesErrors`,
  /// errors come with the output, in the order in which they were written. Where `take`
  /// gives false, the command's pipe is closed.
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
    var listening = PipeReader(process: switchback_open_process(pid))
    listening.add(.output, output)
    if !mergesErrors { listening.add(.errors, errors) }
    // What it leaves behind has as long to end as itself.
    listening.readToEnd(waitingForAll: { isPhase(.ending) }, take)
    return end(of: pid, mark)
  }

  /// Tells all to end, and keeps others from starting.
  package func terminate() {
    state.withLock { $0.phase = .ending }
    signal(SIGTERM)
    // One that is stopped would not hear of it.
    signal(SIGCONT)
  }

  /// Ends all at once.
  package func kill() {
    state.withLock { state in
      state.phase = .killed
      for (pid, mark) in state.commands { state.kill(pid, mark) }
    }
  }

  /// Sends a signal to all, and to all that they have started.
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

  /// Until it is reaped its number is its own: no signal reaches a stranger.
  private func end(of pid: pid_t, _ mark: ProcessMark) -> ChildEnd {
    var value: Int32 = 0
    let what = switchback_wait_unreaped(pid, &value)
    state.withLock {
      $0.commands[pid] = nil
      if $0.phase != .running { $0.kill(pid, mark) }
      _ = $0.tellWatcher(-1, mark)
    }
    waitpid(pid, nil, 0)
    return Int(what) == SWITCHBACK_SIGNALED ? .signaled(value) : .exited(what < 0 ? 1 : value)
  }
}

extension DetachedCommands.State {
  /// To a command's group, and to what has left it.
  fileprivate mutating func signal(_ pid: pid_t, _ mark: ProcessMark, _ number: Int32) {
    family = family ?? switchback_family()
    switchback_signal_family(family, pid, mark.text, number)
  }

  fileprivate mutating func kill(_ pid: pid_t, _ mark: ProcessMark) {
    family = family ?? switchback_family()
    switchback_kill_family(family, pid, mark.text)
  }

  /// Of a command by its number, 0 before it has one, or with -1 that it is no matter of ours any more; false where
  /// there is no watcher.
  fileprivate mutating func tellWatcher(_ news: Int32, _ mark: ProcessMark) -> Bool {
    let watcher = watcher ?? switchback_start_watcher()
    self.watcher = watcher
    guard watcher >= 0 else { return false }
    switchback_tell_watcher_of(watcher, news, mark.text)
    return true
  }
}

/// A variable by which all that a program starts is known as its own, whatever session it is in and whoever its parent
/// is by then.
struct ProcessMark: Sendable {
  private static let name = "SWITCHBACK_STARTED_BY"
  let text: String

  init() {
    var generator = SystemRandomNumberGenerator()
    // Long enough to stand for nothing else, whatever an environment holds.
    text = String(generator.next() as UInt64 | 1 << 63, radix: 36)
  }

  /// Adds it to the marks of programs that led here.
  func put(into environment: inout [String: String]) {
    environment[Self.name] = [environment[Self.name], text].compactMap(\.self).joined(
      separator: " ")
  }
}
