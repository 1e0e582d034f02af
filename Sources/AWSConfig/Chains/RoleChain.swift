package import Accounts

/// How an entry comes by its credentials: where they start, and the roles assumed from there.
package struct RoleChain: Sendable, Hashable {
  /// The profile that the chain belongs to; nil where the environment alone decides.
  package var profile: String?
  package var base: CredentialSource
  /// The roles to assume, the first one first; empty where the base is all there is.
  package var hops: [RoleHop]
  /// True where other entries assume their first role with the same access key and the same MFA device, so that one
  /// session can serve them all; set by whoever knows the other entries.
  package var sharesDevice = false

  /// How many roles a chain may have: AWS's own limits make one of ten a rarity.
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

/// A role to assume, with all that its profile says of it.
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
  /// The profile's own region, which is the selected profile's only in the last hop.
  package var region: String?
  /// What a choice at the moment of switching adds; a profile has none of it.
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
  /// Throws `ChainError` where what should be the role's ARN is not one, before anything is sent.
  func check() throws(ChainError) {
    try checkRole(roleARN, of: profile, at: origin)
  }

  /// The account that the role is in, by its ARN.
  package var accountID: String? {
    try? ARN(role: roleARN).accountID
  }
}

extension Profile {
  /// Throws `ChainError` where what the profile has for its role's ARN is not one.
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
