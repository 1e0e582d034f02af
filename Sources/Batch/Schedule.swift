import Glibc

/// The schedule of a run for many entries: each entry's state, and the next actions.
///
/// All times are durations since the start.
package struct Schedule: Equatable, Sendable {
  package enum State: Equatable, Sendable {
    case waiting
    case gettingSession(since: Duration)
    case running(since: Duration)
    case ended(Outcome, after: Duration)
  }

  /// The outcome for one entry.
  package enum Outcome: Equatable, Sendable {
    /// The command ended, with a status as in shells: 128 + n if signal n ended it.
    case ran(Int32)
    /// No session could be obtained; with the reason as a sentence.
    case refused(String)
    /// The user has to answer something first; with the question as a sentence.
    case unanswered(String)
    /// The command was stopped.
    case stopped
    /// The command did not start, because the run was stopped.
    case notRun
  }

  /// Why no more commands are started.
  package enum Stop: Equatable, Sendable {
    case failure
    case signal(Int32)
  }

  package private(set) var states: [State]
  /// The maximum number of entries at the same time.
  let parallel: Int
  let failsFast: Bool
  package private(set) var stop: Stop?
  private var isAbandoned = false

  package init(count: Int, parallel: Int, failsFast: Bool) {
    states = Array(repeating: .waiting, count: count)
    self.parallel = parallel
    self.failsFast = failsFast
  }
}

extension Schedule {
  package var waiting: [Int] { states.indices.filter { states[$0] == .waiting } }

  var active: [Int] { states.indices.filter { states[$0].isActive } }

  /// True if nothing runs or will run, or if running commands are not waited for.
  package var isOver: Bool { isAbandoned || (active.isEmpty && (stop != nil || waiting.isEmpty)) }

  /// Sets the outcome of an entry, with its duration until now.
  mutating func set(_ index: Int, _ ending: Outcome, at now: Duration) {
    states[index] = .ended(ending, after: now - (states[index].since ?? now))
  }

  mutating func begin(_ index: Int, at now: Duration) {
    states[index] = .gettingSession(since: now)
  }

  mutating func run(_ index: Int, at now: Duration) {
    states[index] = .running(since: now)
  }

  /// Starts nothing more.
  ///
  /// A signal replaces a failure as the reason.
  package mutating func stop(_ why: Stop) {
    if stop == nil || stop == .failure { stop = why }
  }

  /// Sets an entry to refused, after no session could be obtained for it.
  package mutating func refuse(_ index: Int, _ why: String, at now: Duration) {
    set(index, .refused(why), at: now)
    if failsFast { stop(.failure) }
  }

  /// Stops waiting for running commands.
  mutating func abandon() {
    isAbandoned = true
  }

  /// Lets unanswered entries wait again if `isAsked` is true for them, and sets the others to
  /// refused.
  ///
  /// False if no entry waits.
  package mutating func requeue(where isAsked: (Int) -> Bool) -> Bool {
    for (index, state) in states.enumerated() {
      guard case .ended(.unanswered(let why), let time) = state else { continue }
      states[index] =
        stop == nil && isAsked(index) ? .waiting : .ended(.refused(why), after: time)
    }
    return stop == nil && !waiting.isEmpty
  }

  /// Sets the outcome of all entries that have not ended.
  package mutating func finish(at now: Duration) {
    for index in states.indices {
      if states[index] == .waiting { set(index, .notRun, at: now) }
      if states[index].isActive { set(index, .stopped, at: now) }
    }
  }
}

extension Schedule.State {
  var isActive: Bool {
    switch self {
    case .gettingSession, .running: true
    case .waiting, .ended: false
    }
  }

  package var outcome: Schedule.Outcome? {
    if case .ended(let outcome, _) = self { outcome } else { nil }
  }

  var since: Duration? {
    switch self {
    case .gettingSession(let since), .running(let since): since
    case .waiting, .ended: nil
    }
  }
}

extension Schedule.Outcome {
  /// True if the command ran and ended with 0.
  package var isDone: Bool { self == .ran(0) }

  /// True if this outcome makes `--fail-fast` stop.
  var isFailure: Bool {
    switch self {
    case .ran(let status): status != 0
    case .refused: true
    case .unanswered, .stopped, .notRun: false
    }
  }
}

extension Schedule {
  /// What happens while commands are run.
  package enum Event: Equatable, Sendable {
    case began
    /// A session was obtained, and the command is about to run.
    case gotSession(Int)
    case ended(Int, Outcome)
    /// We received a signal that ends the run.
    case signalled(Int32)
    /// The time for commands to end by themselves is over.
    case graceEnded
    /// A killed command has still not finished, for example because nothing reads its output.
    case abandoned
  }

  /// What the caller must do after an event.
  package enum Action: Equatable, Sendable {
    case start(Int)
    /// Ask all commands to end, and send `graceEnded` when their time is over.
    case terminate
    /// Kill all commands, and send `abandoned` when their time is over.
    case kill
  }

  /// Handles an event, and gives the actions in order.
  package mutating func handle(_ event: Event, at now: Duration) -> [Action] {
    switch event {
    case .began: break
    case .gotSession(let index): run(index, at: now)
    case .ended(let index, let outcome):
      set(index, outcome, at: now)
      if failsFast, stop == nil, outcome.isFailure { return stopping(.failure) }
    case .signalled(let number):
      // The first signal asks the commands to end, the second one kills them.
      guard case .signal = stop else { return stopping(.signal(number)) }
      return [.kill]
    case .graceEnded: return [.kill]
    case .abandoned: abandon()
    }
    return starting(at: now)
  }

  private mutating func stopping(_ why: Stop) -> [Action] {
    stop(why)
    return [.terminate]
  }

  private mutating func starting(at now: Duration) -> [Action] {
    guard stop == nil else { return [] }
    let next = waiting.prefix(max(0, parallel - active.count))
    for index in next { begin(index, at: now) }
    return next.map(Action.start)
  }
}

extension Schedule {
  /// The exit status of the program.
  package var status: Int32 {
    if case .signal(let number) = stop { return 128 + number }
    let endings = states.compactMap(\.outcome)
    let isRefused = endings.contains { if case .refused = $0 { true } else { false } }
    return isRefused ? 3 : endings.allSatisfy(\.isDone) ? 0 : 1
  }
}
