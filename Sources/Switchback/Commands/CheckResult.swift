import Accounts
import Batch
import Canvas
import STS
import Shells
import Text

/// The result of trying an entry.
struct CheckResult: Sendable {
  enum Outcome: Sendable {
    /// The identity that AWS reports.
    case works(CallerIdentity)
    case needsCode(device: String)
    case needsLogin(String)
    case fails(String)
  }

  var entry: Entry
  var outcome: Outcome

  var works: Bool {
    if case .works = outcome { true } else { false }
  }
}

extension CheckResult.Outcome {
  /// One word for the table.
  var word: String {
    switch self {
    case .works: "works"
    case .needsCode: "wants MFA"
    case .needsLogin: "wants login"
    case .fails: "fails"
    }
  }

  /// The identity, or the reason for the failure: cleaned, but with its line breaks.
  var explanation: String {
    switch self {
    case .works(let identity): identity.arn.cleaned
    case .needsCode(let device):
      "an MFA code from \(device.cleaned) is needed; switch to the entry once to cache a session"
    case .needsLogin(let sentence), .fails(let sentence): sentence.cleanedLines
    }
  }
}

/// The results as a JSON list.
func checkJSON(_ results: [CheckResult]) -> [UInt8] {
  let list = results.map { result in
    var arn: String?
    if case .works(let identity) = result.outcome { arn = identity.arn }
    return JSON.known([
      "entry": .text(result.entry.name), "outcome": .text(result.outcome.word),
      "account_id": result.entry.accountID.map(JSON.text), "arn": arn.map(JSON.text),
      "why": result.works ? nil : .text(result.outcome.explanation),
    ])
  }
  return Array((JSON.list(list).printed() + "\n").utf8)
}

/// The results as a table, and below it the count of each outcome.
func checkTable(_ results: [CheckResult], _ look: TableLook?) -> [UInt8] {
  guard let look else { return alignedResults(results) }
  return Array((Table(results).drawn(look) + counts(results) + "\n").utf8)
}

/// The table for scripts, in the entries' order.
///
/// Further lines of an explanation are indented below it.
private func alignedResults(_ results: [CheckResult]) -> [UInt8] {
  let rows = results.map { result in
    [result.entry.name.cleaned, result.outcome.word, result.outcome.firstLine]
  }
  let lines = alignedColumns(rows).split(separator: UInt8(ascii: "\n")).map { Array($0) }
  let whole = zip(lines, results).flatMap { line, result in [line] + result.outcome.furtherLines }
  let all = whole + [Array(counts(results).utf8)]
  return Array(all.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
}

private func counts(_ results: [CheckResult]) -> String {
  let words = [
    ("works", "work"), ("wants MFA", "want MFA"), ("wants login", "want login"), ("fails", "fail"),
  ]
  let counts = words.compactMap { one, many in
    let count = results.count { $0.outcome.word == one }
    return count > 0 ? "\(count) \(count == 1 ? one : many)" : nil
  }
  return counts.joined(separator: ", ")
}

extension Table {
  /// The entries that work first, then the others by cause.
  fileprivate init(_ results: [CheckResult]) {
    let columns = [
      Column(title: "ENTRY"), Column(title: "RESULT"),
      Column(title: "IDENTITY", priority: 1, least: 24),
    ]
    let names = RunNames(results.map(\.entry), .unstyled)
    let causes = FailureCauses(names, results.map { $0.works ? nil : $0.outcome.explanation })
    let rows = Table.grouped(
      results.enumerated().map { index, result in
        let cells = [
          Cell(text: result.entry.name.cleaned, tone: .label(result.entry.label.color)),
          Cell(text: result.outcome.word, tone: result.outcome.tone),
          Cell(text: result.works ? result.outcome.explanation : ""),
        ]
        return (Row(cells: cells, reason: causes.reason(index)), causes.cause(index))
      })
    self.init(columns: columns, rows: rows)
  }
}

extension CheckResult.Outcome {
  fileprivate var tone: Table.Tone {
    switch self {
    case .works: .good
    case .needsCode, .needsLogin: .pending
    case .fails: .bad
    }
  }
}

extension CheckResult.Outcome {
  private var lines: [Substring] { explanation.split(whereSeparator: \.isNewline) }

  fileprivate var firstLine: String { String(lines.first ?? "") }

  fileprivate var furtherLines: [[UInt8]] { lines.dropFirst().map { Array(("      " + $0).utf8) } }
}
