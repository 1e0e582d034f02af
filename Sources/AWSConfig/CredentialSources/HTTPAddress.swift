import Text

/// The parts of an `http` or `https` address that decide whether credentials may be fetched from
/// it.
struct HTTPAddress {
  let isEncrypted: Bool
  /// In lower case; an IPv6 address without its brackets.
  let host: String

  /// Nil if the text is not such an address.
  ///
  /// That is: without a host, with a user name, with an invalid port or an invalid character.
  init?(_ text: String) {
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\\\"<>^`{|}".utf8.contains($0) }),
      let colon = text.firstRange(of: "://")
    else { return nil }
    switch text[..<colon.lowerBound].lowercased() {
    case "http": isEncrypted = false
    case "https": isEncrypted = true
    default: return nil
    }
    let authority = text[colon.upperBound...].prefix { !"/?#".contains($0) }
    guard !authority.contains("@"), let host = Self.host(authority) else { return nil }
    self.host = host.lowercased()
  }

  private static func host(_ authority: Substring) -> String? {
    if authority.first == "[" {
      guard let end = authority.firstIndex(of: "]"), isPort(authority[end...].dropFirst()) else {
        return nil
      }
      let host = String(authority[..<end].dropFirst())
      return ipv6(host) == nil ? nil : host
    }
    let host = authority.prefix { $0 != ":" }
    return host.isEmpty || !isPort(authority[host.endIndex...]) ? nil : String(host)
  }

  /// True for an empty text, and for a colon with a port.
  private static func isPort(_ text: Substring) -> Bool {
    guard let colon = text.first else { return true }
    let digits = text.dropFirst()
    return colon == ":" && digits.first != "+" && UInt16(digits) != nil
  }
}
