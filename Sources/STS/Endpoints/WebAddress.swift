/// A region becomes part of a host name, so that no other character can lead elsewhere.
func isHostLabel(_ text: String) -> Bool {
  (1...63).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
    && text.unicodeScalars.allSatisfy { $0.isASCIILetterOrDigit || $0 == "-" }
}

/// True for an absolute URL of HTTP, of visible ASCII characters.
func isWebAddress(_ url: String) -> Bool {
  let lowered = url.lowercased()
  guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else { return false }
  return !HTTPRequest(url: url).hostHeader.isEmpty
    && url.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
}

/// What a request is signed for where it is asked in no region, or in the global one.
func scope(of region: String?) -> String {
  region.flatMap { $0 == "aws-global" ? nil : $0 } ?? "us-east-1"
}
