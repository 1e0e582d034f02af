/// A sentence as it may be shown: what looks like a key is masked, and the user's name and password in an address.
package func maskingSecrets(_ text: String) -> String {
  maskingKeys(maskingPasswords(text))
}

/// A text in which the part of an address that names a user is masked.
///
/// A password may hold a slash that is not encoded; then what stands before it is no host and port.
private func maskingPasswords(_ text: String) -> String {
  var (shown, rest) = ("", text[...])
  while let scheme = rest.firstRange(of: "://") {
    shown += rest[..<scheme.upperBound]
    rest = rest[scheme.upperBound...]
    let word = rest.prefix { !$0.isWhitespace }
    let authority = word.prefix { !"/?#".contains($0) }
    guard let at = word.lastIndex(of: "@"), authority.contains("@") || !hasPort(authority)
    else { continue }
    shown += maskedText
    rest = rest[at...]
  }
  return shown + rest
}

/// False where a colon is followed by something else than a port.
private func hasPort(_ authority: Substring) -> Bool {
  guard authority.first != "[", let colon = authority.firstIndex(of: ":") else { return true }
  return UInt16(authority[colon...].dropFirst()) != nil
}
