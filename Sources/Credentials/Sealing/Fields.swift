/// Texts, each with its length before it: what a session is written as, since it must be quick to read.
func packed(_ fields: [String?]) -> [UInt8] {
  fields.flatMap { field in
    guard let field else { return length(.max) }
    return length(UInt32(field.utf8.count)) + Array(field.utf8)
  }
}

/// The texts that `packed` was given; nil where a length does not fit.
func unpacked(_ bytes: some Collection<UInt8>) -> [String?]? {
  var rest = Array(bytes)[...]
  var fields: [String?] = []
  while !rest.isEmpty {
    guard rest.count >= 4 else { return nil }
    let length = rest.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    rest = rest.dropFirst(4)
    guard length != .max else {
      fields.append(nil)
      continue
    }
    guard rest.count >= length else { return nil }
    fields.append(String(decoding: rest.prefix(Int(length)), as: UTF8.self))
    rest = rest.dropFirst(Int(length))
  }
  return fields
}

private func length(_ count: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
}
