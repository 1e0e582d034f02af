import Glibc

/// Text that can represent any bytes, so that names, arguments and variables of the system, which
/// need not be UTF-8, are passed on unchanged.
///
/// A byte that is not part of UTF-8 is a character of its own, as in Python's `surrogateescape`
/// (PEP 383): one of the last 128 for private use, U+10FF80 to U+10FFFF. If those occur in the
/// bytes themselves, each of their bytes is written so too. Thus no two byte strings have the same
/// text.
package enum RawText {
  /// The text for bytes, up to the first zero.
  package static func text(_ bytes: UnsafePointer<CChar>) -> String {
    let buffer = UnsafeBufferPointer(start: bytes, count: strlen(bytes))
    return buffer.withMemoryRebound(to: UInt8.self) { bytes in
      guard let text = String(validating: bytes, as: UTF8.self), !mayHoldRawBytes(text) else {
        return escaped(Array(bytes))
      }
      return text
    }
  }

  /// The bytes that a text represents.
  package static func bytes(_ text: String) -> [UInt8] {
    guard mayHoldRawBytes(text) else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in
      rawBytes.contains(scalar)
        ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
    }
  }

  /// Calls `body` with the bytes of a text, followed by a zero.
  package static func withCString<R>(_ text: String, _ body: (UnsafePointer<CChar>) -> R) -> R {
    guard mayHoldRawBytes(text) else { return text.withCString(body) }
    return (bytes(text) + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { buffer in
        buffer.baseAddress.map(body) ?? "".withCString(body)
      }
    }
  }

  /// The text if its bytes are UTF-8; otherwise nil.
  package static func utf8Text(_ text: String) -> String? {
    mayHoldRawBytes(text) ? String(validating: bytes(text), as: UTF8.self) : text
  }

  /// The text for display, with bytes that are not UTF-8 written as `\\xFF`.
  package static func displayText(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { shown, scalar in
      guard rawBytes.contains(scalar) else { return shown.unicodeScalars.append(scalar) }
      let digits = String(scalar.value & 0xFF, radix: 16, uppercase: true)
      shown += "\\x" + digits
    }
  }

  private static func escaped(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while let first = rest.first {
      let scalar = (1...4).lazy.compactMap {
        String(validating: rest.prefix($0), as: UTF8.self)?.unicodeScalars.first
      }.first
      if let scalar, !rawBytes.contains(scalar) {
        text.append(scalar)
        rest = rest.dropFirst(UTF8.width(scalar))
      } else {
        text.append(Unicode.Scalar(0x10FF00 + UInt32(first)) ?? "\u{FFFD}")
        rest = rest.dropFirst()
      }
    }
    return String(text)
  }

  private static let rawBytes: ClosedRange<Unicode.Scalar> = "\u{10FF80}"..."\u{10FFFF}"

  /// Whether the text may contain raw bytes, whose characters begin with this byte.
  ///
  /// For nearly all texts it is false.
  private static func mayHoldRawBytes(_ text: String) -> Bool { text.utf8.contains(0xF4) }
}
