import Canvas

/// The background colour that the body of an OSC tells, such as `11;rgb:ffff/ffff/ffff`; nil where
/// it says something else.
func backgroundColor(_ body: ArraySlice<UInt8>) -> Color? {
  let text = String(decoding: body, as: UTF8.self)
  // With an alpha channel (`rgba:`) the last one is not looked at.
  for start in ["11;rgb:", "11;rgba:"] where text.hasPrefix(start) {
    let channels = text.dropFirst(start.count).split(separator: "/").map(channel)
    guard channels.count >= 3, let red = channels[0], let green = channels[1],
      let blue = channels[2]
    else { return nil }
    return .rgb(red, green, blue)
  }
  return nil
}

/// A channel of one to four hexadecimal digits, all of them `f` being the brightest, in 8 bits.
private func channel(_ digits: Substring) -> UInt8? {
  guard 1...4 ~= digits.utf8.count, digits.utf8.allSatisfy(\.isHexDigit),
    let value = Int(digits, radix: 16)
  else { return nil }
  let brightest = 1 << (4 * digits.utf8.count) - 1
  return UInt8((value * 255 + brightest / 2) / brightest)
}
