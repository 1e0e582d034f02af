// Finds `confirm` and `read_only` in lines that were joined to the line before, for example because
// an editor lost its line break.

/// True if a protection key follows a header on the same line.
func holdsProtectionBehindHeader(_ line: some BidirectionalCollection<UInt8>) -> Bool {
  guard let end = line.lastIndex(of: UInt8(ascii: "]")) else { return false }
  return beginsWithProtection(line[line.index(after: end)...])
}

/// True if a protection key follows the value of another property on the same line.
///
/// `--confirm=`, `?confirm=` and similar texts belong to programs and URLs.
func holdsJoinedProtection(_ line: some BidirectionalCollection<UInt8>) -> Bool {
  let line = withoutComment(line)
  var rest = line[...]
  while let sign = rest.firstIndex(of: UInt8(ascii: "=")) {
    defer { rest = rest[line.index(after: sign)...] }
    let before = line[..<sign].reversed().drop(while: \.isWhitespace)
    let isApart = line[..<sign].last?.isWhitespace == true
    let letters = before.prefix { ($0 | 0x20) > 0x60 && $0 < 0x80 || $0 == UInt8(ascii: "_") }
    let word = String(decoding: letters.reversed(), as: UTF8.self).lowercased()
    let ahead = before.dropFirst(letters.count)
    guard joinedSpellings.contains(where: word.hasSuffix), let joint = ahead.first else { continue }
    // A lost line end leaves the key behind any last character of a value.
    if isApart, !joinedSpellings.contains(word) { return true }
    if isApart || joinedSpellings.contains(word), !"-?&/.\"'".utf8.contains(joint) { return true }
  }
  return false
}

/// True if a line of the file may have a protection key joined to it.
///
/// This is a quick check of the texts before each `=` and after each `]`.
func mayHoldJoinedLines<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes) -> Bool
where Bytes.Index == Int {
  // Each line is examined once, however many signs it has.
  var (start, examined) = (0, 0)
  func end(of place: Int) -> Int {
    bytes[place...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
  }
  var closed = 0
  for place in bytes.indices {
    switch bytes[place] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): start = place + 1
    case UInt8(ascii: "=") where place >= examined:
      let last = bytes[start..<place].last { $0 != 0x20 && $0 != 0x09 } ?? 0
      guard last | 0x20 == UInt8(ascii: "m") || last | 0x20 == UInt8(ascii: "y"),
        endsInProtection(bytes[max(start, place - 40)..<place])
      else { continue }
      examined = end(of: place)
      if holdsJoinedProtection(bytes[start..<examined]) { return true }
    case UInt8(ascii: "]") where place >= closed:
      closed = end(of: place)
      if holdsProtectionBehindHeader(bytes[place..<closed]) { return true }
    default: break
    }
  }
  return false
}

private let joinedSpellings = ["confirm", "read_only", "readonly"]

/// True if the last word of a few bytes ends in the name of a protection setting.
private func endsInProtection(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
  let word = bytes.reversed().drop(while: \.isWhitespace).prefix(9).reversed()
  let text = String(decoding: word, as: UTF8.self).lowercased()
  return joinedSpellings.contains(where: text.hasSuffix)
}

/// A line up to a comment, which starts the line or follows white space.
private func withoutComment<Line: BidirectionalCollection<UInt8>>(_ line: Line) -> Line.SubSequence
{
  let isSign = { (byte: UInt8) in byte == UInt8(ascii: "#") || byte == UInt8(ascii: ";") }
  var isApart = true
  let end = line.indices.first { place in
    defer { isApart = line[place].isWhitespace }
    return isApart && isSign(line[place])
  }
  return line[..<(end ?? line.endIndex)]
}
