package import Canvas
package import Foundation
import Secrets
import Text

/// The line at the start of a subshell: the active entry, the end of the session by this machine's
/// clock, in `zone`, and the time left.
///
/// `now` is AWS's time.
package func openingLine(_ identity: Identity, at now: Date, in zone: TimeZone) -> String {
  // The display name is in the prompt, on the next line, in its colour.
  let own = identity.entry.cleaned
  let name =
    (own.isEmpty || own.hasPrefix("arn:") ? identity.label : own)
    + Badge(identity, in: .unstyled).suffix
  let parts = [identity.place, identity.region.cleaned, end(of: identity, now, zone)]
  return "\(name): " + parts.compactMap { $0 }.joined(separator: ", ")
}

/// The line at the end of a subshell: the entry that was active at the end, if any, the duration,
/// and the exit status (128 + n for signal n).
package func closingLine(
  _ active: ActiveEntryNote?, after seconds: Int, status: Int32, colors: LabelColors
) -> String {
  let badge = active.map { Badge($0, in: colors).shown($0.label) }
  let ending = status == 0 ? "" : ", exit status \(status)"
  return (badge.map { $0 + "closed" } ?? "The shell closed") + " after \(span(seconds))\(ending)."
}

extension Identity {
  /// The role and the account, for example `Admin in 111111111111`.
  fileprivate var place: String? {
    guard let account = accountID?.cleaned else { return roleName?.cleaned }
    return roleName.map { "\($0.cleaned) in \(account)" } ?? "account \(account)"
  }
}

private func end(of identity: Identity, _ now: Date, _ zone: TimeZone) -> String? {
  guard let end = identity.credentials.expiration else { return nil }
  guard identity.delivery == .keys else { return "renewed before it ends" }
  let left = end.wholeSeconds - now.wholeSeconds
  guard left > 0 else { return "already expired" }
  let shown = end + TimeInterval(identity.clock?.ahead ?? 0)
  let seconds = shown.wholeSeconds + zone.secondsFromGMT(for: shown)
  let minutes = (seconds / 60) % (24 * 60)
  return "until \(twoDigits(minutes / 60)):\(twoDigits(minutes % 60)) (\(span(left)))"
}

/// A rounded duration: `40 s`, `12 min`, `1 h 5 min`.
private func span(_ seconds: Int) -> String {
  let minutes = (seconds + 30) / 60
  if seconds < 60 { return "\(max(0, seconds)) s" }
  if minutes < 60 { return "\(minutes) min" }
  return "\(minutes / 60) h" + (minutes % 60 == 0 ? "" : " \(minutes % 60) min")
}

/// The active entry of a shell, noted in its folder for the closing line: a switch in place changes
/// it.
package struct ActiveEntryNote: Sendable, Equatable {
  var label: String
  var color: Color
  /// The text after the name in the badge.
  var suffix: String

  package init(_ identity: Identity) {
    let badge = Badge(identity, in: .unstyled)
    (label, color, suffix) = (identity.label, identity.color, badge.suffix)
  }

  /// The name of the file with the note.
  package static let file = "active"
}

extension ActiveEntryNote {
  /// The content of a note; nil if no entry is active.
  package init?(noted text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 3, !lines[0].isEmpty, let color = Color(hex: lines[2]) else { return nil }
    (label, suffix, self.color) = (lines[0].truncatedToLabel.cleaned, lines[1].cleaned, color)
  }

  func writing(in folder: String, _ syntax: ShellSyntax) -> String {
    syntax.writing([label, suffix, color.hex ?? ""], to: folder + "/" + Self.file)
  }

  static func clearing(in folder: String, _ syntax: ShellSyntax) -> String {
    syntax.writing([""], to: folder + "/" + file)
  }
}
