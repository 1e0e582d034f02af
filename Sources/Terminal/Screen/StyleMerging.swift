/// The bytes with every run of style sequences (SGR, ECMA-48 8.3.117) made one, without what a reset
/// in it undoes.
///
/// ncurses sends colours and attributes one by one, and colours off before a reset: a tenth of what a
/// key causes.
package func mergingStyles(_ bytes: [UInt8]) -> [UInt8] {
  var merged: [UInt8] = []
  merged.reserveCapacity(bytes.count)
  var run: [ArraySlice<UInt8>] = []
  var rest = bytes[...]
  while !rest.isEmpty {
    if let parameters = styleParameters(rest) {
      if parameters[0].isReset { run = [] }
      if run.count + parameters.count > mostParameters { merged.flush(&run) }
      run += parameters
      rest = rest[(parameters[parameters.count - 1].endIndex + 1)...]
    } else {
      merged.flush(&run)
      merged.append(rest.removeFirst())
    }
  }
  merged.flush(&run)
  return merged
}

/// What the Linux console reads of a sequence; others read more.
private let mostParameters = 16

/// The parameters of the style sequence that the bytes begin with; nil where they begin with none.
private func styleParameters(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
  guard bytes.starts(with: [0x1B, UInt8(ascii: "[")]) else { return nil }
  let parameters = bytes.dropFirst(2).prefix { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ";") }
  guard parameters.endIndex < bytes.endIndex, bytes[parameters.endIndex] == UInt8(ascii: "m")
  else { return nil }
  return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
}

extension ArraySlice<UInt8> {
  fileprivate var isReset: Bool { allSatisfy { $0 == UInt8(ascii: "0") } }
}

extension [UInt8] {
  /// Appends a run as one sequence, and empties it.
  fileprivate mutating func flush(_ run: inout [ArraySlice<UInt8>]) {
    guard let first = run.first else { return }
    self += [0x1B, UInt8(ascii: "[")]
    // A reset alone needs no number.
    if run.count > 1 || !first.isReset { self += run.joined(separator: [UInt8(ascii: ";")]) }
    append(UInt8(ascii: "m"))
    run = []
  }
}
