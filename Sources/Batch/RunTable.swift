package import Canvas
import Text

/// What became of each entry, as a table: those that are done first, so that what is not is seen, and a line of counts.
///
/// With `look` it is for a terminal, and failures stand together by their cause; a cause is the same where only the
/// entry's own name, account and role differ.
package func runTable(
  _ schedule: Schedule, _ names: RunNames, took time: Duration, _ look: TableLook? = nil
) -> String {
  let counts = schedule.counts.map { "\($0) \($1)" }.joined(separator: ", ")
  let end = "\(counts), in \(time.brief)\n"
  guard let look else { return alignedText(schedule, names) + end }
  return Table(schedule, names).drawn(look) + end
}

/// For scripts: a reason that is another's is said once, the others refer to it.
private func alignedText(_ schedule: Schedule, _ names: RunNames) -> String {
  var reasons = Reasons(names)
  let ended = schedule.ended.map { index, ending, time in
    RunRow(
      name: names.cleaned(index), ending: ending, time: time, reason: reasons.lines(index, ending))
  }
  let rows = ended.filter(\.ending.isDone) + ended.filter { !$0.ending.isDone }
  let aligned = alignedColumns(rows.map(\.cells)).split(separator: UInt8(ascii: "\n"))
  let lines = zip(aligned, rows).flatMap { line, row in
    [String(decoding: line, as: UTF8.self)] + row.reason.dropFirst().map { "      " + $0 }
  }
  return lines.map { $0 + "\n" }.joined()
}

extension Table {
  fileprivate init(_ schedule: Schedule, _ names: RunNames) {
    let ended = schedule.ended
    var whys = [String?](repeating: nil, count: names.count)
    for (index, ending, _) in ended { whys[index] = ending.reason }
    let causes = FailureCauses(names, whys)
    let sorted = ended.filter(\.ending.isDone) + ended.filter { !$0.ending.isDone }
    let rows = Table.grouped(
      sorted.map { index, ending, time in
        let row = RunRow(name: names.cleaned(index), ending: ending, time: time, reason: [])
        var cells = row.cells.dropLast().map { Cell(text: $0) }
        cells[0].tone = .label(names.color(index))
        cells[1].tone = ending.isDone ? .good : ending.isFailure ? .bad : .pending
        // What the command ended with is a cause too.
        let cause = causes.cause(index) ?? (ending.isDone ? nil : cells[1].text)
        return (Row(cells: cells, reason: causes.reason(index)), cause)
      })
    self.init(
      columns: [
        Column(title: "ENTRY"), Column(title: "RESULT"), Column(title: "TIME", priority: 1),
      ], rows: rows)
  }
}

extension Schedule {
  /// What has ended, and how long it took.
  fileprivate var ended: [(index: Int, ending: Outcome, time: Duration)] {
    states.enumerated().compactMap { index, state in
      guard case .ended(let ending, let time) = state else { return nil }
      return (index, ending, time)
    }
  }
}

/// A line of the table, and its reason, of which only the first line stands in it.
private struct RunRow {
  var name: String
  var ending: Schedule.Outcome
  var time: Duration
  var reason: [String]

  var cells: [String] { [name, result, ending == .notRun ? "" : time.brief, reason.first ?? ""] }

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

  mutating func lines(_ index: Int, _ ending: Schedule.Outcome) -> [String] {
    guard let why = ending.reason else { return [] }
    let reason = names.withoutName(index, why.cleanedLines)
    let generic = names.generalized(index, reason)
    if let other = first[generic] { return ["as for \(other)"] }
    first[generic] = names.cleaned(index)
    return reason.split(whereSeparator: \.isNewline).map(String.init)
  }
}

extension Schedule.Outcome {
  /// Why it was not run, where that is known.
  fileprivate var reason: String? {
    switch self {
    case .refused(let why), .unanswered(let why): why
    case .ran, .stopped, .notRun: nil
    }
  }
}

/// Causes of failures, to show entries with the same cause together.
package struct FailureCauses {
  private let names: RunNames
  /// By entry; nil for one that did not fail.
  private let reasons: [String?]
  private let causes: [String?]
  private let counts: [String: Int]

  /// `reasons` are sentences, or several lines, with or without the entry's name before them.
  package init(_ names: RunNames, _ reasons: [String?]) {
    self.names = names
    self.reasons = reasons.enumerated().map { index, why in
      why.map { names.withoutName(index, $0.cleanedLines) }
    }
    causes = self.reasons.enumerated().map { index, reason in
      reason.map { names.generalized(index, $0) }
    }
    counts = Dictionary(causes.compactMap(\.self).map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// The reason as it is for any entry: without its own name, account and role.
  package func cause(_ index: Int) -> String? { causes[index] }

  /// The reason; where others share the cause and it speaks of this entry alone, with the entry's name before it.
  package func reason(_ index: Int) -> String? {
    guard let reason = reasons[index], let cause = causes[index], cause != reason,
      counts[cause, default: 1] > 1
    else { return reasons[index] }
    return "\(names.cleaned(index)): \(reason)"
  }
}
