package import Secrets

/// The credentials endpoint of the container that this runs in.
package struct ContainerSource: Sendable, Hashable {
  package enum Authorization: Sendable, Hashable {
    case none
    case token(Secret)
    /// Read anew each time.
    case file(String)
  }

  /// nil where the environment alone decides.
  package var profile: String?
  package var url: String
  package var authorization: Authorization

  package init(profile: String? = nil, url: String, authorization: Authorization) {
    self.profile = profile
    self.url = url
    self.authorization = authorization
  }
}
