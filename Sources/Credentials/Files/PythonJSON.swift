/// JSON exactly as Python's `json.dumps(value, sort_keys=True)` writes it, since the AWS CLI hashes such text.
///
/// `spaced` puts `", "` and `": "` between the parts, as Python does by default; else nothing but the signs.
package func pythonJSON(_ value: JSONValue, spaced: Bool) -> String {
  let (comma, colon) = spaced ? (", ", ": ") : (",", ":")
  return switch value {
  case .null: "null"
  case .bool(let bool): bool ? "true" : "false"
  case .int(let int): "\(int)"
  case .double(let double): "\(double)"
  case .string(let text): quoted(text)
  case .array(let values):
    "[" + values.map { pythonJSON($0, spaced: spaced) }.joined(separator: comma) + "]"
  case .object(let members):
    "{"
      + members.sorted { byCodePoint($0.key, $1.key) }
      .map { quoted($0.key) + colon + pythonJSON($0.value, spaced: spaced) }
      .joined(separator: comma) + "}"
  }
}

private func byCodePoint(_ one: String, _ other: String) -> Bool {
  one.unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
}

/// DEL and everything beyond ASCII is escaped, in lower-case hex; a slash is not.
private func quoted(_ text: String) -> String {
  "\"" + text.utf16.map(escaped).joined() + "\""
}

private func escaped(_ unit: UInt16) -> String {
  switch unit {
  case 0x22: "\\\""
  case 0x5C: "\\\\"
  case 0x08: "\\b"
  case 0x09: "\\t"
  case 0x0A: "\\n"
  case 0x0C: "\\f"
  case 0x0D: "\\r"
  case 0x20...0x7E: String(UnicodeScalar(UInt8(unit)))
  default:
    "\\u"
      + String(repeating: "0", count: unit < 0x10 ? 3 : unit < 0x100 ? 2 : unit < 0x1000 ? 1 : 0)
      + String(unit, radix: 16)
  }
}
