import Foundation

/// A JSON document with the types of numbers that Python distinguishes.
package indirect enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])
}

extension JSONValue {
  /// The document that the bytes encode as UTF-8; nil if they are not JSON.
  package init?(_ bytes: [UInt8]) {
    // A byte order mark is an error to Python, and so to the AWS CLI.
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]), isShallowJSON(bytes),
      let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    else { return nil }
    self = value
  }

  /// The value of a member; nil if this is not an object or has no such member.
  package subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  /// The text, if this is a string.
  package var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}

extension JSONValue: Decodable {
  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let object = try? value.decode([String: JSONValue].self) {
      self = .object(object)
    } else if let array = try? value.decode([JSONValue].self) {
      self = .array(array)
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let int = try? value.decode(Int.self) {
      self = .int(int)
    } else {
      self = .double(try value.decode(Double.self))
    }
  }
}

/// The JSON text that Python's `json.dumps(value, sort_keys=True)` writes: the AWS CLI hashes it.
///
/// `spaced` separates the parts with `", "` and `": "`, as Python does by default; otherwise with
/// `","` and `":"`.
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

/// A JSON string as Python writes it: DEL and everything beyond ASCII is escaped in lower-case hex;
/// a slash is not escaped.
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

/// True if the lists and objects of a JSON text are not nested too deeply to decode.
///
/// Decoding uses the stack for each level, and threads have small stacks.
package func isShallowJSON(_ bytes: some Sequence<UInt8>) -> Bool {
  var depth = 0
  var isInText = false
  var isEscaped = false
  for byte in bytes {
    if isInText {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInText = false
      }
      continue
    }
    switch byte {
    case UInt8(ascii: "\""): isInText = true
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      depth += 1
      if depth > deepestJSON { return false }
    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
    default: break
    }
  }
  return true
}

/// AWS's responses and caches have five levels.
private let deepestJSON = 64
