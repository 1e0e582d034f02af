import Secrets

extension SharedConfig {
  /// True where two or more profiles assume their first role with the chain's own long-lived access key and its MFA
  /// device, so that one session of that device can serve them all.
  package func sharesDevice(_ chain: RoleChain, environment: [String: String]) -> Bool {
    guard let device = chain.hops.first?.mfaSerial, let key = chain.base.longLivedKeyID else {
      return false
    }
    // Only where the device is named is a chain looked for: there may be thousands of profiles.
    var count = 0
    for profile in profiles where profile.text(.mfaSerial) == device {
      guard let other = try? self.chain(for: profile.name, environment: environment),
        other.hops.first?.mfaSerial == device, other.base.longLivedKeyID == key
      else { continue }
      count += 1
      if count == 2 { return true }
    }
    return false
  }
}

extension CredentialSource {
  /// The id of an access key that has no session token; nil for all else.
  fileprivate var longLivedKeyID: String? {
    switch self {
    case .staticKeys(let keys, _), .environment(let keys):
      keys.sessionToken == nil ? keys.accessKeyID : nil
    default: nil
    }
  }
}
