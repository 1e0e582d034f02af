import AWSClient
import AWSConfig
import Foundation

// A session is kept for every role of a chain, so that entries share the roles that they have in
// common.
extension CredentialRequest {
  /// The credentials that assume the next role: those in use, else of the longest part of the chain
  /// with a cached session, else of the chain's source.
  mutating func source(_ dependencies: CredentialDependencies) async throws -> IssuedCredentials {
    if let held { return held }
    for count in stride(from: chain.hops.count, through: 0, by: -1) where isKept(count) {
      if let issued = kept(count, dependencies) { return hold(issued, count) }
      // A loop of processes would wait for itself.
      if case .process(let source) = chain.base { try source.checkLoop(dependencies) }
      try await lock("the session of \(name(count))", fingerprint(count), dependencies)
      // The process that had the lock may have cached a session meanwhile.
      if let issued = kept(count, dependencies) { return hold(issued, count) }
    }
    let issued = try await chain.base.issuedCredentials(services, dependencies)
    if isKept(0) { keep(issued, 0, dependencies) }
    return hold(issued, 0)
  }

  /// Continues with these credentials.
  ///
  /// Processes that wait for this part of the chain find it in the cache.
  @discardableResult
  mutating func hold(_ issued: IssuedCredentials, _ count: Int) -> IssuedCredentials {
    held = issued
    done = count
    unlock(fingerprint(count))
    return issued
  }

  /// The session of the chain's first `count` roles.
  func session(_ count: Int, _ issued: IssuedCredentials, _ dependencies: CredentialDependencies)
    -> Session
  {
    let isNew = issued.obtained == nil
    return Session(
      entry: name(count), keys: issued.keys, arn: issued.arn, fingerprint: fingerprint(count),
      login: chain.base.login, obtained: issued.obtained ?? dependencies.timing.now(),
      obtainedHere: isNew ? dependencies.timing.machineNow() : issued.obtainedHere)
  }

  func keep(_ issued: IssuedCredentials, _ count: Int, _ dependencies: CredentialDependencies) {
    dependencies.sessions.keep(session(count, issued, dependencies))
    if let place = place(count) { dependencies.roles.keep(issued, at: place) }
  }

  /// Drops expired credentials, so that new ones are obtained; false if this was done already or is
  /// not possible.
  mutating func renew(_ dependencies: CredentialDependencies) -> Bool {
    if done == 0, sharedDevice.drop(dependencies) { return true }
    guard done > 0 || chain.base.isRenewable, renewed.insert(done).inserted else { return false }
    dependencies.sessions.forget(name(done), fingerprint: fingerprint(done))
    held = nil
    return true
  }
}

extension CredentialRequest {
  /// Fresh credentials from our cache or the AWS CLI's.
  private func kept(_ count: Int, _ dependencies: CredentialDependencies) -> IssuedCredentials? {
    guard !renewed.contains(count) else { return nil }
    let hasLogin = dependencies.tokens.hasToken(ofLogin: chain.base.login)
    let (now, machine) = (dependencies.timing.now(), dependencies.timing.machineNow())
    let session = dependencies.sessions.session(of: name(count), fingerprint: fingerprint(count))
    if let session, session.isFresh(at: now, machine: machine), hasLogin {
      return IssuedCredentials(
        session.keys, arn: session.arn, obtained: session.obtained,
        obtainedHere: session.obtainedHere)
    }
    // `aws sso logout` removes only the session of a login's first role.
    guard count == 0 || hasLogin else { return nil }
    // The AWS CLI, which owns this cache, uses the machine's clock.
    return place(count).flatMap { dependencies.roles.credentials(at: $0, max(now, machine)) }
  }

  private func isKept(_ count: Int) -> Bool { count > 0 || chain.base.isKept }

  private func place(_ count: Int) -> RoleCacheEntry? {
    if count > 0 { return RoleCacheEntry(chain.hops[count - 1]) }
    // The AWS CLI does not cache the credentials of a source that roles follow.
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
  /// True for credentials that AWS issues on request.
  ///
  /// The others are available locally, or cached by their source.
  fileprivate var isKept: Bool {
    switch self {
    case .sso, .webIdentity, .saml: true
    case .staticKeys, .environment, .process, .login, .container, .instanceMetadata: false
    }
  }

  /// True if another request may give new credentials.
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
