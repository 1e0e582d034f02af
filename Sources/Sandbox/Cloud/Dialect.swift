/// How a service writes what it answers, and above all what it refuses.
enum Dialect: Sendable, Hashable {
  /// STS: XML.
  case query
  /// The portal of Identity Center: JSON with a `message`.
  case portal
  /// OAuth: JSON with an `error` in small letters and an `error_description`.
  case oidc
  /// A container's endpoint: JSON with `code` and `message`.
  case container
  /// An instance's metadata: text.
  case metadata
  /// For people in a browser.
  case page
}
