/// True for a label of a host name.
///
/// A region is part of a host name, so that other characters could make another host of it.
func isHostLabel(_ text: String) -> Bool {
  (1...63).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
    && text.unicodeScalars.allSatisfy { $0.isASCIILetterOrDigit || $0 == "-" }
}

/// True for an absolute HTTP or HTTPS URL of visible ASCII characters.
package func isWebAddress(_ url: String) -> Bool {
  let lowered = url.lowercased()
  guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else { return false }
  let host = HTTPRequest(url: url).hostHeader
  return !host.isEmpty && hasPort(host)
    && url.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
}

/// True for a host without a colon, or with a port number after its colon.
///
/// False for the start of a user name and password.
private func hasPort(_ host: String) -> Bool {
  let end = host.drop { $0 != "]" }.dropFirst()
  let rest = host.hasPrefix("[") ? end : host.drop { $0 != ":" }
  return rest.isEmpty || rest.first == ":" && UInt16(rest.dropFirst()) != nil
}

/// The region that a request is signed for: us-east-1 if there is none, or for the global region.
func signedRegion(of region: String?) -> String {
  region.flatMap { $0 == "aws-global" ? nil : $0 } ?? "us-east-1"
}

extension Unicode.Scalar {
  /// True for the letters A to Z of either case, and for digits.
  package var isASCIILetterOrDigit: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }
}
