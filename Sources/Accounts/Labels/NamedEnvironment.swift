package import Canvas

/// The purpose of an account, according to a word of its name; the most critical one is first.
package enum NamedEnvironment: Int, Sendable, Hashable, Comparable, CaseIterable {
  case production, staging, development, sandbox

  package static func < (one: NamedEnvironment, other: NamedEnvironment) -> Bool {
    one.rawValue < other.rawValue
  }

  /// Red, yellow, green or blue.
  package var color: Color {
    let name =
      switch self {
      case .production: "red"
      case .staging: "yellow"
      case .development: "green"
      case .sandbox: "blue"
      }
    return Color(label: name) ?? .white
  }

  /// The environment in the words of a name, such as `acme-prod`, `AcmeProd2` or `Payments
  /// (staging)`; nil if it has none.
  ///
  /// Of several environments the most critical one counts. Only whole words count: not `product`,
  /// `devops` or `latest`. `non-prod` is not production, and `pre-prod` is staging.
  package init?(in name: String) {
    let words = words(of: name)
    let found = words.indices.compactMap { index -> Self? in
      guard case .environment(let environment) = meanings[words[index]] else { return nil }
      let before = index > 0 ? meanings[words[index - 1]] : nil
      let after = index + 1 < words.count ? meanings[words[index + 1]] : nil
      switch (before, environment, after) {
      case (.not, .production, _), (_, .development, .operations): return nil
      case (.before, .production, _): return .staging
      default: return environment
      }
    }
    guard let most = found.min() else { return nil }
    self = most
  }
}

/// The meaning of a word for the environment.
private enum Meaning {
  case environment(NamedEnvironment)
  /// Negates the next word, or changes it to the stage before.
  case not, before
  /// The people who operate it.
  case operations
}

private let meanings: [UInt64: Meaning] = {
  let words: [(Meaning, String)] = [
    (.environment(.production), "prod production prd"),
    (.environment(.staging), "stag stage staging stg uat preprod preproduction"),
    (.environment(.development), "dev devel develop development test testing tst qa"),
    (.environment(.sandbox), "sandbox sbx"), (.not, "non not no"), (.before, "pre"),
    (.operations, "ops"),
  ]
  return Dictionary(
    uniqueKeysWithValues: words.flatMap { meaning, words in
      words.split(separator: " ").map { word in
        (word.utf8.reduce(0) { $0 * 27 + number(of: $1) }, meaning)
      }
    })
}()

/// The words of a name as numbers: letters in base 27, because a hundred thousand names are read at
/// each start.
///
/// A word ends where a letter does, and in the middle of `acmeProd` and `AWSProd`; one of more than
/// 13 letters, or with letters outside ASCII, is 0.
private func words(of name: String) -> [UInt64] {
  var name = name
  return name.withUTF8 { bytes in
    var words: [UInt64] = []
    var (word, length, isKnown): (UInt64, Int, Bool) = (0, 0, true)
    func end() {
      if length > 0 { words.append(isKnown && length <= 13 ? word : 0) }
      (word, length, isKnown) = (0, 0, true)
    }
    for (index, byte) in bytes.enumerated() {
      guard byte.isLetter || byte >= 0x80 else {
        end()
        continue
      }
      if byte.isCapital, index > 0, bytes[index - 1].isSmall || isFollowedBySmall(index, bytes) {
        end()
      }
      if length < 13 { word = word * 27 + number(of: byte) }
      length += 1
      isKnown = isKnown && byte < 0x80
    }
    end()
    return words
  }
}

private func isFollowedBySmall(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  index + 1 < bytes.count && bytes[index + 1].isSmall
}

/// 1 for `a` or `A`, and so on.
private func number(of letter: UInt8) -> UInt64 { UInt64(letter & 0x1F) % 27 }

extension UInt8 {
  fileprivate var isSmall: Bool { 0x61...0x7A ~= self }
  fileprivate var isCapital: Bool { 0x41...0x5A ~= self }
  fileprivate var isLetter: Bool { isSmall || isCapital }
}
