import Foundation
import Yams

/// Why a text is not YAML, and in which line, counted from 1.
struct YAMLFault {
  let line: Int
  let reason: String

  init(_ error: any Error, in text: String) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // What is never closed is found out behind the last line; where it began says more.
      line = mark.line > lineCount(text) ? context?.mark.line ?? mark.line : mark.line
      reason = Self.told(problem, context)
    case .reader(let problem, let offset, _, _):
      line = 1 + text.utf8.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") }
      reason = problem
    case .duplicatedKeysInMapping(let keys, let context):
      line = context.mark.line
      reason = "the key '\(keys.first ?? "")' stands twice in one mapping"
    default:
      line = 1
      reason = "\(error)"
    }
  }

  private static func told(_ problem: String, _ context: YamlError.Context?) -> String {
    guard let context else { return problem }
    return "\(problem) (\(context.text) that began in line \(context.mark.line))"
  }
}

private func lineCount(_ text: String) -> Int {
  text.utf8.count { $0 == UInt8(ascii: "\n") } + (text.utf8.last == UInt8(ascii: "\n") ? 0 : 1)
}
