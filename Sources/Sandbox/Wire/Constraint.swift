/// What STS asks of one parameter before it looks any further, from the service's model.
struct Constraint: Sendable {
  /// As messages name it: `roleSessionName`.
  var name: String
  var value: String?
  var isRequired = false
  var length: ClosedRange<Int> = 0...Int.max
  /// The values of a number; nil where it is text.
  var numbers: ClosedRange<Int>?
  /// Which ASCII characters may stand beside letters, digits and `_`; nil where any may.
  var punctuation: String?
  /// Only digits may.
  var isDigits = false
  /// Letters and digits of all scripts may, and what AWS lets stand in tags.
  var isTag = false
  /// The value is not told back.
  var isSecret = false

  /// What is wrong, in the words of AWS's validators; empty where nothing is.
  var complaints: [String] {
    guard let value else {
      return isRequired
        ? [
          "Value null at '\(name)' failed to satisfy constraint: "
            + "Member must not be null"
        ] : []
    }
    return violations(of: value).map {
      "Value '\(isSecret ? "***" : value)' at '\(name)' failed to satisfy constraint: Member must \($0)"
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

/// Throws one ValidationError that lists all complaints, as STS does.
func check(_ constraints: [Constraint]) throws(FakeAWSError) {
  let complaints = constraints.flatMap(\.complaints)
  guard !complaints.isEmpty else { return }
  let noun = complaints.count == 1 ? "error" : "errors"
  throw .validation(
    "\(complaints.count) validation \(noun) detected: \(complaints.joined(separator: "; "))")
}
