import Canvas

/// Decodes the bytes of a terminal into keys, pastes, clicks and answers.
///
/// The same bytes give the same input however they are cut into pieces. Unknown sequences are
/// consumed whole, so that they are never taken for typing.
package struct KeyDecoder: Sendable {
  /// The bytes of an incomplete sequence.
  private(set) var pending: [UInt8] = []
  /// The bytes of a paste that has not ended.
  private var paste: [UInt8]?
  private let keys: TerminalKeys

  /// A paste longer than this many bytes is cut.
  package static let longestPaste = 1 << 20

  /// Creates a decoder.
  ///
  /// `keys` are the terminal's own keys, in addition to those that all terminals send alike.
  package init(_ keys: TerminalKeys = TerminalKeys()) {
    self.keys = keys
  }

  /// Whether bytes wait for the rest of a sequence.
  ///
  /// A lone Escape does until `timedOut`.
  package var isWaiting: Bool { !pending.isEmpty && paste == nil }

  /// Whether the waiting bytes may be complete: Escape, or Alt with a key.
  ///
  /// Longer sequences were sent by the terminal, and their rest is on its way.
  package var mayBeWhole: Bool { pending.count <= 2 }

  /// The input that these bytes complete, together with the waiting ones.
  package mutating func feed(_ bytes: [UInt8]) -> [Input] {
    pending += bytes
    var found: [Input] = []
    var rest = pending[...]
    while let first = rest.first {
      guard let step = paste == nil ? next(rest, first) : continuePaste(rest) else { break }
      found += step.input
      rest = rest.dropFirst(step.length)
    }
    pending = Array(rest)
    return found
  }

  /// The input of the waiting bytes if nothing follows them: Escape, Alt with a key, or nothing.
  package mutating func timedOut() -> [Input] {
    guard isWaiting else { return [] }
    defer { pending = [] }
    switch pending.count {
    case 1 where pending[0] == escape: return [.key(Key(.escape))]
    case 1: return [.key(Key(.character("\u{FFFD}")))]
    case 2... where pending.starts(with: [escape, escape]):
      pending.removeFirst()
      return [.key(Key(.escape))] + timedOut()
    case 2 where pending[0] == escape: return decodeAlt(pending[...])?.input ?? []
    default: return pending[0] == escape ? [] : [.key(Key(.character("\u{FFFD}")))]
    }
  }

  private mutating func next(_ bytes: ArraySlice<UInt8>, _ first: UInt8) -> DecodedInput? {
    switch keys.match(bytes) {
    case .key(let key, let length): return DecodedInput(length, key)
    case .partial: return nil
    case .none: break
    }
    guard first == escape else { return decodeCharacter(bytes) }
    let step = decodeEscape(bytes)
    guard let step, step.startsPaste else { return step }
    paste = []
    return step
  }

  /// Adds bytes to the paste, up to its end or a possible beginning of its end.
  private mutating func continuePaste(_ bytes: ArraySlice<UInt8>) -> DecodedInput? {
    let stop = bytes.firstIndex(of: escape) ?? bytes.endIndex
    if stop > bytes.startIndex { return grow(bytes[..<stop]) }
    if bytes.starts(with: pasteEnd) {
      let text = String(decoding: paste ?? [], as: UTF8.self)
      paste = nil
      return DecodedInput(pasteEnd.count, text.isEmpty ? [] : [.pasted(text)])
    }
    if bytes.count < pasteEnd.count, pasteEnd.starts(with: bytes) { return nil }
    return grow(bytes.prefix(1))
  }

  private mutating func grow(_ bytes: ArraySlice<UInt8>) -> DecodedInput {
    let room = Self.longestPaste - (paste?.count ?? 0)
    paste?.append(contentsOf: bytes.prefix(room))
    return DecodedInput(bytes.count)
  }
}

private let pasteEnd = Array("\u{1b}[201~".utf8)

/// The input of some first bytes, and their number.
struct DecodedInput {
  var length: Int
  var input: [Input]
  var startsPaste = false

  init(_ length: Int, _ input: [Input] = []) {
    self.length = length
    self.input = input
  }

  init(_ length: Int, _ key: Key) {
    self.init(length, [.key(key)])
  }
}

let escape: UInt8 = 0x1B
