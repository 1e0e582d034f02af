import Accounts
import Text

/// One of the things that can be chosen before switching.
enum OptionField: Equatable, Sendable, CaseIterable {
  case region, duration, sessionName, sourceIdentity, tags, readOnly

  var label: String {
    switch self {
    case .region: "Region"
    case .duration: "Duration"
    case .sessionName: "Session name"
    case .sourceIdentity: "Source identity"
    case .tags: "Tags"
    case .readOnly: "Read-only"
    }
  }

  /// What stands in the field while it is empty.
  func hint(_ entry: Entry) -> String {
    switch self {
    case .region: entry.region ?? "for example eu-central-1"
    case .duration: "for example 90m or 12h"
    case .tags: "KEY=VALUE, KEY=VALUE"
    case .sessionName, .sourceIdentity, .readOnly: ""
    }
  }

  /// What the field says of a choice that has been made.
  func text(_ choice: SessionOptions) -> String {
    switch self {
    case .region: choice.region ?? ""
    case .duration: choice.durationSeconds.map(shortDuration) ?? ""
    case .sessionName: choice.sessionName ?? ""
    case .sourceIdentity: choice.sourceIdentity ?? ""
    case .tags: choice.tags.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
    case .readOnly: choice.isReadOnly ? "yes" : "no"
    }
  }
}

extension OptionField {
  /// The fields that make sense for an entry, or for a typed role, which is always assumed.
  static func offered(_ entry: Entry, hasRole: Bool) -> [OptionField] {
    let fields: [OptionField] =
      switch hasRole ? .assumeRole : entry.kind {
      case .assumeRole: allCases
      case .webIdentity, .saml: [.region, .duration, .readOnly]
      case .staticKeys, .sso, .process, .login, .environment, .container, .instanceMetadata:
        [.region]
      }
    return fields.filter { $0 != .readOnly || !entry.label.readOnly }
  }
}

extension OptionField {
  /// Puts what was typed into a choice; gives a sentence where it cannot be, with AWS's limit in it.
  func read(_ text: String, into choice: inout SessionOptions) -> String? {
    let text = text.trimmed
    guard !text.isEmpty else { return nil }
    switch self {
    case .region:
      choice.region = text
      return TextLimit.region.violation(in: text)
    case .duration: return readDuration(text, into: &choice)
    case .sessionName:
      choice.sessionName = text
      return TextLimit.sessionName.violation(in: text)
    case .sourceIdentity:
      choice.sourceIdentity = text
      return TextLimit.sourceIdentity.violation(in: text)
    case .tags: return readTags(text, into: &choice)
    case .readOnly:
      choice.isReadOnly = text == "yes"
      return nil
    }
  }

  private func readDuration(_ text: String, into choice: inout SessionOptions) -> String? {
    guard let seconds = parseDuration(text) else {
      return "'\(text)' is not a duration; write e.g. 90m, 12h or 3600."
    }
    choice.durationSeconds = seconds
    guard !(900...43_200 ~= seconds) else { return nil }
    return "\(text) is too \(seconds < 900 ? "short" : "long"); STS accepts 15m to 12h."
  }

  private func readTags(_ text: String, into choice: inout SessionOptions) -> String? {
    for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
        return "'\(word)' is not a tag; write KEY=VALUE."
      }
      let tag = SessionOptions.Tag(String(word[..<equals]), String(word[equals...].dropFirst()))
      if let fault = tag.violation { return fault }
      choice.tags.append(tag)
    }
    let keys = choice.tags.map { $0.key.lowercased() }
    if let twice = keys.first(where: { key in keys.count { $0 == key } > 1 }) {
      return "The tag '\(twice)' is there more than once; upper and lower case do not count."
    }
    return keys.count > 50 ? "AWS takes up to 50 tags; these are \(keys.count)." : nil
  }
}

extension SessionOptions.Tag {
  fileprivate var violation: String? {
    TextLimit.tagKey.violation(in: key) ?? TextLimit.tagValue.violation(in: value)
  }
}

/// What STS takes as one text, and how a text breaks it.
struct TextLimit: Sendable {
  /// As the sentence begins: `A session name`.
  let name: String
  let length: ClosedRange<Int>
  let alphabet: String
  let allows: @Sendable (Unicode.Scalar) -> Bool

  /// A sentence that says what is wrong and what would be right; nil where nothing is.
  func violation(in text: String) -> String? {
    let limit = "\(length.lowerBound) to \(length.upperBound)"
    guard let strange = text.unicodeScalars.first(where: { !allows($0) }) else {
      let count = text.unicodeScalars.count
      return length.contains(count) ? nil : "\(name) has \(limit) characters; this has \(count)."
    }
    return "\(name) cannot hold '\(strange)', only \(alphabet)."
  }
}

extension TextLimit {
  static let sessionName = ascii("A session name")
  static let sourceIdentity = ascii("A source identity")
  static let tagKey = tag("A tag's key", 1...128)
  static let tagValue = tag("A tag's value", 0...256)
  static let region = TextLimit(
    name: "A region", length: 1...63, alphabet: "a to z, digits and -, such as eu-central-1"
  ) { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }

  private static func ascii(_ name: String) -> TextLimit {
    TextLimit(name: name, length: 2...64, alphabet: "ASCII letters, digits and _+=,.@-") {
      $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || "_+=,.@-".unicodeScalars.contains($0)
    }
  }

  private static func tag(_ name: String, _ length: ClosedRange<Int>) -> TextLimit {
    TextLimit(name: name, length: length, alphabet: "letters, digits and _.:/=+-@") {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "_.:/=+-@".unicodeScalars.contains($0)
    }
  }
}
