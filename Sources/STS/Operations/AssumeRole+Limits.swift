import Accounts
import Secrets

// The limits are those of AWS's own model of STS; `\w` in it is ASCII.
extension AssumeRole {
  package var violations: [String] {
    [
      ParameterLimit.roleARN.violation(in: roleARN),
      ParameterLimit.sessionName.violation(in: sessionName),
      durationSeconds.flatMap { durationViolation($0, 900...43_200) },
      externalID.flatMap(ParameterLimit.externalID.violation),
      sourceIdentityViolation,
    ].compactMap(\.self) + (mfa?.violations ?? []) + tagViolations
      + policyViolations(policy, policyARNs)
  }

  private var sourceIdentityViolation: String? {
    guard let sourceIdentity else { return nil }
    guard !sourceIdentity.lowercased().hasPrefix("aws:") else {
      return "source_identity '\(forDisplay(sourceIdentity))' begins with aws:, which AWS keeps "
        + "for itself."
    }
    return ParameterLimit.sourceIdentity.violation(in: sourceIdentity)
  }

  private var tagViolations: [String] {
    let tags = tags ?? []
    let keys = tags.map(\.key) + (transitiveTagKeys ?? [])
    var faults =
      keys.compactMap(ParameterLimit.tagKey.violation) + tags.compactMap(\.valueViolation)
    for (name, count) in [("tags", tags.count), ("transitive tag keys", transitiveTagKeys?.count)] {
      if let count, count > 50 { faults.append("There are \(count) \(name); STS takes up to 50.") }
    }
    let repeated = Dictionary(grouping: tags) { $0.key.lowercased() }.filter { $1.count > 1 }
    return faults
      + repeated.keys.sorted().map {
        "The tag '\(forDisplay($0))' is given more than once; upper and lower case do not count."
      }
  }
}

extension AssumeRole.Tag {
  fileprivate var valueViolation: String? {
    key.lowercased().hasPrefix("aws:")
      ? "The tag '\(forDisplay(key))' begins with aws:, which AWS keeps for itself."
      : ParameterLimit.tagValue(of: key).violation(in: value)
  }
}

extension MFA {
  /// What is wrong with the device's name or the code; the code itself is not shown.
  var violations: [String] {
    let code = code.revealed
    let isCode = code.utf8.count == 6 && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let codeFault =
      isCode
      ? nil
      : "The MFA code for '\(forDisplay(serialNumber))' is not six digits, 0 to 9; it has "
        + "\(code.count) characters."
    return [ParameterLimit.mfaSerial.violation(in: serialNumber), codeFault].compactMap(\.self)
  }
}

/// A sentence where a session would be shorter or longer than STS allows.
func durationViolation(_ seconds: Int, _ range: ClosedRange<Int>) -> String? {
  guard !range.contains(seconds) else { return nil }
  let fault = seconds < range.lowerBound ? "short" : "long"
  return
    "duration_seconds \(seconds) is too \(fault); STS accepts \(range.lowerBound) to \(range.upperBound)."
}
