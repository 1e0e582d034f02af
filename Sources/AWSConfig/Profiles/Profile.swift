package import Accounts

/// A profile, in both files: what the credentials file says of a key wins over the config file.
package struct Profile: Sendable, Hashable {
  package var name: String
  package var config = Properties()
  package var credentials = Properties()
  /// Where its section begins in each of the files that have one.
  package var configOrigin: Origin?
  package var credentialsOrigin: Origin?
  /// What it takes from other profiles; empty for nearly all, and never more than one.
  var inclusion: [Inclusion] = []

  init(name: String) {
    self.name = name
  }

  init(config section: Section) {
    name = section.name
    config = section.properties
    configOrigin = section.origin
  }

  init(credentials section: Section) {
    name = section.name
    credentials = section.properties
    credentialsOrigin = section.origin
  }
}

extension Profile {
  /// Where it begins: in the config file, unless only the credentials file has it.
  package var origin: Origin {
    configOrigin ?? credentialsOrigin ?? Origin(file: "", line: 0)
  }

  /// True where either file has the key, though its value be empty.
  package func has(_ key: KnownKey) -> Bool {
    config.has(key) || credentials.has(key) || inclusion.first?.properties.has(key) == true
  }

  /// The key's text, as written.
  package func text(_ key: KnownKey) -> String? {
    credentials.text(key) ?? config.text(key) ?? inclusion.first?.properties.text(key)
  }

  /// The key's text where it is not empty.
  package func nonEmpty(_ key: KnownKey) -> String? {
    text(key).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The account that the key names; nil where that is no account's number.
  func account(_ key: KnownKey) -> String? {
    nonEmpty(key).flatMap { ARN.isAccountID($0) ? $0 : nil }
  }

  /// Where the key is set, for messages; the profile's own place where it is not.
  package func place(of key: KnownKey) -> Origin {
    let included = inclusion.first?.properties ?? Properties()
    for (properties, origin) in [
      (credentials, credentialsOrigin), (config, configOrigin), (included, configOrigin),
    ] {
      let property = properties.all.first { $0.key == .known(key) }
      if let property, let origin { return Origin(file: origin.file, line: property.line) }
    }
    return origin
  }
}
