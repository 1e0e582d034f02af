import AWSClient
package import Secrets
import Text

/// An MFA code is needed, and the caller cannot ask for one.
package struct CodeNeededError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The name of the plan.
  package var entry: String
  package var request: CodeRequest

  package var description: String {
    "\(entry.cleaned) needs an MFA code of \(request.device.cleaned). Run this on a terminal, or "
      + "switch to the entry once before."
  }
}

extension Plan {
  /// The session, from the cache or from AWS.
  ///
  /// Asks for MFA codes until AWS accepts one, and for one login. Each step may take `callTimeout`
  /// seconds, without the time for asking. While a code is asked for, other processes wait for
  /// this session.
  ///
  /// Throws `CodeNeededError` or `LoginNeededError` if the function to ask with is nil, the errors
  /// of these functions, `CredentialError`, `ServiceError`, `LoginError`, `EndpointError`,
  /// `CancellationError`.
  package func resolve(
    with dependencies: CredentialDependencies,
    askForCode: (@Sendable (CodeRequest) async throws -> Secret)? = nil,
    logIn: (@Sendable (LoginNeededError) async throws -> Void)? = nil
  ) async throws -> Session {
    do {
      return try await session(dependencies, askForCode)
    } catch let needed as LoginNeededError {
      guard let logIn else { throw needed }
      try await logIn(needed)
      return try await session(dependencies, askForCode)
    }
  }

  private func session(
    _ dependencies: CredentialDependencies,
    _ askForCode: (@Sendable (CodeRequest) async throws -> Secret)?
  ) async throws -> Session {
    var request = request()
    // A cancelled request for a code must not keep other processes waiting.
    defer { request.releaseLocks() }
    var code: Secret?
    while true {
      let progress = try await withTimeout { [request, code] in
        try await request.progress(code: code, through: dependencies)
      }
      switch progress {
      case .done(let session): return session
      case .codeNeeded(let needed, let rest):
        request = rest
        try Task.checkCancellation()
        guard let askForCode else { throw CodeNeededError(entry: name, request: needed) }
        code = try await askForCode(needed)
      }
    }
  }

  /// True if a cached session can be used, so that AWS need not be called.
  package func hasSession(in dependencies: CredentialDependencies) -> Bool {
    let timing = dependencies.timing
    let fingerprint = request().fingerprint
    guard let session = dependencies.sessions.session(of: name, fingerprint: fingerprint),
      dependencies.tokens.hasLogin(of: session)
    else { return false }
    return session.isFresh(at: timing.now(), machine: timing.machineNow())
  }

  /// The request for the credentials, before its first call.
  private func request() -> CredentialRequest {
    CredentialRequest(entry: name, chain: chain, services: services)
  }
}
