package import Accounts
package import Secrets

/// How an entry comes by its credentials: where they start, and the roles assumed from there.
package struct RoleChain: Sendable, Hashable {
  /// The profile that the chain belongs to; nil where the environment alone decides.
  package var profile: String?
  package var base: Base
  /// The roles to assume, the first one first; empty where the base is all there is.
  package var hops: [RoleHop]

  package init(profile: String?, base: Base, hops: [RoleHop] = []) {
    self.profile = profile
    self.base = base
    self.hops = hops
  }

  /// The kind of the last step.
  package var kind: Entry.Kind {
    hops.isEmpty ? base.kind : .assumeRole
  }
}

/// Where a chain's first credentials come from.
package enum Base: Sendable, Hashable {
  case staticKeys(Keys, profile: String)
  /// The access key of the environment's variables.
  case environment(Keys)
  /// Recognised, in its right place in the order, and not built yet: using it is an honest error.
  case later(Entry.Kind, profile: String)

  package var kind: Entry.Kind {
    switch self {
    case .staticKeys: .staticKeys
    case .environment: .environment
    case .later(let kind, _): kind
    }
  }

  /// The profile that holds it; nil for the environment.
  package var profile: String? {
    switch self {
    case .staticKeys(_, let profile), .later(_, let profile): profile
    case .environment: nil
    }
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
  /// The hop that a profile with a `role_arn` describes; a duration that is no number is ignored, as the CLI does.
  init(_ profile: Profile) {
    self.init(
      profile: profile.name, origin: profile.place(of: .roleARN),
      roleARN: profile.text(.roleARN) ?? "",
      roleSessionName: profile.nonEmpty(.roleSessionName),
      externalID: profile.nonEmpty(.externalID), mfaSerial: profile.nonEmpty(.mfaSerial),
      mfaProcess: profile.nonEmpty(.mfaProcess),
      durationSeconds: profile.text(.durationSeconds).flatMap { Int($0) },
      region: profile.nonEmpty(.region))
  }
}
