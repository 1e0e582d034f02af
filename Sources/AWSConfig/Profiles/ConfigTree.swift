import Accounts

/// What was read, as a tree for printing: keys in file order, secrets masked.
package enum ConfigTree: Sendable, Equatable {
  package struct Branch: Sendable, Equatable {
    package var name: String
    package var tree: ConfigTree

    package init(_ name: String, _ tree: ConfigTree) {
      self.name = name
      self.tree = tree
    }
  }

  case text(String)
  case block([Branch])
}

extension SharedConfig {
  /// `profiles`, `sso_sessions` and `services`, each a block of names, and each name a block of its keys.
  package var tree: ConfigTree {
    .block([
      .init("profiles", .block(profiles.map { .init(maskingKeys($0.name), .block($0.branches)) })),
      .init("sso_sessions", .block(ssoSessions.map(\.branch))),
      .init("services", .block(services.map(\.branch))),
    ])
  }
}

extension Profile {
  fileprivate var branches: [ConfigTree.Branch] {
    var merged = config
    for property in credentials.all { merged.set(property) }
    return merged.branches
  }
}

extension Section {
  fileprivate var branch: ConfigTree.Branch {
    .init(maskingKeys(name), .block(properties.branches))
  }
}

extension Properties {
  fileprivate var branches: [ConfigTree.Branch] {
    all.map { .init(masked($0.key), $0.value.tree(of: $0.key)) }
  }
}

extension PropertyValue {
  fileprivate func tree(of key: PropertyKey) -> ConfigTree {
    switch self {
    case .text(let text): .text(masked(text, of: key))
    // The secret's own description, so that there is one mask.
    case .secret(let secret): .text("\(secret)")
    case .block(let block): .block(block.branches)
    }
  }
}
