import Crypto

/// A request in the canonical form of Signature Version 4.
package struct CanonicalRequest: Sendable, Hashable {
  package let text: String
  /// The lower-case names in order, joined by `;`, as in the Authorization header.
  package let signedHeaders: String

  /// Takes `target` (path and query) as it is sent, and exactly the headers to sign.
  ///
  /// Every service but S3 normalizes the path: it resolves dot segments and double slashes.
  package init(
    method: String, target: String, headers: [HTTPHeader], body: [UInt8],
    normalizesPath: Bool = true
  ) {
    let (path, query) = split(target, at: "?")
    let headers = canonicalHeaders(headers)
    signedHeaders = headers.map(\.name).joined(separator: ";")
    let lines = headers.map { "\($0.name):\($0.value)\n" }
    text = [
      method, canonicalPath(path, normalized: normalizesPath), canonicalQuery(query ?? ""),
      lines.joined(), signedHeaders, hexadecimal(SHA256.hash(data: body)),
    ].joined(separator: "\n")
  }
}

/// Percent-encodes each segment again: the encoded path of a request is encoded twice.
private func canonicalPath(_ path: Substring, normalized: Bool) -> String {
  let path = normalized ? normalizedPath(path) : String(path)
  let segments = path.split(separator: "/", omittingEmptySubsequences: false)
  return path.isEmpty ? "/" : segments.map { percentEncoded($0.utf8) }.joined(separator: "/")
}

private func normalizedPath(_ path: Substring) -> String {
  let segments = path.split(separator: "/", omittingEmptySubsequences: false)
  var kept: [Substring] = []
  for segment in segments where !segment.isEmpty && segment != "." {
    if segment == ".." { _ = kept.popLast() } else { kept.append(segment) }
  }
  let endsInSlash = !kept.isEmpty && ["", ".", ".."].contains(segments.last)
  return "/" + kept.joined(separator: "/") + (endsInSlash ? "/" : "")
}

private func canonicalQuery(_ query: Substring) -> String {
  let parameters = query.split(separator: "&").map { parameter in
    let (name, value) = split(String(parameter), at: "=")
    return (percentEncoded(percentDecoded(name)), percentEncoded(percentDecoded(value ?? "")))
  }
  return parameters.sorted { $0 < $1 }.map { "\($0)=\($1)" }.joined(separator: "&")
}

/// The headers sorted by name; values of the same name are joined by commas, in their order.
private func canonicalHeaders(_ headers: [HTTPHeader]) -> [HTTPHeader] {
  Dictionary(grouping: headers) { $0.name.lowercased() }
    .map { name, headers in
      HTTPHeader(name, headers.map { collapsed($0.value) }.joined(separator: ","))
    }
    .sorted { $0.name < $1.name }
}

/// The value without white space at its ends, and with single spaces inside.
private func collapsed(_ value: String) -> String {
  value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

private func split(_ text: String, at separator: Character) -> (Substring, Substring?) {
  guard let index = text.firstIndex(of: separator) else { return (text[...], nil) }
  return (text[..<index], text[text.index(after: index)...])
}
