package import Secrets

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
