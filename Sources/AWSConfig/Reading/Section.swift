package import Accounts

/// A section of one of the files: its name without prefix or quotes, where it begins, and what it says.
package struct Section: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case profile, ssoSession, services
    /// `[default]` of the config file, which gives way to `[profile default]`.
    case unprefixedDefault
  }

  package var kind: Kind
  package var name: String
  package var origin: Origin
  package var properties = Properties()

  init(_ kind: Kind, _ name: String, _ origin: Origin) {
    self.kind = kind
    self.name = name
    self.origin = origin
  }
}
