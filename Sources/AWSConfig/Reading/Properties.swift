package import Secrets

/// The properties of a section or a block, in file order, each key once.
package struct Properties: Sendable, Hashable {
  package private(set) var all: [Property] = []
  private var known: UInt64 = 0
  /// True if there is an unknown key.
  private(set) var hasOthers = false
  // Only for long lists: short ones are faster to search than to hash.
  private var places: [PropertyKey: Int] = [:]

  package init() {}

  /// True if the key is present, even with an empty value.
  package func has(_ key: KnownKey) -> Bool {
    known & key.bit != 0
  }

  /// The key's text; nil if it is not set, and empty for a block or a secret.
  package func text(_ key: KnownKey) -> String? {
    guard let place = place(of: key) else { return nil }
    guard case .text(let text) = all[place].value else { return "" }
    return text
  }

  /// The key's secret; nil if it is not set, or not a key for secrets.
  package func secret(_ key: KnownKey) -> Secret? {
    guard let place = place(of: key), case .secret(let secret) = all[place].value else {
      return nil
    }
    return secret
  }

  /// The key's value.
  package func value(_ key: PropertyKey) -> PropertyValue? {
    place(of: key).map { all[$0].value }
  }

  /// The lines of the properties.
  var lines: Set<Int> { Set(all.map(\.line)) }

  /// Adds a property, or replaces the one with its key; returns the line of the replaced one.
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

/// The value of a key: text, a secret, or a nested block (`s3 =` and indented lines under it).
package enum PropertyValue: Sendable, Hashable {
  case text(String)
  case secret(Secret)
  case block(Properties)
}

/// One key of a section, its value, and the line where it is set.
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
