package import Secrets

/// A container whose agent hands out keys of a role.
package struct Container: Sendable, Hashable {
  /// Under `/credentials/`.
  package let name: String
  /// What the Authorization header must be; nil where none is asked for.
  package let authorization: Secret?
  package let roleARN: String
  /// How long the keys last.
  package var seconds: Int

  package init(_ name: String, roleARN: String, authorization: Secret?, seconds: Int = 3600) {
    self.name = name
    self.roleARN = roleARN
    self.authorization = authorization
    self.seconds = seconds
  }

  /// The path of its credentials.
  package var path: String { Route.getContainerCredentials.path + name }
}
