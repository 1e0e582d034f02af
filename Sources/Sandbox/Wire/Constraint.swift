/// The constraints of STS's service model for one parameter.
struct Constraint: Sendable {
  /// The parameter's name in messages, like `roleSessionName`.
  var name: String
  var value: String?
  var isRequired = false
  var length: ClosedRange<Int> = 0...Int.max
  /// The range of a number; nil for text.
  var numbers: ClosedRange<Int>?
  /// The allowed ASCII characters besides letters, digits and `_`; nil if all are allowed.
  var punctuation: String?
  /// True if only digits are allowed.
  var isDigits = false
  /// True if letters and digits of all scripts are allowed, and AWS's other characters for tags.
  var isTag = false
  /// True if messages do not repeat the value.
  var isSecret = false

  /// The violated constraints, in the words of AWS's validators; empty if there are none.
  var violations: [String] {
    guard let value else {
      return isRequired
        ? [
          "Value null at '\(name)' failed to satisfy constraint: "
            + "Member must not be null"
        ] : []
    }
    return violations(of: value).map {
      "Value '\(isSecret ? "***" : value)' at '\(name)' failed to satisfy constraint: "
        + "Member must \($0)"
    }
  }

  private func violations(of value: String) -> [String] {
    if let numbers { return numberViolations(of: value, numbers) }
    var found: [String] = []
    if value.unicodeScalars.count < length.lowerBound {
      found.append("have length greater than or equal to \(length.lowerBound)")
    }
    if value.unicodeScalars.count > length.upperBound {
      found.append("have length less than or equal to \(length.upperBound)")
    }
    if let pattern, !value.unicodeScalars.allSatisfy(allows) {
      found.append("satisfy regular expression pattern: \(pattern)")
    }
    return found
  }

  private func numberViolations(of value: String, _ numbers: ClosedRange<Int>) -> [String] {
    guard let number = Int(value) else { return ["be a number"] }
    if number < numbers.lowerBound {
      return ["have value greater than or equal to \(numbers.lowerBound)"]
    }
    return number > numbers.upperBound
      ? ["have value less than or equal to \(numbers.upperBound)"] : []
  }

  private var pattern: String? {
    if isDigits { return "[\\d]*" }
    if isTag { return tagPattern }
    return punctuation.map { "[\\w\($0.replacing("/", with: "\\/"))]*" }
  }

  private func allows(_ scalar: Unicode.Scalar) -> Bool {
    if isTag { return isTagScalar(scalar) }
    return switch scalar {
    case "0"..."9": true
    case "A"..."Z", "a"..."z", "_": !isDigits
    default: !isDigits && punctuation?.unicodeScalars.contains(scalar) ?? true
    }
  }
}

private let tagPattern = "[\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*"

private func isTagScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .spaceSeparator, .lineSeparator, .paragraphSeparator, .decimalNumber, .letterNumber,
    .otherNumber:
    true
  default: "_.:/=+-@".unicodeScalars.contains(scalar)
  }
}

/// Throws one ValidationError with all violations, as STS does.
func check(_ constraints: [Constraint]) throws(FakeAWSError) {
  let violations = constraints.flatMap(\.violations)
  guard !violations.isEmpty else { return }
  let noun = violations.count == 1 ? "error" : "errors"
  throw .validation(
    "\(violations.count) validation \(noun) detected: \(violations.joined(separator: "; "))")
}
