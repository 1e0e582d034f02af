import Accounts
import Text

/// A field of the options form.
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

  /// The text shown while the field is empty.
  func hint(_ entry: Entry) -> String {
    switch self {
    case .region: entry.region ?? "for example eu-central-1"
    case .duration: "for example 90m or 12h"
    case .tags: "KEY=VALUE, KEY=VALUE"
    case .sessionName, .sourceIdentity, .readOnly: ""
    }
  }

  /// The field's text for given options.
  func text(_ options: SessionOptions) -> String {
    switch self {
    case .region: options.region ?? ""
    case .duration: options.durationSeconds.map(shortDuration) ?? ""
    case .sessionName: options.sessionName ?? ""
    case .sourceIdentity: options.sourceIdentity ?? ""
    case .tags: options.tags.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
    case .readOnly: options.isReadOnly ? "yes" : "no"
    }
  }
}

extension OptionField {
  /// The fields that apply to an entry, or to a typed role, which is always assumed.
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
  /// Reads typed text into the options.
  ///
  /// It returns a sentence with AWS's limit if the text is invalid.
  func read(_ text: String, into options: inout SessionOptions) -> String? {
    let text = text.trimmed
    guard !text.isEmpty else { return nil }
    switch self {
    case .region:
      options.region = text
      return TextLimit.region.violation(in: text)
    case .duration: return readDuration(text, into: &options)
    case .sessionName:
      options.sessionName = text
      return TextLimit.sessionName.violation(in: text)
    case .sourceIdentity:
      options.sourceIdentity = text
      return TextLimit.sourceIdentity.violation(in: text)
    case .tags: return readTags(text, into: &options)
    case .readOnly:
      options.isReadOnly = text == "yes"
      return nil
    }
  }

  private func readDuration(_ text: String, into options: inout SessionOptions) -> String? {
    guard let seconds = parseDuration(text) else {
      return "'\(text)' is not a duration; write e.g. 90m, 12h or 3600."
    }
    options.durationSeconds = seconds
    guard !(900...43_200 ~= seconds) else { return nil }
    return "\(text) is too \(seconds < 900 ? "short" : "long"); STS accepts 15m to 12h."
  }

  private func readTags(_ text: String, into options: inout SessionOptions) -> String? {
    for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
        return "'\(word)' is not a tag; write KEY=VALUE."
      }
      let tag = SessionOptions.Tag(String(word[..<equals]), String(word[equals...].dropFirst()))
      if let sentence = tag.violation { return sentence }
      options.tags.append(tag)
    }
    let keys = options.tags.map { $0.key.lowercased() }
    if let twice = keys.first(where: { key in keys.count { $0 == key } > 1 }) {
      return "The tag '\(twice)' is set more than once; upper and lower case are the same."
    }
    return keys.count > 50 ? "AWS accepts up to 50 tags; these are \(keys.count)." : nil
  }
}

extension SessionOptions.Tag {
  fileprivate var violation: String? {
    TextLimit.tagKey.violation(in: key) ?? TextLimit.tagValue.violation(in: value)
  }
}

/// The limits of STS for a text.
struct TextLimit: Sendable {
  /// The start of the sentence: `A session name`.
  let name: String
  let length: ClosedRange<Int>
  let alphabet: String
  let allows: @Sendable (Unicode.Scalar) -> Bool

  /// A sentence about the violation and the limit; nil if the text is valid.
  func violation(in text: String) -> String? {
    let limit = "\(length.lowerBound) to \(length.upperBound)"
    guard let strange = text.unicodeScalars.first(where: { !allows($0) }) else {
      let count = text.unicodeScalars.count
      return length.contains(count) ? nil : "\(name) has \(limit) characters; this has \(count)."
    }
    return "\(name) cannot contain '\(strange)', only \(alphabet)."
  }
}

extension TextLimit {
  static let sessionName = ascii("A session name")
  static let sourceIdentity = ascii("A source identity")
  static let tagKey = tag("A tag's key", 1...128)
  static let tagValue = tag("A tag's value", 0...256)
  static let region = TextLimit(
    name: "A region", length: 1...63, alphabet: "a to z, digits and -, for example eu-central-1"
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
