package import Canvas
import Foundation
import Text

/// The label that an environment's variables describe.
package struct ActiveLabel: Sendable, Hashable {
  package var entry: String
  /// The display name, cleaned again: any program can set the variable.
  package var name: String
  package var color: Color?
  package var accountID: String?
  package var role: String?
  package var region: String?
  package var isReadOnly: Bool
  /// How many subshells deep; 0 in the user's own shell.
  package var depth: Int
  /// When the session ends, in seconds since 1970 by AWS's clock.
  package var end: Int?

  /// Nil outside a Switchback shell.
  package init?(_ environment: [String: String]) {
    guard let entry = environment["SWITCHBACK_ENTRY"], !entry.isEmpty else { return nil }
    let label = environment["SWITCHBACK_LABEL"]?.truncatedToLabel.cleaned ?? ""
    self.entry = entry
    name = label.isEmpty ? entry.truncatedToLabel.cleaned : label
    color = environment["SWITCHBACK_COLOR"].flatMap { Color(hex: $0) }
    accountID = environment["SWITCHBACK_ACCOUNT_ID"]?.cleaned
    role = environment["SWITCHBACK_ROLE"]?.cleaned
    region = environment["AWS_REGION"]?.cleaned
    isReadOnly = environment["SWITCHBACK_READ_ONLY"] == "1"
    depth = shellDepth(environment)
    end = environment["AWS_CREDENTIAL_EXPIRATION"].flatMap(parseISO8601)
  }
}

extension ActiveLabel {
  /// The text after the name: ` read-only`, and the depth of a nested subshell, for example ` (2)`.
  var suffix: String {
    Badge.suffix(isReadOnly: isReadOnly, depth: depth)
  }

  /// The time left if it is less than 15 minutes, otherwise empty; ` expired` at the end.
  package func timeLeft(at now: Int) -> String {
    guard let end else { return "" }
    let left = end - now
    if left <= 0 { return " expired" }
    return left < 15 * 60 ? " \((left + 59) / 60)m" : ""
  }

  /// The label as text, for example `Production, admin read-only (2) 12m`.
  package func text(at now: Int) -> String { name + suffix + timeLeft(at: now) }
}

/// The number of nested subshells of an environment; 0 for an invalid number.
package func shellDepth(_ environment: [String: String]) -> Int {
  let depth = environment["SWITCHBACK_DEPTH"].flatMap { Int($0) } ?? 0
  return (0..<1_000_000).contains(depth) ? depth : 0
}

/// The seconds since 1970 of an ISO 8601 time in UTC, for example `2026-01-01T00:00:00Z`.
///
/// Foundation's formatters would cost a prompt a millisecond.
private func parseISO8601(_ text: String) -> Int? {
  let numbers = text.split { !$0.isASCII || !$0.isNumber }.prefix(6).compactMap { Int($0) }
  guard numbers.count == 6, text.hasSuffix("Z") || text.hasSuffix("+00:00") else { return nil }
  var time = tm()
  time.tm_year = Int32(clamping: numbers[0] - 1900)
  time.tm_mon = Int32(clamping: numbers[1] - 1)
  time.tm_mday = Int32(clamping: numbers[2])
  time.tm_hour = Int32(clamping: numbers[3])
  time.tm_min = Int32(clamping: numbers[4])
  time.tm_sec = Int32(clamping: numbers[5])
  return timegm(&time)
}

/// How `switchback prompt` writes a label.
package enum PromptFormat: String, Sendable, CaseIterable {
  case plain, ansi, tmux
}

extension ActiveLabel {
  /// The label for a custom prompt, without a line end.
  ///
  /// It contains no escape sequences, references or tmux formats except those of `format`.
  package func prompt(_ format: PromptFormat, _ colors: LabelColors, at now: Int) -> String {
    let text = text(at: now)
    switch format {
    case .plain: return text
    case .ansi:
      let parameters = color.flatMap(colors.parameters) ?? "0;1;7"
      return String(colors.badge(text, parameters) { "\u{1B}[\($0)m" }.dropLast())
    case .tmux:
      // tmux reads # as the start of a format, and shows ## as one #.
      let shown = text.unicodeScalars.map { $0 == "#" ? "##" : String($0) }.joined()
      guard let color, let hex = color.hex else { return shown }
      let foreground = color.textColor == .white ? "#ffffff" : "#000000"
      return "#[fg=\(foreground),bg=\(hex)] \(shown) #[default]"
    }
  }
}
