import AWSClient
import Text

/// The length and the characters that STS allows in one text parameter.
struct ParameterLimit: Sendable {
  /// The name that users know: the key in a profile, if there is one.
  let name: String
  let length: ClosedRange<Int>
  /// The allowed characters in words, for error messages.
  let alphabet: String
  let allows: @Sendable (Unicode.Scalar) -> Bool

  /// A sentence that names the parameter, the error and the limit; nil if the value is valid.
  func violation(in value: String) -> String? {
    if let scalar = value.unicodeScalars.first(where: { !allows($0) }) {
      return
        "\(name) '\(forDisplay(value))' contains \(characterName(scalar)); STS accepts \(alphabet)."
    }
    let count = value.unicodeScalars.count
    guard !length.contains(count) else { return nil }
    let size = "\(count) character\(count == 1 ? "" : "s")"
    return "\(name) '\(forDisplay(value))' has \(size); STS accepts "
      + "\(length.lowerBound) to \(length.upperBound)."
  }
}

extension ParameterLimit {
  static let roleARN = ParameterLimit("role_arn", 20...2048, "printable characters", isPrintable)
  static let policyARN = ParameterLimit(
    "The policy ARN", 20...2048, "printable characters", isPrintable)
  static let principalARN = ParameterLimit(
    "saml_principal_arn", 20...2048, "printable characters", isPrintable)
  static let sessionName = ascii("role_session_name", 2...64, "_+=,.@-")
  static let sourceIdentity = ascii("source_identity", 2...64, "_+=,.@-")
  static let externalID = ascii("external_id", 2...1224, "_+=,.@:/-")
  static let mfaSerial = ascii("mfa_serial", 9...256, "_+=/:,.@-")
  static let tagKey = tag("The tag key", 1...128)
  static let policy = ParameterLimit(
    "The session policy", 1...Int.max, "tabs, line breaks and characters up to U+00FF"
  ) { ["\t", "\n", "\r"].contains($0) || (0x20...0xFF).contains($0.value) }

  static func tagValue(of key: String) -> ParameterLimit {
    tag("The value of the tag '\(forDisplay(key))':", 0...256)
  }

  private static func ascii(_ name: String, _ length: ClosedRange<Int>, _ marks: String)
    -> ParameterLimit
  {
    let alphabet = "ASCII letters, digits and \(marks)"
    return ParameterLimit(name, length, alphabet) {
      $0.isASCIILetterOrDigit || marks.unicodeScalars.contains($0)
    }
  }

  private static func tag(_ name: String, _ length: ClosedRange<Int>) -> ParameterLimit {
    ParameterLimit(name, length, "letters, digits, spaces and _.:/=+-@", isTagCharacter)
  }

  private init(
    _ name: String, _ length: ClosedRange<Int>, _ alphabet: String,
    _ allows: @escaping @Sendable (Unicode.Scalar) -> Bool
  ) {
    self.init(name: name, length: length, alphabet: alphabet, allows: allows)
  }
}

private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
}

private func isTagCharacter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .decimalNumber, .letterNumber, .otherNumber, .spaceSeparator, .lineSeparator,
    .paragraphSeparator:
    true
  default: "_.:/=+-@".unicodeScalars.contains(scalar)
  }
}

private func characterName(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case " ": "a space"
  case "\t": "a tab"
  case "\n", "\r": "a line break"
  case _ where isPrintable(scalar): "'\(forDisplay(String(scalar)))'"
  default: "the control character U+" + hexadecimal([UInt8(truncatingIfNeeded: scalar.value)])
  }
}

/// The errors in session policies, a sentence each; empty if there are none.
///
/// The limit of 2,048 characters applies to the policy and the ARNs together, as AWS documents.
func policyViolations(_ policy: String?, _ arns: [String]?) -> [String] {
  let arns = arns ?? []
  var violations = arns.compactMap(ParameterLimit.policyARN.violation)
  if let policy, let violation = ParameterLimit.policy.violation(in: policy) {
    violations.append(violation)
  }
  if arns.count > 10 {
    violations.append("There are \(arns.count) session policy ARNs; STS accepts up to 10.")
  }
  let length = (policy ?? "").count + arns.map(\.count).reduce(0, +)
  if length > 2048 {
    violations.append(
      "The session policy and the policy ARNs have \(length) characters together; STS accepts "
        + "up to 2048.")
  }
  return violations
}

extension QueryForm {
  /// Adds session policies, in the form that all operations for roles use.
  mutating func addPolicies(_ policy: String?, _ arns: [String]?) {
    add("PolicyArns", arns) { form, prefix, arn in form.add(prefix + ".arn", arn) }
    add("Policy", policy)
  }
}

/// A sentence for a token or an assertion of a length that STS does not allow; nil if it is
/// allowed.
///
/// The sentence does not show the token.
func lengthViolation(_ name: String, _ length: Int, _ range: ClosedRange<Int>) -> String? {
  guard !range.contains(length) else { return nil }
  return "\(name) has \(length) characters; STS accepts \(range.lowerBound) to \(range.upperBound)."
}
