package import Accounts
import Text

/// A section of a file: its name without prefix or quotes, its place, and its properties.
package struct Section: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case profile, ssoSession, services
    /// `[default]` in the config file; `[profile default]` wins over it.
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

/// The meaning of a header: the section that it opens, or why the lines under it are not read.
enum SectionHeader: Equatable {
  case section(Section.Kind, name: String)
  /// A section for other tools, or for none.
  case unread(DiagnosticKind?)
}

extension SectionHeader {
  /// Reads the text between brackets in the credentials file, where sections are profiles.
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

  /// Reads the text between brackets in the config file, where all names but `default` have a
  /// prefix.
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
    // The AWS CLI only compares the start of the word. `profiles` is not accepted here, since the
    // SDKs do not read it.
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

// `[plugins]` and `[preview]` belong to the AWS CLI; other names were likely meant as profiles.
private func unprefixed(_ inside: String) -> DiagnosticKind? {
  switch inside.lowercased() {
  case "plugins", "preview": nil
  case "default": .misspelt(inside, meant: "default")
  default: .noPrefix(inside)
  }
}

/// The prefix that a word means, in upper or lower case, singular or plural; nil if it is not one.
func prefix(meantBy word: String) -> String? {
  var stem = Substring(word.lowercased())
  while stem.last == "s" { stem.removeLast() }
  return switch stem {
  case "profile", "sso-session": String(stem)
  case "service": "services"
  default: nil
  }
}

/// The first word of a text, and the text after it.
func firstWord(_ text: String) -> (text: String, rest: String) {
  let scalars = text.unicodeScalars
  guard let end = scalars.firstIndex(where: \.properties.isWhitespace) else { return (text, "") }
  let rest = scalars[end...].drop(while: \.properties.isWhitespace)
  return (String(text[..<end]), String(rest))
}

/// A section that is not read, because AWS's tools do not accept its header.
package struct IgnoredSection: Sendable, Hashable {
  /// The kind that was most likely meant, and the name that the section would have.
  let kind: Section.Kind
  let name: String
  /// The place of its header.
  package let origin: Origin
  private let reason: DiagnosticKind

  /// Takes the header's text; brackets are left out.
  init(_ header: String, _ reason: DiagnosticKind, _ origin: Origin) {
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
    self.reason = reason
    self.origin = origin
  }

  /// The message of `config` about it, with the file and the line before it.
  package var sentence: String { "\(origin.place): \(reason)" }
}

extension Section.Kind {
  /// The kind that a first word means, in upper or lower case, singular or plural.
  fileprivate init?(meantBy word: String) {
    switch prefix(meantBy: word) {
    case "profile": self = .profile
    case "sso-session": self = .ssoSession
    case "services": self = .services
    default: return nil
    }
  }
}
