package import Secrets

/// The properties of a section or a block, in file order, each key once.
package struct Properties: Sendable, Hashable {
  package private(set) var all: [Property] = []
  private var known: UInt64 = 0
  /// True where a key is none of the known ones.
  private(set) var hasOthers = false
  // Only of long lists: a short one is searched faster than hashed.
  private var places: [PropertyKey: Int] = [:]

  package init() {}

  /// True where the key is present, though its value be empty.
  package func has(_ key: KnownKey) -> Bool {
    known & key.bit != 0
  }

  /// The key's text; a block where a text belongs counts as empty, and a secret is no text.
  package func text(_ key: KnownKey) -> String? {
    guard let place = place(of: key) else { return nil }
    guard case .text(let text) = all[place].value else { return "" }
    return text
  }

  /// The secret that the key holds, where it is one of those that hold secrets.
  package func secret(_ key: KnownKey) -> Secret? {
    guard let place = place(of: key), case .secret(let secret) = all[place].value else {
      return nil
    }
    return secret
  }

  /// What the key holds.
  package func value(_ key: PropertyKey) -> PropertyValue? {
    place(of: key).map { all[$0].value }
  }

  /// Where its properties stand.
  var lines: Set<Int> { Set(all.map(\.line)) }

  /// Adds a property, in place of the one of its key; gives the line where that was.
  @discardableResult
  mutating func set(_ property: Property) -> Int? {
    if let place = place(of: property.key) {
      let line = all[place].line
      all[place] = property
      return line
    }
    if all.isEmpty { all.reserveCapacity(6) }
    switch property.key {
    case .known(let key): known |= key.bit
    case .other: hasOthers = true
    }
    all.append(property)
    if all.count == 24 {
      for (place, property) in all.enumerated() { places[property.key] = place }
    }
    if all.count > 24 { places[property.key] = all.count - 1 }
    return nil
  }

  private func place(of key: PropertyKey) -> Int? {
    if case .known(let known) = key { return place(of: known) }
    return all.count < 24 ? all.firstIndex { $0.key == key } : places[key]
  }

  private func place(of key: KnownKey) -> Int? {
    guard has(key) else { return nil }
    if all.count >= 24 { return places[.known(key)] }
    return all.firstIndex { if case .known(key) = $0.key { true } else { false } }
  }
}

/// What stands after a key: text, a secret, or a nested block (`s3 =` and indented lines under it).
package enum PropertyValue: Sendable, Hashable {
  case text(String)
  case secret(Secret)
  case block(Properties)
}

/// One key of a section, what it holds, and the line where it is set.
package struct Property: Sendable, Hashable {
  package var key: PropertyKey
  package var value: PropertyValue
  package var line: Int

  package init(_ key: PropertyKey, _ value: PropertyValue, line: Int) {
    self.key = key
    self.value = value
    self.line = line
  }
}
