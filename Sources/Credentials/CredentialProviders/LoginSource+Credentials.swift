import AWSClient
package import AWSConfig
import Files
import Foundation
package import Secrets

/// The credentials from `aws login`, renewed if they expire within five minutes, as in botocore.
///
/// Throws `LoginError` if only a new `aws login` helps, `ServiceError`, `EndpointError`,
/// `CredentialError`, `CancellationError`.
package func loginCredentials(
  _ source: LoginSource, _ services: ServiceEndpoints, _ dependencies: CredentialDependencies
) async throws -> AWSCredentials {
  let login = try source.cached(dependencies)
  guard !login.isFresh(at: dependencies.timing.now()) else { return login.keys }
  do {
    let budget = TimeBudget(lasts: login.expiresAt > dependencies.timing.now())
    return try await source.renewed(services, dependencies, budget).keys
  } catch is CancellationError {
    throw CancellationError()
  } catch  where login.expiresAt > dependencies.timing.now() {
    return login.keys
  }
}

extension LoginSource {
  fileprivate func cached(_ dependencies: CredentialDependencies) throws(LoginError) -> ConsoleLogin
  {
    do throws(ConsoleLoginError) { return try dependencies.logins.login(of: session) } catch {
      throw loginError(error)
    }
  }

  /// The login, renewed here unless another process has renewed it: a refresh token works only
  /// once.
  fileprivate func renewed(
    _ services: ServiceEndpoints, _ dependencies: CredentialDependencies, _ budget: TimeBudget
  ) async throws -> ConsoleLogin {
    let lock = try await dependencies.locks.take(
      "the login of profile '\(profile)'", variant: "aws login " + LoginCache.file(of: session),
      seconds: budget.lockSeconds, dependencies.timing)
    defer { lock?.release() }
    let login = try cached(dependencies)
    guard !login.isFresh(at: dependencies.timing.now()) else { return login }
    return kept(try await successor(of: login, services, dependencies, budget), dependencies)
  }

  private func successor(
    of login: ConsoleLogin, _ services: ServiceEndpoints, _ dependencies: CredentialDependencies,
    _ budget: TimeBudget
  ) async throws -> ConsoleLogin {
    let signIn = services.client(
      try services.signIn ?? .signIn(region: nil), dependencies, budget)
    do {
      return login.renewed(by: try await signIn.call(login.renewal), at: dependencies.timing.now())
    } catch let error as ServiceError where error.endsConsoleLogin {
      throw loginError(.notRenewed(error))
    }
  }

  /// Writes the login to the cache before it is used.
  private func kept(_ login: ConsoleLogin, _ dependencies: CredentialDependencies) -> ConsoleLogin {
    do throws(FileWriteError) { try dependencies.logins.keep(login, of: session) } catch {
      dependencies.say(
        "\(error) Run `aws login --profile \(shellWord(profile))` when it has ended.")
    }
    return login
  }

  private func loginError(_ error: ConsoleLoginError) -> LoginError {
    .noConsoleLogin(session: session, profile: profile, why: "\(error)")
  }
}

extension ServiceError {
  /// True if only a new login helps: the key of this login is unusable, or AWS refuses it.
  fileprivate var endsConsoleLogin: Bool {
    switch self {
    case .invalid: true
    case .refused(let response, _): (400..<429).contains(response.httpStatus)
    case .wrongCode, .codeMayBeUsed, .noResponse, .unavailable, .unreadable, .timedOut: false
    }
  }
}
