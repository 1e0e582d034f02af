import Canvas

/// The sequences that a terminal sends for its keys by its terminfo entry, in addition to those
/// that all terminals send alike.
package struct TerminalKeys: Sendable {
  enum Match {
    case none
    /// It may be the beginning of a key.
    case partial
    case key(Key, length: Int)
  }

  private var keys: [[UInt8]: Key] = [:]
  private var longest = 0

  package init() {}

  /// Creates the keys from a terminal's capabilities, by terminfo names (terminfo(5), and
  /// user_caps(5) for keys with modifiers).
  package init(capability: (String) -> [UInt8]) {
    for (name, key) in namedKeys {
      let sequence = capability(name)
      if sequence.isKey { add(sequence, key) }
    }
    // TERM=sun: Delete sends the byte that is Backspace elsewhere.
    if capability("kdch1") == [delete], capability("kbs") != [delete] {
      add([delete], Key(.delete))
    }
  }

  private mutating func add(_ sequence: [UInt8], _ key: Key) {
    guard keys[sequence] == nil else { return }
    keys[sequence] = key
    longest = max(longest, sequence.count)
  }

  /// Matches the beginning of the bytes.
  func match(_ bytes: ArraySlice<UInt8>) -> Match {
    guard let first = bytes.first, first == escape || first == delete, !keys.isEmpty else {
      return .none
    }
    for length in stride(from: min(longest, bytes.count), to: 0, by: -1) {
      if let key = keys[Array(bytes.prefix(length))] { return .key(key, length: length) }
    }
    let isPartial = keys.keys.contains { $0.count > bytes.count && $0.starts(with: bytes) }
    return isPartial ? .partial : .none
  }
}

private let delete: UInt8 = 0x7F

extension [UInt8] {
  /// Whether the bytes can be told from typing, and are not the beginning of every other sequence.
  fileprivate var isKey: Bool {
    guard first == escape, count > 1, count <= 32 else { return false }
    return count > 2 || ![UInt8(ascii: "["), UInt8(ascii: "O"), escape].contains(self[1])
  }
}

/// The terminfo names of keys.
///
/// Keys without modifiers come first: they win if one sequence has two names.
private let namedKeys: [(String, Key)] = {
  var named: [(String, Key)] = [
    ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
    ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
    ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kbs", Key(.backspace)),
    ("kcbt", Key(.tab, .shift)),
  ]
  named += (1...12).map { ("kf\($0)", Key(.function($0))) }
  let modified: [(String, Key.Code)] = [
    ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home),
    ("kEND", .end), ("kPRV", .pageUp), ("kNXT", .pageDown), ("kIC", .insert), ("kDC", .delete),
  ]
  for (name, base) in modified {
    named.append((name, Key(base, .shift)))
    named += (3...8).map { ("\(name)\($0)", Key(base, .init(parameter: $0))) }
  }
  return named
}()
