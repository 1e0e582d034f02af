package import AWSClient
package import Accounts
import Secrets
import Text

/// Asks STS for a role's temporary keys.
package struct AssumeRole: Sendable, Hashable {
  package typealias Tag = SessionOptions.Tag

  package var roleARN: String
  package var sessionName: String
  /// 900 to 43200; the role's own limit may be lower, and a chained role's is 3600.
  package var durationSeconds: Int?
  package var externalID: String?
  package var mfa: MFA?
  package var tags: [Tag]?
  package var transitiveTagKeys: [String]?
  package var sourceIdentity: String?
  package var policyARNs: [String]?
  /// A session policy, as JSON.
  package var policy: String?

  package init(
    roleARN: String, sessionName: String, durationSeconds: Int? = nil, externalID: String? = nil,
    mfa: MFA? = nil, tags: [Tag]? = nil, transitiveTagKeys: [String]? = nil,
    sourceIdentity: String? = nil, policyARNs: [String]? = nil, policy: String? = nil
  ) {
    self.roleARN = roleARN
    self.sessionName = sessionName
    self.durationSeconds = durationSeconds
    self.externalID = externalID
    self.mfa = mfa
    self.tags = tags
    self.transitiveTagKeys = transitiveTagKeys
    self.sourceIdentity = sourceIdentity
    self.policyARNs = policyARNs
    self.policy = policy
  }
}

extension AssumeRole: STSOperation {
  package static let action = "AssumeRole"

  package var form: QueryForm {
    var form = QueryForm(action: Self.action)
    form.add("RoleArn", roleARN)
    form.add("RoleSessionName", sessionName)
    form.add("DurationSeconds", durationSeconds.map(String.init))
    form.add("ExternalId", externalID)
    form.add("SerialNumber", mfa?.serialNumber)
    form.add("TokenCode", mfa?.code.revealed)
    form.add("Tags", tags) { form, prefix, tag in
      form.add(prefix + ".Key", tag.key)
      form.add(prefix + ".Value", tag.value)
    }
    form.add("TransitiveTagKeys", transitiveTagKeys)
    form.add("SourceIdentity", sourceIdentity)
    form.addPolicies(policy, policyARNs)
    return form
  }

  package var context: RequestContext {
    var asked = RequestContext(.assumeRole(roleARN))
    asked.durationSeconds = durationSeconds
    asked.externalID = externalID
    asked.mfaSerial = mfa?.serialNumber
    asked.hasTags = tags?.isEmpty == false
    asked.sourceIdentity = sourceIdentity
    asked.hasSessionPolicy = policy != nil || policyARNs?.isEmpty == false
    return asked
  }

  package static func answer(in result: ResponseElement) throws(ResponseError) -> AssumedRole {
    try AssumedRole(in: result)
  }
}

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

/// A sentence where a session would be shorter or longer than STS allows.
func durationViolation(_ seconds: Int, _ range: ClosedRange<Int>) -> String? {
  guard !range.contains(seconds) else { return nil }
  let fault = seconds < range.lowerBound ? "short" : "long"
  return
    "duration_seconds \(seconds) is too \(fault); STS accepts \(range.lowerBound) to \(range.upperBound)."
}
