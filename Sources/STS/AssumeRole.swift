package import AWSClient
package import Accounts
import Secrets
import Text

/// Gets temporary credentials for a role from STS.
package struct AssumeRole: Sendable, Hashable {
  package typealias Tag = SessionOptions.Tag

  package var roleARN: String
  package var sessionName: String
  /// 900 to 43200; the role's own limit may be lower, and the limit of a chained role is 3600.
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
    var context = RequestContext(.assumeRole(roleARN))
    context.durationSeconds = durationSeconds
    context.externalID = externalID
    context.mfaSerial = mfa?.serialNumber
    context.hasTags = tags?.isEmpty == false
    context.sourceIdentity = sourceIdentity
    context.hasSessionPolicy = policy != nil || policyARNs?.isEmpty == false
    return context
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
      return "source_identity '\(forDisplay(sourceIdentity))' begins with aws:, which AWS reserves."
    }
    return ParameterLimit.sourceIdentity.violation(in: sourceIdentity)
  }

  private var tagViolations: [String] {
    let tags = tags ?? []
    let keys = tags.map(\.key) + (transitiveTagKeys ?? [])
    var violations =
      keys.compactMap(ParameterLimit.tagKey.violation) + tags.compactMap(\.valueViolation)
    for (name, count) in [("tags", tags.count), ("transitive tag keys", transitiveTagKeys?.count)] {
      guard let count, count > 50 else { continue }
      violations.append("There are \(count) \(name); STS accepts up to 50.")
    }
    let repeated = Dictionary(grouping: tags) { $0.key.lowercased() }.filter { $1.count > 1 }
    return violations
      + repeated.keys.sorted().map {
        "The tag '\(forDisplay($0))' is given more than once; tag keys are not case-sensitive."
      }
  }
}

extension AssumeRole.Tag {
  fileprivate var valueViolation: String? {
    key.lowercased().hasPrefix("aws:")
      ? "The tag '\(forDisplay(key))' begins with aws:, which AWS reserves."
      : ParameterLimit.tagValue(of: key).violation(in: value)
  }
}

/// A sentence for a session duration that STS does not allow; nil if it is allowed.
func durationViolation(_ seconds: Int, _ range: ClosedRange<Int>) -> String? {
  guard !range.contains(seconds) else { return nil }
  let violation = seconds < range.lowerBound ? "short" : "long"
  return "duration_seconds \(seconds) is too \(violation); "
    + "STS accepts \(range.lowerBound) to \(range.upperBound)."
}
