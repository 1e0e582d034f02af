package import Accounts
import Text

/// A section of one of the files: its name without prefix or quotes, where it begins, and what it says.
package struct Section: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case profile, ssoSession, services
    /// `[default]` of the config file, which gives way to `[profile default]`.
    case unprefixedDefault
  }

  package var kind: Kind
  package var name: String
  package var origin: Origin
  package var properties = Properties()

  init(_ kind: Kind, _ name: String, _ origin: Origin) {
    self.kind = kind
    self.name = name
    self.origin = origin
  }
}

/// What a section's header says: the section it opens, or why what stands under it is not read.
enum SectionHeader: Equatable {
  case section(Section.Kind, name: String)
  /// A section that is for other tools, or for none.
  case unread(DiagnosticKind?)
}

extension SectionHeader {
  /// Reads what stands between the brackets of the credentials file, where a section's name is a profile's.
  init(credentials inside: String) {
    let word = firstWord(inside)
    if inside.isEmpty {
      self = .unread(.noName)
    } else if inside == "DEFAULT" {
      self = .unread(.misspelt(inside, meant: "default"))
    } else if word.text == inside {
      self = .section(.profile, name: inside)
    } else if word.text == "profile" {
      self = .unread(.prefixInCredentials(inside, meant: word.rest))
    } else if word.text == "sso-session" {
      self = .unread(.belongsInConfig(inside))
    } else {
      self = .section(.profile, name: inside)
    }
  }

  /// Reads what stands between the brackets of the config file, where all names but `default` have a prefix.
  init(config inside: String) {
    let word = firstWord(inside)
    if inside.isEmpty {
      self = .unread(.noName)
    } else if inside == "default" {
      self = .section(.unprefixedDefault, name: "default")
    } else if inside == "DEFAULT" {
      self = .unread(.misspelt(inside, meant: "default"))
    } else if let kind = Section.Kind(prefix: word.text) {
      self = .prefixed(kind, inside)
    } else if word.text == inside {
      self = .unread(unprefixed(inside))
    } else if let prefix = prefix(meantBy: word.text) {
      self = .unread(.misspelt(inside, meant: "\(prefix) \(word.rest)"))
    } else {
      self = .unread(.unknownSection(inside))
    }
  }

  private static func prefixed(_ kind: Section.Kind, _ inside: String) -> Self {
    guard let words = shellWords(inside), words.count == 2, !words[1].isEmpty else {
      return .unread(.nameNotOneWord(inside))
    }
    return .section(kind, name: words[1])
  }
}

extension Section.Kind {
  fileprivate init?(prefix: String) {
    // The AWS CLI looks only at how the word begins; `profiles` is ours to refuse, since the SDKs do not read it.
    if prefix == "profile" {
      self = .profile
    } else if prefix.hasPrefix("sso-session") {
      self = .ssoSession
    } else if prefix.hasPrefix("services") {
      self = .services
    } else {
      return nil
    }
  }
}

// `[plugins]` and `[preview]` are the AWS CLI's own; anything else without a prefix was likely meant as a profile.
private func unprefixed(_ inside: String) -> DiagnosticKind? {
  switch inside.lowercased() {
  case "plugins", "preview": nil
  case "default": .misspelt(inside, meant: "default")
  default: .noPrefix(inside)
  }
}

/// The prefix that a word stands for, whatever its case and its number; nil where it is none.
func prefix(meantBy word: String) -> String? {
  var stem = Substring(word.lowercased())
  while stem.last == "s" { stem.removeLast() }
  return switch stem {
  case "profile", "sso-session": String(stem)
  case "service": "services"
  default: nil
  }
}

/// The first word of a text, and what follows it.
func firstWord(_ text: String) -> (text: String, rest: String) {
  let scalars = text.unicodeScalars
  guard let end = scalars.firstIndex(where: \.properties.isWhitespace) else { return (text, "") }
  let rest = scalars[end...].drop(while: \.properties.isWhitespace)
  return (String(text[..<end]), String(rest))
}

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
