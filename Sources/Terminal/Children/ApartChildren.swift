import CPosix
import Glibc
import Synchronization

/// Commands that run beside each other, apart from the terminal, and are ended together.
///
/// Each leads a session of its own, so that a signal reaches all that it has started; where we are killed, that ends,
/// too.
package final class ApartChildren: Sendable {
  fileprivate enum Phase {
    case going, ending, killed
  }

  fileprivate struct State {
    var groups: Set<pid_t> = []
    var phase = Phase.going
    /// Tells who ends the groups when we are gone; -1 where nobody does, nil before the first.
    var watcher: Int32?
  }

  private let state = Mutex(State())

  package init() {}

  deinit {
    if let watcher = state.withLock(\.watcher), watcher >= 0 { close(watcher) }
  }

  /// True once they were told to end; none is started any more.
  package var isEnding: Bool { state.withLock { $0.phase != .going } }

  /// Runs a command to its end, with nothing to read; what it prints comes to `take`.
  ///
  /// To be called on a thread of its own: when that dies, the command gets TERM. Where `mergesErrors`,
  /// errors come with the output, in the order in which they were written. Where `take` says that no
  /// more is wanted, the command finds nobody at the other end of its pipe.
  package func run(
    _ child: Child, mergesErrors: Bool, take: (ChildStream, UnsafeRawBufferPointer) -> Bool
  ) throws(SpawnProblem) -> ChildEnd {
    guard !isEnding else { return .signaled(SIGTERM) }
    guard let output = ChildPipe(), let errors = mergesErrors ? output : ChildPipe() else {
      throw .noProcess(child.path, reason: String(cString: strerror(errno)))
    }
    let pid = try spawnApart(child, output: output.writing, errors: errors.writing, as: .command)
    add(pid)
    var listening = Listening(process: switchback_open_process(pid))
    listening.add(.output, output)
    if !mergesErrors { listening.add(.errors, errors) }
    // What it leaves behind has as long to end as itself.
    listening.toTheEnd(waitingForAll: { isPhase(.ending) }, take)
    return end(of: pid)
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
    state.withLock { $0.phase = .killed }
    signal(SIGKILL)
  }

  /// Sends a signal to all, and to all that they have started.
  package func signal(_ number: Int32) {
    state.withLock { for group in $0.groups { Glibc.kill(-group, number) } }
  }

  private func isPhase(_ phase: Phase) -> Bool { state.withLock { $0.phase == phase } }

  private func add(_ pid: pid_t) {
    state.withLock {
      $0.groups.insert(pid)
      $0.tellWatcher(pid)
      if $0.phase != .going { Glibc.kill(-pid, SIGTERM) }
    }
  }

  /// Until it is reaped its number is its own: no signal reaches a stranger.
  private func end(of pid: pid_t) -> ChildEnd {
    var value: Int32 = 0
    let what = switchback_wait_unreaped(pid, &value)
    state.withLock {
      $0.groups.remove(pid)
      if $0.phase != .going { Glibc.kill(-pid, SIGKILL) }
      $0.tellWatcher(-pid)
    }
    waitpid(pid, nil, 0)
    return Int(what) == SWITCHBACK_SIGNALED ? .signaled(value) : .exited(what < 0 ? 1 : value)
  }
}

extension ApartChildren.State {
  /// Of a group, or with minus its number that it is no matter of ours any more.
  fileprivate mutating func tellWatcher(_ news: Int32) {
    let watcher = watcher ?? switchback_start_watcher()
    self.watcher = watcher
    if watcher >= 0 { switchback_tell_watcher(watcher, news) }
  }
}
