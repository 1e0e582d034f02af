/// True where the lists and objects of a JSON text are no deeper in each other than any that we are sent.
///
/// Decoding goes down a level of the stack for each, and threads have small ones.
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

/// AWS's answers and caches have five levels.
private let deepestJSON = 64
