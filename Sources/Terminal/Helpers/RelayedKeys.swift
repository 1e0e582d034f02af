/// The keys typed while a helper asks.
///
/// All of them are passed to the helper except Ctrl-Z, which is dropped. Ctrl-C and a lone Escape
/// also act here.
package struct RelayedKeys {
  /// Ctrl-C, and the key that the user has set instead.
  let interrupts: Set<UInt8>
  /// Whether a lone Escape cancels the helper.
  let recognizesEscape: Bool
  package private(set) var isInterrupted = false
  /// Whether the last byte is an Escape, which may begin a key, for example an arrow.
  package private(set) var isEscaping = false

  package init(interrupts: Set<UInt8> = [TerminalFile.interrupt], recognizesEscape: Bool) {
    self.interrupts = interrupts
    self.recognizesEscape = recognizesEscape
  }

  /// Processes typed bytes and returns those for the helper, in order.
  package mutating func feed(_ bytes: [UInt8]) -> [UInt8] {
    var typed = (isEscaping ? [escape] : []) + bytes.filter { $0 != stop }
    isInterrupted = isInterrupted || typed.contains(where: interrupts.contains)
    isEscaping = recognizesEscape && typed.last == escape
    if isEscaping { typed.removeLast() }
    return typed
  }

  /// Resolves a lone Escape, which nothing followed.
  ///
  /// The helper gets it too.
  package mutating func timedOut() -> [UInt8] {
    defer { isEscaping = false }
    return isEscaping ? [escape] : []
  }
}

/// Ctrl-Z: a stopped helper would never be continued.
private let stop: UInt8 = 0x1A
