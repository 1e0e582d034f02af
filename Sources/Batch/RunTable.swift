package import Canvas
import Text

/// The outcomes of all entries as a table, and a line of counts.
///
/// Finished entries come first, so that the failures at the end are seen. With `look` the table is
/// for a terminal, and failures are grouped by cause. Reasons that differ only in the entry's name,
/// account and role have the same cause.
package func runTable(
  _ schedule: Schedule, _ names: RunNames, took time: Duration, _ look: TableLook? = nil
) -> String {
  let counts = schedule.counts.map { "\($0) \($1)" }.joined(separator: ", ")
  let end = "\(counts), in \(time.brief)\n"
  guard let look else { return alignedText(schedule, names) + end }
  return Table(schedule, names).drawn(look) + end
}

/// The table for scripts.
///
/// A reason that several entries share is printed once, and the others refer to it.
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
        // The command's exit status is a cause, too.
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
  /// The entries that have ended, with their durations.
  fileprivate var ended: [(index: Int, ending: Outcome, time: Duration)] {
    states.enumerated().compactMap { index, state in
      guard case .ended(let ending, let time) = state else { return nil }
      return (index, ending, time)
    }
  }
}

/// A line of the table, and its reason, whose first line is part of it.
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

/// The reasons so far, each with the name of its first entry.
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
    if let other = first[generic] { return ["same as \(other)"] }
    first[generic] = names.cleaned(index)
    return reason.split(whereSeparator: \.isNewline).map(String.init)
  }
}

extension Schedule.Outcome {
  /// Why the command was not run; nil if it ran or was not started.
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
  /// The reasons by entry; nil if it did not fail.
  private let reasons: [String?]
  private let causes: [String?]
  private let counts: [String: Int]

  /// Creates the causes from reasons of one or more lines, with or without the entry's name before
  /// them.
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

  /// The reason without the entry's name, account and role.
  package func cause(_ index: Int) -> String? { causes[index] }

  /// The reason, with the entry's name before it if others share the cause but not the text.
  package func reason(_ index: Int) -> String? {
    guard let reason = reasons[index], let cause = causes[index], cause != reason,
      counts[cause, default: 1] > 1
    else { return reasons[index] }
    return "\(names.cleaned(index)): \(reason)"
  }
}
