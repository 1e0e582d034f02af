package import Accounts
import Secrets

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
