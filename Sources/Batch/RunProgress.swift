package import Canvas
import Text

/// The lines that show the progress of a run.
package struct RunProgress {
  package let schedule: Schedule
  package let names: RunNames
  package let now: Duration

  package init(schedule: Schedule, names: RunNames, now: Duration) {
    self.schedule = schedule
    self.names = names
    self.now = now
  }

  /// The lines within a size: all entries if they fit, else a summary and the running entries.
  package func lines(_ size: Size) -> [String] {
    let rows = max(1, size.rows - 1)
    let columns = max(1, size.columns - 1)
    guard names.count > rows else { return names.indices.map { line($0, columns) } }
    let shown = schedule.active.prefix(rows - 1)
    return [schedule.summary.truncated(to: columns)] + shown.map { line($0, columns) }
  }

  private func line(_ index: Int, _ columns: Int) -> String {
    guard columns > 3 else { return names.colored(index, upTo: columns) }
    let width = min(names.width, 40, max(1, columns - 20))
    let shown = names.cleaned(index).truncated(to: width).columns
    let gap = String(repeating: " ", count: width - shown + 2)
    let state = schedule.states[index].words(at: now).truncated(to: max(0, columns - width - 2))
    return names.colored(index, upTo: width) + gap + state
  }
}

extension RunNames {
  fileprivate var indices: Range<Int> { 0..<count }
}

extension Schedule.State {
  /// The state in a few words, with its duration.
  func words(at now: Duration) -> String {
    switch self {
    case .waiting: "waiting"
    case .gettingSession: "getting a session"
    case .running(let since): "running \((now - since).brief)"
    case .ended(let outcome, let time):
      outcome.takesTime ? "\(outcome.words) \(time.brief)" : outcome.words
    }
  }
}

extension Schedule.Outcome {
  /// The outcome in one to three words.
  var words: String {
    switch self {
    case .ran(0): "done"
    case .ran(let status): "failed exit \(status)"
    case .refused: "refused"
    case .unanswered: "waiting for input"
    case .stopped: "stopped"
    case .notRun: "not run"
    }
  }

  fileprivate var takesTime: Bool {
    switch self {
    case .ran, .stopped: true
    case .refused, .unanswered, .notRun: false
    }
  }
}

extension Schedule {
  /// A line with the number of finished entries and the count of each state.
  var summary: String {
    let parts = counts + [(active.count, "running"), (waiting.count, "waiting")]
    let shown = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let ended = states.count - active.count - waiting.count
    return "\(ended) of \(states.count): " + shown.joined(separator: ", ")
  }

  /// The number of entries by outcome, with words for it.
  var counts: [(Int, String)] {
    let endings = states.compactMap(\.outcome)
    func count(_ holds: (Outcome) -> Bool) -> Int { endings.count(where: holds) }
    return [
      (count(\.isDone), "done"),
      (count { if case .ran = $0 { !$0.isDone } else { false } }, "failed"),
      (count { if case .refused = $0 { true } else { false } }, "refused"),
      (count { if case .unanswered = $0 { true } else { false } }, "waiting for input"),
      (count { $0 == .stopped }, "stopped"), (count { $0 == .notRun }, "not run"),
    ].filter { $0.0 > 0 }
  }
}
