import Canvas

/// What became of each entry, as a table: those that are done first, so that what is not is seen, and a line of counts.
///
/// A reason that is another's, but for the entry's own name, account and role, is said once.
func runTable(_ schedule: Schedule, _ names: RunNames, took time: Duration) -> String {
  var reasons = Reasons(names)
  let ended = schedule.states.enumerated().compactMap { index, state -> RunRow? in
    guard case .ended(let ending, let time) = state else { return nil }
    return RunRow(
      name: names.plain(index), ending: ending, time: time, reason: reasons.lines(index, ending))
  }
  let rows = ended.filter(\.ending.isDone) + ended.filter { !$0.ending.isDone }
  let aligned = columns(rows.map(\.cells)).split(separator: UInt8(ascii: "\n"))
  let lines = zip(aligned, rows).flatMap { line, row in
    [String(decoding: line, as: UTF8.self)] + row.reason.dropFirst().map { "      " + $0 }
  }
  let counts = schedule.counts.map { "\($0) \($1)" }.joined(separator: ", ")
  return (lines + ["\(counts), in \(time.brief)"]).map { $0 + "\n" }.joined()
}

/// A line of the table, and its reason, of which only the first line stands in it.
private struct RunRow {
  var name: String
  var ending: Schedule.Ending
  var time: Duration
  var reason: [String]

  var cells: [String] { [name, result, ending == .leftOut ? "" : time.brief, reason.first ?? ""] }

  private var result: String {
    if case .ran(let status) = ending, status != 0 {
      "failed, exit \(status)"
    } else {
      ending.words
    }
  }
}

/// The reasons so far, each by the first that it was said of.
private struct Reasons {
  private let names: RunNames
  private var first: [String: String] = [:]

  init(_ names: RunNames) {
    self.names = names
  }

  mutating func lines(_ index: Int, _ ending: Schedule.Ending) -> [String] {
    guard let why = ending.why else { return [] }
    let reason = names.withoutName(index, why.cleanedLines)
    let generic = names.withoutOwn(index, reason)
    if let other = first[generic] { return ["as for \(other)"] }
    first[generic] = names.plain(index)
    return reason.split(whereSeparator: \.isNewline).map(String.init)
  }
}

extension Schedule.Ending {
  /// Why it was not run, where that is known.
  fileprivate var why: String? {
    switch self {
    case .refused(let why), .unanswered(let why): why
    case .ran, .stopped, .leftOut: nil
    }
  }
}
