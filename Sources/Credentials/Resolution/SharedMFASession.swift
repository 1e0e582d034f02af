import AWSClient
import AWSConfig
import STS
import Secrets
import Text

/// The session of an MFA device that the roles behind it share: one code for all of them (design, section 6).
struct SharedMFASession: Sendable {
  var keys: AWSCredentials?
  fileprivate var session: Session?
  /// AWS called the keys expired once: they are not looked for in the cache again.
  fileprivate var isRenewed = false

  /// Forgets keys that AWS calls expired; false where there are none, or it was done already.
  mutating func drop(_ outside: CredentialDependencies) -> Bool {
    guard let session, keys != nil, !isRenewed else { return false }
    outside.sessions.forget(session.entry, fingerprint: session.fingerprint)
    keys = nil
    isRenewed = true
    return true
  }
}

extension CredentialRequest {
  /// True where a session may stand between the user's keys and the role: it counts as chaining, an hour at most.
  func sharesSession(of hop: RoleHop, _ source: IssuedCredentials) -> Bool {
    chain.sharesDevice && done == 0 && source.keys.sessionToken == nil
      && hop.durationSeconds ?? longestChained <= longestChained
  }

  /// Says, once, that a code is for one entry alone because it wants a longer session than a shared one may give.
  mutating func warnUnshared(
    _ hop: RoleHop, _ source: IssuedCredentials, _ outside: CredentialDependencies
  ) {
    guard chain.sharesDevice, done == 0, source.keys.sessionToken == nil, !warnedOfDuration,
      let seconds = hop.durationSeconds
    else { return }
    warnedOfDuration = true
    outside.say(
      "\(forDisplay(entry)) needs its own MFA code: it requests \(shortDuration(seconds)), and shared MFA "
        + "sessions last at most 1h.")
  }

  /// The keys of the device's session: held, kept, or got for a code and kept.
  mutating func sessionKeys(
    of hop: RoleHop, _ source: IssuedCredentials, typed: Secret?, _ outside: CredentialDependencies
  ) async throws -> CodeOutcome<AWSCredentials> {
    let device = hop.mfaSerial ?? ""
    if sharedDevice.keys == nil { find(device, source, outside) }
    if sharedDevice.keys == nil {
      try await lock("the MFA session of \(device)", mark(device, source), outside)
      find(device, source, outside)
    }
    if let keys = sharedDevice.keys { return .answered(keys) }
    let client = services.client(source, of: chain, for: hop.roleARN, outside)
    let coded = try await codes.call(hop, typed: typed, outside) { code in
      try await client.call(GetSessionToken(mfa: MFA(serialNumber: device, code: code)))
    }
    if case .answered(let keys) = coded {
      let session = session(keys, device, source, outside)
      setSharedSession(session)
      outside.sessions.keep(session)
      unlock(mark(device, source))
    }
    return coded
  }

  private mutating func find(
    _ device: String, _ source: IssuedCredentials, _ outside: CredentialDependencies
  ) {
    guard !sharedDevice.isRenewed,
      let session = outside.sessions.session(
        of: Session.hiddenMark + device, fingerprint: mark(device, source)),
      session.isFresh(at: outside.timing.now(), machine: outside.timing.machineNow())
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
    _ outside: CredentialDependencies
  ) -> Session {
    Session(
      entry: Session.hiddenMark + device, keys: keys, fingerprint: mark(device, source),
      obtained: outside.timing.now(), obtainedHere: outside.timing.machineNow())
  }

  /// The region is no part of it: such a session serves in all.
  private func mark(_ device: String, _ source: IssuedCredentials) -> String {
    sha256(source.keys.digest + "\n" + device)
  }
}
