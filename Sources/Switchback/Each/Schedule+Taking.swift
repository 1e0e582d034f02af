import Glibc

extension Schedule {
  /// What happens while commands are run.
  enum Event: Equatable, Sendable {
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
  enum Action: Equatable, Sendable {
    case start(Int)
    /// Tell all to end, and say when they have had their time.
    case terminate
    /// End all at once, and say when that has had its time.
    case kill
  }

  /// Takes in what happened at a time, and gives what is to be done, in order.
  mutating func handle(_ event: Event, at now: Duration) -> [Action] {
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
