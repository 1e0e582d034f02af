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
