import Accounts

// Finds keys that are split over two lines, and splits lines into key and value.

/// True for a value that turns protection off.
func isFalse(_ value: ArraySlice<UInt8>) -> Bool {
  Bool(yamlWord: String(decoding: value, as: UTF8.self)) == false
}

/// The texts before and after the first delimiter of a line; nil if it has none.
func keyAndValue(_ line: ArraySlice<UInt8>) -> (key: String, value: ArraySlice<UInt8>)? {
  let isSign = { (byte: UInt8) in byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") }
  guard line.prefix(60).contains(where: isSign), let sign = line.firstIndex(where: isSign) else {
    return nil
  }
  let key = line[..<sign].filter { !$0.isWhitespace }
  return (
    String(decoding: key, as: UTF8.self).lowercased(),
    line[(sign + 1)...].drop(while: \.isWhitespace)
  )
}

/// True for a line that is only the beginning of a protection key.
func isBeginningOfKey(_ line: some Collection<UInt8>) -> Bool {
  guard (1...10).contains(line.count) else { return false }
  let text = String(decoding: line, as: UTF8.self).lowercased().filter { $0 != "\\" }
  return !text.isEmpty && spellings.contains { $0.hasPrefix(text) }
}

/// The protection key that is split over two lines; nil if there is none, or if its value is false.
func brokenKey(
  _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>
) -> ProtectionSetting.Key? {
  guard isBeginningOfKey(first), let (rest, value) = keyAndValue(second), !isFalse(value) else {
    return nil
  }
  let begun = String(decoding: first, as: UTF8.self).lowercased().filter { $0 != "\\" }
  let key = begun + rest
  return spellings.contains(key) && !rest.isEmpty ? ProtectionSetting.Key(speltAs: key) : nil
}

private let spellings = ["confirm", "read_only", "read-only", "readonly"]
