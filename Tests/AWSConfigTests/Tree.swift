import AWSConfig

/// A `ConfigTree` without its order, as JSON has it, so that expectations can be read from test
/// data.
indirect enum Tree: Equatable, Sendable, Decodable, ExpressibleByStringLiteral,
  ExpressibleByDictionaryLiteral
{
  case text(String)
  case block([String: Tree])

  init(stringLiteral text: String) {
    self = .text(text)
  }

  init(dictionaryLiteral branches: (String, Tree)...) {
    self = .block(Dictionary(uniqueKeysWithValues: branches))
  }

  init(_ tree: ConfigTree) {
    switch tree {
    case .text(let text): self = .text(text)
    case .block(let branches):
      self = .block(Dictionary(uniqueKeysWithValues: branches.map { ($0.name, Tree($0.tree)) }))
    }
  }

  /// Smithy's data has a nested block as the text of its lines.
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    guard let text = try? value.decode(String.self) else {
      self = .block(try value.decode([String: Tree].self))
      return
    }
    guard text.hasPrefix("\n") else {
      self = .text(text)
      return
    }
    let pairs = text.split(separator: "\n").map { line in
      let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (halves[0].trimmed, Tree.text(halves.count > 1 ? halves[1].trimmed : ""))
    }
    self = .block(Dictionary(uniqueKeysWithValues: pairs))
  }

  /// The three sorts of sections of a file, absent ones empty.
  var sections: Tree {
    guard case .block(let all) = self else { return self }
    return .block(
      Dictionary(
        uniqueKeysWithValues: ["profiles", "sso_sessions", "services"].map {
          ($0, all[$0] ?? .block([:]))
        }))
  }
}

extension SharedConfig {
  /// What `profiles` holds, by name.
  var readProfiles: Tree {
    guard case .block(let all) = Tree(tree) else { return .block([:]) }
    return all["profiles"] ?? .block([:])
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
