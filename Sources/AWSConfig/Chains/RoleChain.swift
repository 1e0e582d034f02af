package import Accounts

/// How to get an entry's credentials: their source, and the roles to assume from there.
package struct RoleChain: Sendable, Hashable {
  /// The profile that the chain belongs to; nil if only the environment is used.
  package var profile: String?
  package var base: CredentialSource
  /// The roles to assume, in order; empty if there are only the source's credentials.
  package var hops: [RoleHop]
  /// True if other entries assume their first role with the same access key and MFA device.
  ///
  /// One session can then serve them all. The caller sets it, since it knows the other entries.
  package var sharesDevice = false

  /// The maximum number of roles in a chain; because of AWS's limits, even ten are rare.
  package static let longest = 100

  package init(profile: String?, base: CredentialSource, hops: [RoleHop] = []) {
    self.profile = profile
    self.base = base
    self.hops = hops
  }

  /// The kind of the last step.
  package var kind: Entry.Kind {
    hops.isEmpty ? base.kind : .assumeRole
  }
}

/// A role to assume, with the settings of its profile.
package struct RoleHop: Sendable, Hashable {
  package var profile: String
  package var origin: Origin
  package var roleARN: String
  package var roleSessionName: String?
  package var externalID: String?
  package var mfaSerial: String?
  /// A command that prints an MFA code.
  package var mfaProcess: String?
  package var durationSeconds: Int?
  /// The region in the hop's own profile; only the last hop's is the selected profile's region.
  package var region: String?
  // Session options that are chosen when switching; profiles do not have them.
  package var sourceIdentity: String?
  package var tags: [SessionOptions.Tag] = []
  package var policyARNs: [String] = []
  package var policy: String?

  package init(
    profile: String, origin: Origin = Origin(file: "", line: 0), roleARN: String,
    roleSessionName: String? = nil, externalID: String? = nil, mfaSerial: String? = nil,
    mfaProcess: String? = nil, durationSeconds: Int? = nil, region: String? = nil
  ) {
    self.profile = profile
    self.origin = origin
    self.roleARN = roleARN
    self.roleSessionName = roleSessionName
    self.externalID = externalID
    self.mfaSerial = mfaSerial
    self.mfaProcess = mfaProcess
    self.durationSeconds = durationSeconds
    self.region = region
  }
}

extension RoleHop {
  /// The hop that a profile with a `role_arn` describes.
  init(_ profile: Profile) {
    self.init(
      profile: profile.name, origin: profile.place(of: .roleARN),
      roleARN: profile.text(.roleARN) ?? "",
      roleSessionName: profile.nonEmpty(.roleSessionName),
      externalID: profile.nonEmpty(.externalID), mfaSerial: profile.nonEmpty(.mfaSerial),
      mfaProcess: profile.nonEmpty(.mfaProcess),
      durationSeconds: profile.durationSeconds, region: profile.nonEmpty(.region))
  }
}

extension RoleHop {
  /// Throws `ChainError` if the role's ARN is not the ARN of a role, before anything is sent.
  func check() throws(ChainError) {
    try checkRole(roleARN, of: profile, at: origin)
  }

  /// The role's account, from its ARN.
  package var accountID: String? {
    try? ARN(role: roleARN).accountID
  }
}

extension Profile {
  /// Throws `ChainError` if the profile's role ARN is not the ARN of a role.
  func check(roleARN: String) throws(ChainError) {
    try checkRole(roleARN, of: name, at: place(of: .roleARN))
  }
}

private func checkRole(
  _ roleARN: String, of profile: String, at origin: Origin
) throws(ChainError) {
  do {
    _ = try ARN(role: roleARN)
  } catch {
    throw .notARole(error, profile: profile, origin)
  }
}
