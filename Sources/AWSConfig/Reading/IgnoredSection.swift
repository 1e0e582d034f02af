package import Accounts

/// A section that is not read, since its header is not as AWS's tools want it.
package struct IgnoredSection: Sendable, Hashable {
  /// What it was most likely meant to be, and the name that it would have.
  let kind: Section.Kind
  let name: String
  /// Where its header stands.
  package let origin: Origin
  private let reason: DiagnosticKind

  /// Of the header's text, without its brackets.
  init(_ header: String, _ finding: DiagnosticKind, _ origin: Origin) {
    let header = header.filter { $0 != "[" && $0 != "]" }
    let word = firstWord(header)
    let meant = word.rest.isEmpty ? nil : Section.Kind(meantBy: word.text)
    kind = meant ?? .profile
    if let meant = meant.map({ _ in word.rest }) {
      let words = shellWords(meant) ?? []
      name = words.count == 1 ? words[0] : meant
    } else {
      name = header.lowercased() == "default" ? "default" : header
    }
    self.reason = finding
    self.origin = origin
  }

  /// What `config` says of it, with the file and the line before it.
  package var sentence: String { "\(origin.place): \(reason)" }
}

extension Section.Kind {
  /// What a first word stands for, whatever its case and its number.
  fileprivate init?(meantBy word: String) {
    switch prefix(meantBy: word) {
    case "profile": self = .profile
    case "sso-session": self = .ssoSession
    case "services": self = .services
    default: return nil
    }
  }
}
