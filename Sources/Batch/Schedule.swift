import Glibc

/// When a command is run as which of many entries: each entry's state, and what is to be done next.
///
/// Times are counted from the start.
package struct Schedule: Equatable, Sendable {
  package enum State: Equatable, Sendable {
    case waiting
    case gettingSession(since: Duration)
    case running(since: Duration)
    case ended(Outcome, after: Duration)
  }

  /// How it went as one entry.
  package enum Outcome: Equatable, Sendable {
    /// With a status as shells have it, 128 + n where signal n ended it.
    case ran(Int32)
    /// There is no session to be had; a sentence.
    case refused(String)
    /// A person has to answer something first; a sentence.
    case unanswered(String)
    /// It was told to end.
    case stopped
    /// It was never begun, since all of it was stopped.
    case notRun
  }

  /// Why no more are begun.
  package enum Stop: Equatable, Sendable {
    case failure
    case signal(Int32)
  }

  package private(set) var states: [State]
  /// How many are under way at once, at most.
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

  /// True where nothing is under way, nor will be; or where none waits for what is.
  package var isOver: Bool { isAbandoned || (active.isEmpty && (stop != nil || waiting.isEmpty)) }

  /// Changes an entry's state; what is under way is counted from now.
  mutating func set(_ index: Int, _ ending: Outcome, at now: Duration) {
    states[index] = .ended(ending, after: now - (states[index].since ?? now))
  }

  mutating func begin(_ index: Int, at now: Duration) {
    states[index] = .gettingSession(since: now)
  }

  mutating func run(_ index: Int, at now: Duration) {
    states[index] = .running(since: now)
  }

  /// Begins nothing more; a signal says more of why than a failure.
  package mutating func stop(_ why: Stop) {
    if stop == nil || stop == .failure { stop = why }
  }

  /// An entry that was asked for has no session.
  package mutating func refuse(_ index: Int, _ why: String, at now: Duration) {
    set(index, .refused(why), at: now)
    if failsFast { stop(.failure) }
  }

  /// Waits no longer for what is under way.
  mutating func abandon() {
    isAbandoned = true
  }

  /// Has those wait again that got no answer, and that `isAsked` is true of; the others are refused.
  ///
  /// False where none waits.
  package mutating func requeue(where isAsked: (Int) -> Bool) -> Bool {
    for (index, state) in states.enumerated() {
      guard case .ended(.unanswered(let why), let time) = state else { continue }
      states[index] =
        stop == nil && isAsked(index) ? .waiting : .ended(.refused(why), after: time)
    }
    return stop == nil && !waiting.isEmpty
  }

  /// Gives what was never begun, and what was not waited for, the end that it has.
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
    if case .ended(let ending, _) = self { ending } else { nil }
  }

  var since: Duration? {
    switch self {
    case .gettingSession(let since), .running(let since): since
    case .waiting, .ended: nil
    }
  }
}

extension Schedule.Outcome {
  /// True where the command was run, and ended with 0.
  package var isDone: Bool { self == .ran(0) }

  /// True for what makes `--fail-fast` stop.
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
    /// There is a session, and the command is about to be run.
    case gotSession(Int)
    case ended(Int, Outcome)
    /// A signal came that ends us.
    case signalled(Int32)
    /// Those that were told to end have had their time.
    case graceEnded
    /// What was killed is still not through, such as with printing to who does not read.
    case abandoned
  }

  /// What is to be done about it.
  package enum Action: Equatable, Sendable {
    case start(Int)
    /// Tell all to end, and say when they have had their time.
    case terminate
    /// End all at once, and say when that has had its time.
    case kill
  }

  /// Takes in what happened at a time, and gives what is to be done, in order.
  package mutating func handle(_ event: Event, at now: Duration) -> [Action] {
    switch event {
    case .began: break
    case .gotSession(let index): run(index, at: now)
    case .ended(let index, let ending):
      set(index, ending, at: now)
      if failsFast, stop == nil, ending.isFailure { return stopping(.failure) }
    case .signalled(let number):
      // A first one asks; a second one means it.
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
  /// What the program ends with.
  package var status: Int32 {
    if case .signal(let number) = stop { return 128 + number }
    let endings = states.compactMap(\.outcome)
    let isRefused = endings.contains { if case .refused = $0 { true } else { false } }
    return isRefused ? 3 : endings.allSatisfy(\.isDone) ? 0 : 1
  }
}
