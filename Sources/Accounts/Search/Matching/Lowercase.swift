extension Unicode.Scalar {
  /// The character in lower case, as one character: `İ` is `i`, whose dot Unicode would keep apart.
  var lowercased: UInt32 {
    switch value {
    case 0x41...0x5A: return value | 0x20
    case ..<0x80: return value
    case 0x130: return 0x69
    default:
      guard properties.changesWhenLowercased else { return value }
      let mapping = properties.lowercaseMapping.unicodeScalars
      return mapping.count == 1 ? mapping.first?.value ?? value : value
    }
  }
}
