extension ControlSequence {
  /// What the sequence says, if anything that matters here.
  var input: Input? {
    if let key { return .key(key) }
    switch (prefix, intermediates, final) {
    case (0, [], UInt8(ascii: "I")): return .focused(true)
    case (0, [], UInt8(ascii: "O")): return .focused(false)
    case (UInt8(ascii: "<"), [], UInt8(ascii: "M")): return mouseReport
    case (UInt8(ascii: "?"), [], UInt8(ascii: "c")): return .answer(.attributes)
    case (UInt8(ascii: "?"), [], UInt8(ascii: "n")): return colorSchemeReport
    case (UInt8(ascii: "?"), [UInt8(ascii: "$")], UInt8(ascii: "y")): return modeReport
    default: return nil
    }
  }

  /// `CSI ? 997 ; 1 n` is dark, 2 is light.
  private var colorSchemeReport: Input? {
    guard parameter(0) == 997, let scheme = parameter(1), 1...2 ~= scheme else { return nil }
    return .answer(.lightScheme(scheme == 2))
  }

  /// DECRPM: 1 and 3 are on, 2 and 4 off, 0 not known.
  private var modeReport: Input? {
    guard let mode = parameter(0), let state = parameter(1) else { return nil }
    return .answer(.mode(mode, isOn: state == 1 || state == 3))
  }
}
