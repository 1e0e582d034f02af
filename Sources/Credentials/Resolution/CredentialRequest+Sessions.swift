import AWSClient
import AWSConfig
import Foundation

// A session is kept for every role on the way, so that entries share the roles that they have in common.
extension CredentialRequest {
  /// What the next role is assumed with: what is held, else the longest part of the chain that a session is kept of,
  /// else the base's keys.
  mutating func source(_ outside: CredentialDependencies) async throws -> IssuedCredentials {
    if let held { return held }
    for count in stride(from: chain.hops.count, through: 0, by: -1) where isKept(count) {
      if let granted = kept(count, outside) { return hold(granted, count) }
      // A circle of processes would wait for itself.
      if case .process(let source) = chain.base { try source.checkLoop(outside) }
      try await lock("the session of \(name(count))", fingerprint(count), outside)
      // Whoever had the lock may have kept a session meanwhile.
      if let granted = kept(count, outside) { return hold(granted, count) }
    }
    let granted = try await chain.base.issuedCredentials(services, outside)
    if isKept(0) { keep(granted, 0, outside) }
    return hold(granted, 0)
  }

  /// Goes on from here; whoever waits for this part of the chain finds it kept.
  @discardableResult
  mutating func hold(_ granted: IssuedCredentials, _ count: Int) -> IssuedCredentials {
    held = granted
    done = count
    unlock(fingerprint(count))
    return granted
  }

  /// The session of the chain up to and with its first `count` roles.
  func session(_ count: Int, _ granted: IssuedCredentials, _ outside: CredentialDependencies)
    -> Session
  {
    let isNew = granted.obtained == nil
    return Session(
      entry: name(count), keys: granted.keys, arn: granted.arn, fingerprint: fingerprint(count),
      login: chain.base.login, obtained: granted.obtained ?? outside.timing.now(),
      obtainedHere: isNew ? outside.timing.machineNow() : granted.obtainedHere)
  }

  func keep(_ granted: IssuedCredentials, _ count: Int, _ outside: CredentialDependencies) {
    outside.sessions.keep(session(count, granted, outside))
    if let place = place(count) { outside.roles.keep(granted, at: place) }
  }

  /// Forgets expired keys, so that they are got anew; false where they were already, or cannot be.
  mutating func renew(_ outside: CredentialDependencies) -> Bool {
    if done == 0, sharedDevice.drop(outside) { return true }
    guard done > 0 || chain.base.isRenewable, renewed.insert(done).inserted else { return false }
    outside.sessions.forget(name(done), fingerprint: fingerprint(done))
    held = nil
    return true
  }
}

extension CredentialRequest {
  /// What is kept and fresh, by us or by the AWS CLI.
  private func kept(_ count: Int, _ outside: CredentialDependencies) -> IssuedCredentials? {
    guard !renewed.contains(count) else { return nil }
    let hasLogin = outside.tokens.hasToken(ofLogin: chain.base.login)
    let (now, machine) = (outside.timing.now(), outside.timing.machineNow())
    let session = outside.sessions.session(of: name(count), fingerprint: fingerprint(count))
    if let session, session.isFresh(at: now, machine: machine), hasLogin {
      return IssuedCredentials(
        session.keys, arn: session.arn, obtained: session.obtained,
        obtainedHere: session.obtainedHere)
    }
    // Of what came by a login, `aws sso logout` removes the first role's session alone.
    guard count == 0 || hasLogin else { return nil }
    // The AWS CLI, whose cache that is, goes by the machine's clock.
    return place(count).flatMap { outside.roles.credentials(at: $0, max(now, machine)) }
  }

  private func isKept(_ count: Int) -> Bool { count > 0 || chain.base.isKept }

  private func place(_ count: Int) -> RoleCacheEntry? {
    if count > 0 { return RoleCacheEntry(chain.hops[count - 1]) }
    // The AWS CLI keeps no base's credentials where roles follow (aws.md 4.5).
    return chain.hops.isEmpty ? RoleCacheEntry(chain.base) : nil
  }

  private func name(_ count: Int) -> String {
    if count == chain.hops.count { return entry }
    return count > 0 ? chain.hops[count - 1].profile : chain.base.profile ?? entry
  }

  private func fingerprint(_ count: Int) -> String {
    count == chain.hops.count ? fingerprint : digest(of: chain, roles: count, services)
  }
}

extension CredentialSource {
  /// True for what AWS was asked for; the rest is at hand, or is kept by those who give it.
  fileprivate var isKept: Bool {
    switch self {
    case .sso, .webIdentity, .saml: true
    case .staticKeys, .environment, .process, .login, .container, .instanceMetadata: false
    }
  }

  /// True where asking again may give other keys.
  fileprivate var isRenewable: Bool {
    switch self {
    case .staticKeys, .environment: false
    case .saml(let source): source.assertion != .standardInput
    case .webIdentity, .sso, .process, .login, .container, .instanceMetadata: true
    }
  }

  fileprivate var login: String? {
    guard case .sso(let source) = self else { return nil }
    return source.login.session ?? source.login.startURL
  }
}
