/// What is typed while a helper asks: all of it is the helper's, but Ctrl-C and a lone Escape are
/// ours too, and Ctrl-Z is dropped.
package struct RelayedKeys {
  /// Ctrl-C, and the key that the user has in its place.
  let interrupts: Set<UInt8>
  /// Whether a lone Escape gives the helper up.
  let recognizesEscape: Bool
  package private(set) var isInterrupted = false
  /// An Escape came last, and may be the beginning of a key such as an arrow.
  package private(set) var isEscaping = false

  package init(interrupts: Set<UInt8> = [TerminalFile.interrupt], heedsEscape: Bool) {
    self.interrupts = interrupts
    self.recognizesEscape = heedsEscape
  }

  /// Takes bytes that were typed; gives those for the helper, in order.
  package mutating func feed(_ bytes: [UInt8]) -> [UInt8] {
    var typed = (isEscaping ? [escape] : []) + bytes.filter { $0 != stop }
    isInterrupted = isInterrupted || typed.contains(where: interrupts.contains)
    isEscaping = recognizesEscape && typed.last == escape
    if isEscaping { typed.removeLast() }
    return typed
  }

  /// Nothing came after the Escape: it is a lone one, which the helper gets, too.
  package mutating func timedOut() -> [UInt8] {
    defer { isEscaping = false }
    return isEscaping ? [escape] : []
  }
}

/// Ctrl-Z: a helper that is stopped would be stopped for ever.
private let stop: UInt8 = 0x1A
