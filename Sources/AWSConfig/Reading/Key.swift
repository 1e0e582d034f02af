/// The key of a property, in lower case as both AWS grammars have it.
package enum PropertyKey: Sendable, Hashable {
  case known(KnownKey)
  case other(String)

  /// The key that `text` spells, whatever its case.
  package init(_ text: String) {
    let text = text.lowercased()
    let known = KnownKey.allCases.first { $0.text == text }
    self = known.map(PropertyKey.known) ?? .other(text)
  }

  package var text: String {
    switch self {
    case .known(let key): key.text
    case .other(let text): text
    }
  }

  /// True for keys whose value must not be shown: AWS's own three, and what other tools store beside them.
  package var isSecret: Bool {
    switch self {
    case .known(.secretAccessKey), .known(.sessionToken), .known(.securityToken): true
    case .known: false
    case .other(let text): Self.secretEndings.contains { text.hasSuffix($0) }
    }
  }

  private static let secretEndings = [
    "_secret", "secret_key", "secret_access_key", "_token", "password", "passphrase", "private_key",
  ]
}
