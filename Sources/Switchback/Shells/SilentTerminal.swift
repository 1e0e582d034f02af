import Foundation
import Secrets

/// A terminal that has not answered, as it is remembered.
struct SilentTerminal: Equatable {
  private let name: String
  private let second: Int

  private static let day = 86_400

  /// The one that an environment tells of; over a network the connection is part of it.
  init(_ environment: [String: String], at now: Date) {
    name = ["TERM", "TERM_PROGRAM", "SSH_CONNECTION"]
      .map { (environment[$0] ?? "").filter { !$0.isNewline } }.joined(separator: " ")
    second = now.wholeSeconds
  }

  /// What is kept of it.
  var text: String { "\(second)\n\(name)\n" }

  /// True where what was kept is of the same terminal, and of today.
  func isSameTerminal(by kept: String) -> Bool {
    let lines = kept.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 3, let since = Int(lines[0]), lines[1] == name else { return false }
    return (0..<Self.day).contains(second.subtractingReportingOverflow(since).partialValue)
  }
}
