package import STS

/// Where each service that credentials may come from is asked, for one entry.
package struct ServiceEndpoints: Sendable, Hashable {
  package var sts: Endpoint
  /// The portal of Identity Center, its OIDC service, and console sign-in; nil where no part of the chain needs them.
  package var sso: Endpoint?
  package var oidc: Endpoint?
  package var signIn: Endpoint?
  /// Calls tried for each request, the first included (`AWS_MAX_ATTEMPTS`).
  package var attempts: Int

  package init(
    sts: Endpoint, sso: Endpoint? = nil, oidc: Endpoint? = nil, signIn: Endpoint? = nil,
    attempts: Int = 3
  ) {
    self.sts = sts
    self.sso = sso
    self.oidc = oidc
    self.signIn = signIn
    self.attempts = attempts
  }
}
