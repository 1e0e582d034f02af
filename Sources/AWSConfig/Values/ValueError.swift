package import Accounts
import Text

/// A value that its key does not allow, or an unknown key.
package enum ValueError: Sendable, Hashable {
  /// A value in quotes, which are part of it.
  case quoted(KnownKey)
  case region(KnownKey, String, RegionName)
  case account(KnownKey, String)
  /// A duration that is not a number, and the seconds that it means; nil if it is not a duration.
  case notSeconds(String, seconds: Int?)
  /// An ARN that is not of an MFA device that shows codes.
  case device(String)
  case address(KnownKey, String)
  /// A value that STS would reject, and a sentence that names the key.
  case limit(KnownKey, String)
  /// A key that differs by a letter from a known key, which is not set.
  case misspelt(String, KnownKey)
  case foreign(ForeignKey)
  /// An included profile that does not exist.
  case missingInclusion(String, NameHint)
}

/// An error of a value, and its place.
package struct PlacedValueError: Error, Sendable, Hashable {
  /// The profile or section as in sentences: `profile 'a'`, or `[sso-session a]`.
  let owner: String
  package let origin: Origin
  package let error: ValueError
}

extension PlacedValueError {
  /// The diagnostic for `config`: the sentence without its place.
  package var diagnostic: Diagnostic {
    Diagnostic(origin, description.without(place: origin))
  }
}

extension PlacedValueError: CustomStringConvertible {
  /// A sentence with the profile or the section, its file and line, and what to write.
  ///
  /// Possible secrets are masked.
  package var description: String { maskingSecrets(sentence) }

  private var sentence: String {
    let place = "\(owner) (\(origin.place))"
    return switch error {
    case .quoted(let key):
      "The \(key.text) of \(place) is in quotes, which count as part of the value, as with the AWS "
        + "CLI: write it without them."
    case .region(let key, let text, let name):
      "The \(key.text) of \(place) is '\(shortened(maskingLongWords(text)))', \(name.problem)"
    case .account(let key, let text):
      "The \(key.text) of \(place) is '\(shortened(text))', \(accountIDSentence(text))"
    case .notSeconds(let text, let seconds):
      "The duration_seconds of \(place) is '\(shortened(text))', which is not a number, so it is "
        + "ignored, as by the AWS CLI: "
        + (seconds.map { "write \($0)." } ?? "write it in seconds.")
    case .device(let arn):
      "The mfa_serial of \(place) is '\(shortened(arn))', which is not an MFA device that shows "
        + "codes; one looks like arn:aws:iam::111122223333:mfa/NAME."
    case .address(let key, let text):
      "The \(key.text) of \(place) is '\(shortened(maskingUser(text)))', which is not a web "
        + "address; one begins with https://."
    case .limit(_, let sentence): "\(owner.capitalizingFirst) (\(origin.place)): \(sentence)"
    case .misspelt(let written, let key):
      "The key '\(shortened(written))' of \(place) is not read: write \(key.text)."
    case .missingInclusion(let name, let hint):
      "Profile \(owner.dropFirst(8)) (\(origin.place)) includes '\(shortened(name))', which does "
        + "not exist.\(hint.sentence)"
    case .foreign(let key): "The key '\(key.text)' of \(place) is not read: \(key.reason)"
    }
  }
}

private func accountIDSentence(_ text: String) -> String {
  let digits = text.filter { $0.isASCII && $0.isNumber }
  let others = text.filter { !($0.isASCII && $0.isNumber) && !" -.'\"".contains($0) }
  guard others.isEmpty, !digits.isEmpty else {
    return "which is not an AWS account id: that has 12 digits."
  }
  return digits.count == 12
    ? "which is not an AWS account id: write \(digits)."
    : "which has \(digits.count) digits; an AWS account id has 12."
}

extension String {
  fileprivate var capitalizingFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// A value for a sentence: masked, and at most 80 characters long.
func shortened(_ text: String) -> String {
  let text = maskingKeys(text)
  return text.count > 80 ? text.prefix(79) + "…" : text
}
