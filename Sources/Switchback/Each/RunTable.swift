import Canvas

/// What became of each entry, as a table: those that are done first, so that what is not is seen, and a line of counts.
func runTable(_ schedule: Schedule, _ names: RunNames, took time: Duration) -> String {
  let rows = schedule.states.enumerated().compactMap { index, state -> RunRow? in
    guard case .ended(let ending, let time) = state else { return nil }
    return RunRow(name: names.plain(index), ending: ending, time: time)
  }
  let sorted = rows.filter(\.ending.isDone) + rows.filter { !$0.ending.isDone }
  let aligned = columns(sorted.map(\.cells)).split(separator: UInt8(ascii: "\n"))
  let lines = zip(aligned, sorted).flatMap { line, row in
    [String(decoding: line, as: UTF8.self)] + row.furtherLines
  }
  let counts = schedule.counts.map { "\($0) \($1)" }.joined(separator: ", ")
  return (lines + ["\(counts), in \(time.brief)"]).map { $0 + "\n" }.joined()
}

/// A line of the table, and the lines of its reason below it.
private struct RunRow {
  var name: String
  var ending: Schedule.Ending
  var time: Duration

  var cells: [String] { [name, result, shownTime, reason.first.map(String.init) ?? ""] }

  var furtherLines: [String] { reason.dropFirst().map { "      " + $0 } }

  private var result: String {
    if case .ran(let status) = ending, status != 0 {
      "failed, exit \(status)"
    } else {
      ending.words
    }
  }

  private var shownTime: String {
    ending == .leftOut ? "" : time.brief
  }

  private var reason: [Substring] {
    switch ending {
    case .refused(let why), .unanswered(let why):
      why.cleanedLines.split(whereSeparator: \.isNewline)
    case .ran, .stopped, .leftOut: []
    }
  }
}
