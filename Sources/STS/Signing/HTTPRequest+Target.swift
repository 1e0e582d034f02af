extension HTTPRequest {
  /// Path and query, as the request line carries them.
  package var target: String {
    let rest = afterScheme
    guard let start = rest.firstIndex(where: { "/?#".contains($0) }) else { return "/" }
    let target = rest[start...].prefix { $0 != "#" }
    return target.hasPrefix("/") ? String(target) : "/" + target
  }

  /// Host and port as the Host header has them: the port only where it is not the scheme's own.
  package var hostHeader: String {
    let authority = afterScheme.prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@").last ?? ""
    let ordinary = url.lowercased().hasPrefix("http://") ? ":80" : ":443"
    return String(host.hasSuffix(ordinary) ? host.dropLast(ordinary.count) : host)
  }

  private var afterScheme: Substring {
    url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
  }
}

extension [HTTPHeader] {
  /// The value of the first header of that name, in whatever case.
  package func named(_ name: String) -> String? {
    first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
