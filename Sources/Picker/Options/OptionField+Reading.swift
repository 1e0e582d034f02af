import Accounts

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
