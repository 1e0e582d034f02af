import AWSClient
import AWSConfig
import STS
import Secrets
import Text

/// The session of an MFA device that several roles share, so that one code is enough for all of
/// them.
struct SharedMFASession: Sendable {
  var keys: AWSCredentials?
  fileprivate var session: Session?
  /// True if AWS reported the credentials as expired.
  ///
  /// Then the cache is not used again.
  fileprivate var isRenewed = false

  /// Drops credentials that AWS reported as expired; false if there are none, or if this was done
  /// already.
  mutating func drop(_ dependencies: CredentialDependencies) -> Bool {
    guard let session, keys != nil, !isRenewed else { return false }
    dependencies.sessions.forget(session.entry, fingerprint: session.fingerprint)
    keys = nil
    isRenewed = true
    return true
  }
}

extension CredentialRequest {
  /// True if a shared session can be used for the role.
  ///
  /// This counts as role chaining, which AWS limits to one hour.
  func sharesSession(of hop: RoleHop, _ source: IssuedCredentials) -> Bool {
    chain.sharesDevice && done == 0 && source.keys.sessionToken == nil
      && hop.durationSeconds ?? longestChained <= longestChained
  }

  /// Reports once that a code is for one entry only, because its session is longer than a shared
  /// one can be.
  mutating func warnUnshared(
    _ hop: RoleHop, _ source: IssuedCredentials, _ dependencies: CredentialDependencies
  ) {
    guard chain.sharesDevice, done == 0, source.keys.sessionToken == nil, !warnedOfDuration,
      let seconds = hop.durationSeconds
    else { return }
    warnedOfDuration = true
    dependencies.say(
      "\(forDisplay(entry)) needs its own MFA code: it requests \(shortDuration(seconds)), and "
        + "shared MFA "
        + "sessions last at most 1h.")
  }

  /// The credentials of the device's session: in use, cached, or obtained with a code and then
  /// cached.
  mutating func sessionKeys(
    of hop: RoleHop, _ source: IssuedCredentials, typed: Secret?,
    _ dependencies: CredentialDependencies
  ) async throws -> CodeOutcome<AWSCredentials> {
    let device = hop.mfaSerial ?? ""
    if sharedDevice.keys == nil { find(device, source, dependencies) }
    if sharedDevice.keys == nil {
      try await lock("the MFA session of \(device)", mark(device, source), dependencies)
      find(device, source, dependencies)
    }
    if let keys = sharedDevice.keys { return .answered(keys) }
    let client = services.client(source, of: chain, for: hop.roleARN, dependencies)
    let coded = try await codes.call(hop, typed: typed, dependencies) { code in
      try await client.call(GetSessionToken(mfa: MFA(serialNumber: device, code: code)))
    }
    if case .answered(let keys) = coded {
      let session = session(keys, device, source, dependencies)
      setSharedSession(session)
      dependencies.sessions.keep(session)
      unlock(mark(device, source))
    }
    return coded
  }

  private mutating func find(
    _ device: String, _ source: IssuedCredentials, _ dependencies: CredentialDependencies
  ) {
    guard !sharedDevice.isRenewed,
      let session = dependencies.sessions.session(
        of: Session.hiddenMark + device, fingerprint: mark(device, source)),
      session.isFresh(at: dependencies.timing.now(), machine: dependencies.timing.machineNow())
    else { return }
    setSharedSession(session)
    unlock(mark(device, source))
  }

  private mutating func setSharedSession(_ session: Session) {
    sharedDevice.keys = session.keys
    sharedDevice.session = session
  }

  private func session(
    _ keys: AWSCredentials, _ device: String, _ source: IssuedCredentials,
    _ dependencies: CredentialDependencies
  ) -> Session {
    Session(
      entry: Session.hiddenMark + device, keys: keys, fingerprint: mark(device, source),
      obtained: dependencies.timing.now(), obtainedHere: dependencies.timing.machineNow())
  }

  /// The key of a session.
  ///
  /// It has no region, because such a session is valid in all regions.
  private func mark(_ device: String, _ source: IssuedCredentials) -> String {
    sha256(source.keys.digest + "\n" + device)
  }
}
