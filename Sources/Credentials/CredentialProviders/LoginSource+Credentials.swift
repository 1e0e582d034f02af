import AWSClient
package import AWSConfig
import Files
import Foundation
package import Secrets

/// The keys that `aws login` obtained, renewed where less than five minutes of them are left, as botocore does.
///
/// Throws `LoginError` where only a new `aws login` helps, STS's `ServiceError`, `EndpointError`, `CredentialError`,
/// `CancellationError`.
package func loginCredentials(
  _ source: LoginSource, _ services: ServiceEndpoints, _ outside: CredentialDependencies
) async throws -> AWSCredentials {
  let login = try source.cached(outside)
  guard !login.isFresh(at: outside.timing.now()) else { return login.keys }
  do {
    let patience = TimeBudget(lasts: login.expiresAt > outside.timing.now())
    return try await source.renewed(services, outside, patience).keys
  } catch is CancellationError {
    throw CancellationError()
  } catch  where login.expiresAt > outside.timing.now() {
    return login.keys
  }
}

extension LoginSource {
  fileprivate func cached(_ outside: CredentialDependencies) throws(LoginError) -> ConsoleLogin {
    do throws(ConsoleLoginError) { return try outside.logins.login(of: session) } catch {
      throw problem(error)
    }
  }

  /// What another process has renewed by now, else its successor: the refresh token is good for one use.
  fileprivate func renewed(
    _ services: ServiceEndpoints, _ outside: CredentialDependencies, _ patience: TimeBudget
  ) async throws -> ConsoleLogin {
    let lock = try await outside.locks.take(
      "the login of profile '\(profile)'", variant: "aws login " + LoginCache.file(of: session),
      seconds: patience.lockSeconds, outside.timing)
    defer { lock?.release() }
    let login = try cached(outside)
    guard !login.isFresh(at: outside.timing.now()) else { return login }
    return kept(try await successor(of: login, services, outside, patience), outside)
  }

  private func successor(
    of login: ConsoleLogin, _ services: ServiceEndpoints, _ outside: CredentialDependencies,
    _ patience: TimeBudget
  ) async throws -> ConsoleLogin {
    let signIn = services.client(
      try services.signIn ?? .signIn(region: nil), outside, patience)
    do {
      return login.renewed(by: try await signIn.call(login.renewal), at: outside.timing.now())
    } catch let problem as ServiceError where problem.endsConsoleLogin {
      throw self.problem(.notRenewed(problem))
    }
  }

  /// Written back before it is used.
  private func kept(_ login: ConsoleLogin, _ outside: CredentialDependencies) -> ConsoleLogin {
    do throws(FileWriteError) { try outside.logins.keep(login, of: session) } catch {
      outside.say("\(error) Run `aws login --profile \(shellWord(profile))` when it has ended.")
    }
    return login
  }

  private func problem(_ fault: ConsoleLoginError) -> LoginError {
    .noConsoleLogin(session: session, profile: profile, why: "\(fault)")
  }
}

extension ServiceError {
  /// True where nothing but a new login helps: the key of this one is unusable, or AWS says no.
  fileprivate var endsConsoleLogin: Bool {
    switch self {
    case .invalid: true
    case .refused(let refusal, _): (400..<429).contains(refusal.httpStatus)
    default: false
    }
  }
}
