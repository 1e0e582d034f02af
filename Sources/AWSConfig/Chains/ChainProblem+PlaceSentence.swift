import Accounts

// Of the places that are asked: Identity Center, containers, instances, configured endpoints.
extension ChainError {
  var placeDescription: String {
    switch self {
    case .noSuchSSOSession(let session, let profile, let hint):
      "Profile \(profile.named(at: .ssoSession)) names sso_session '\(session)', and the config file has no "
        + (hint.unquoted == nil
          ? "[sso-session \(session)].\(hint.sentence)" : "section of that name.\(hint.sentence)")
    case .ssoKeysMissing(let keys, let profile):
      "Profile \(profile.named()) uses Identity Center and lacks \(commaList(keys)): add what is missing."
        + profile.note(missing: keys)
    case .ssoContradiction(let key, let profile, let session):
      "\(key.text) differs between profile \(profile.named(at: key)) and [sso-session \(session.name)] "
        + "(\(session.origin.place)): remove it from the profile."
    case .ssoSessionKeysMissing(let keys, let session):
      "[sso-session \(session.name)] (\(session.origin.place)) lacks \(commaList(keys)): add what is missing."
        + session.note(missing: keys)
    case .noSuchLogin(let name, let nearest):
      "There is no [sso-session \(name)], and no profile '\(name)'.\(didYouMean(nearest))"
    case .needsNoLogin(let profile, .login):
      "Profile \(profile.named()) has its credentials from `aws login --profile`: run that again."
    case .needsNoLogin(let profile, let base):
      "Profile \(profile.named()) needs no login to Identity Center: its credentials start with "
        + "\(base.rawValue)."
    case .noSuchServices(let services, let profile, let hint):
      "Profile \(profile.named(at: .services)) names services '\(services)', and the config file has no "
        + "[services \(services)].\(hint.sentence)"
    default: metadataDescription
    }
  }

  private var metadataDescription: String {
    switch self {
    case .badContainerAddress(let variable, let fault): "\(variable) \(fault)"
    case .containerTokenHasLines:
      "AWS_CONTAINER_AUTHORIZATION_TOKEN holds a line break, so it cannot be sent as a header. Set it again."
    case .metadataDisabled(let profile):
      "Profile '\(profile.name)' takes its keys from the instance's metadata (credential_source), which "
        + "AWS_EC2_METADATA_DISABLED switches off. Unset it."
    case .badMetadataEndpoint(let text):
      "The metadata service's endpoint is '\(text)', which is not an http or https address. Correct "
        + "AWS_EC2_METADATA_SERVICE_ENDPOINT, or ec2_metadata_service_endpoint of the profile."
    case .badMetadataMode(let text):
      "The metadata service's endpoint mode is '\(text)'; it must be IPv4 or IPv6. Correct "
        + "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE, or ec2_metadata_service_endpoint_mode of the profile."
    default: ""
    }
  }
}

private func commaList(_ keys: [KnownKey]) -> String {
  keys.map(\.text).joined(separator: ", ")
}

extension ContainerAddressError: CustomStringConvertible {
  /// What is said of the variable.
  package var description: String {
    switch self {
    case .notAPath: "is not a path: it must begin with '/'."
    case .notAnAddress: "is not an http or https address with a host: correct or unset it."
    case .foreignHost(let host):
      "is not encrypted and names the host '\(host)'; without https, credentials are only fetched from this "
        + "machine (localhost, 127.0.0.0/8, ::1), 169.254.170.2, 169.254.170.23 and fd00:ec2::23."
    }
  }
}
