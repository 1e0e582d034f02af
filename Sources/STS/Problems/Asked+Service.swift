extension RequestContext {
  /// Who was asked.
  enum Service: Sendable, Hashable {
    case sts
    /// The two services of Identity Center: role credentials, and logins.
    case portal, oidc
    case signIn
    case container, instance
  }

  var service: Service {
    switch action {
    case .assumeRole, .assumeRoleWithWebIdentity, .assumeRoleWithSAML, .getSessionToken,
      .getCallerIdentity:
      .sts
    case .roleCredentials, .logout: .portal
    case .registerClient, .startDeviceAuthorization, .createToken: .oidc
    case .renewSignIn: .signIn
    case .containerCredentials: .container
    case .instanceCredentials: .instance
    }
  }
}

extension RequestContext.Service {
  /// To begin a sentence with.
  var name: String {
    switch self {
    case .sts: "STS"
    case .portal, .oidc: "Identity Center"
    case .signIn: "AWS Sign-In"
    case .container: "The container's credentials endpoint"
    case .instance: "The instance's metadata service"
    }
  }

  /// Who says no, to begin a sentence with.
  var errorSubject: String {
    switch self {
    case .sts, .portal, .oidc, .signIn: "AWS"
    case .container, .instance: name
    }
  }
}
