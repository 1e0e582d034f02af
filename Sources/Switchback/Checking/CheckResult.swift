import Accounts
import Canvas
import Credentials
import STS

/// What became of trying an entry.
struct CheckResult: Sendable {
  enum Outcome: Sendable {
    /// Who AWS says it is.
    case works(CallerIdentity)
    case wantsCode(device: String)
    case wantsLogin(String)
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
    case .wantsCode: "wants MFA"
    case .wantsLogin: "wants login"
    case .fails: "fails"
    }
  }

  /// Who one would be, or why not; cleaned, a line break kept where the sentence has one.
  var why: String {
    switch self {
    case .works(let identity): identity.arn.cleaned
    case .wantsCode(let device):
      "a code of \(device.cleaned) is needed; switch to it once, and the session is kept"
    case .wantsLogin(let sentence), .fails(let sentence): sentence.cleanedLines
    }
  }
}

/// The results as a JSON list.
func checked(_ results: [CheckResult]) -> [UInt8] {
  let list = results.map { result in
    var arn: String?
    if case .works(let identity) = result.outcome { arn = identity.arn }
    return JSON.known([
      "entry": .text(result.entry.name), "outcome": .text(result.outcome.word),
      "account_id": result.entry.accountID.map(JSON.text), "arn": arn.map(JSON.text),
      "why": result.works ? nil : .text(result.outcome.why),
    ])
  }
  return Array((JSON.list(list).printed() + "\n").utf8)
}

/// The results as a table, and below it the count of each outcome; whys of more than a line are indented under theirs.
func checkTable(_ results: [CheckResult]) -> [UInt8] {
  let rows = results.map { result in
    [result.entry.name.cleaned, result.outcome.word, result.outcome.firstLine]
  }
  let lines = columns(rows).split(separator: UInt8(ascii: "\n")).map { Array($0) }
  let whole = zip(lines, results).flatMap { line, result in [line] + result.outcome.furtherLines }
  let words = [
    ("works", "work"), ("wants MFA", "want MFA"), ("wants login", "want login"), ("fails", "fail"),
  ]
  let counts = words.compactMap { one, many in
    let count = results.count { $0.outcome.word == one }
    return count > 0 ? "\(count) \(count == 1 ? one : many)" : nil
  }
  let all = whole + [Array(counts.joined(separator: ", ").utf8)]
  return Array(all.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
}

extension CheckResult.Outcome {
  private var lines: [Substring] { why.split(whereSeparator: \.isNewline) }

  fileprivate var firstLine: String { String(lines.first ?? "") }

  fileprivate var furtherLines: [[UInt8]] { lines.dropFirst().map { Array(("      " + $0).utf8) } }
}
