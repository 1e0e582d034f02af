import Text

/// An HTTP request as data; the caller supplies the function that sends it.
package struct HTTPRequest: Sendable, Equatable {
  package var method: String
  /// An absolute URL, percent-encoded.
  package var url: String
  /// In order, with the names as they are sent.
  package var headers: [HTTPHeader]
  package var body: [UInt8]
  /// The time limit of this one exchange, in seconds; nil for the sender's default.
  package var seconds: Int?

  package init(
    method: String = "POST", url: String, headers: [HTTPHeader] = [], body: [UInt8] = [],
    seconds: Int? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.seconds = seconds
  }
}

/// One header line.
package struct HTTPHeader: Sendable, Equatable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// An HTTP response with its complete body.
package struct HTTPResponse: Sendable, Equatable {
  package var status: Int
  package var headers: [HTTPHeader]
  package var body: [UInt8]

  package init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// Sends one request; throws `HTTPError` if no complete response came.
package typealias RequestSender = @Sendable (HTTPRequest) async throws -> HTTPResponse

/// Why no complete response came.
package enum HTTPError: Error, Sendable, Hashable {
  /// The host did not answer; the reason is the system's error.
  case unreachable(host: String, reason: String)
  case timedOut(host: String, seconds: Int)
  case tooLarge(host: String, limit: Int)
  case broken(host: String, reason: String)
  /// Not sent, because its headers are too long; a token is the longest of them.
  case tooLong(host: String, limit: Int)
  /// Not sent, because of a configuration error.
  case notSent(host: String, reason: String)

  /// True if the request was not sent, and a retry would not help.
  var isConfigurationError: Bool {
    switch self {
    case .tooLong, .notSent: true
    case .unreachable, .timedOut, .tooLarge, .broken: false
    }
  }
}

extension HTTPRequest {
  /// The path and the query, as in the request line.
  package var target: String {
    let rest = afterScheme
    guard let start = rest.firstIndex(where: { "/?#".contains($0) }) else { return "/" }
    let target = rest[start...].prefix { $0 != "#" }
    return target.hasPrefix("/") ? String(target) : "/" + target
  }

  /// The value of the Host header: the host, and the port if it is not the scheme's default.
  package var hostHeader: String {
    let authority = afterScheme.prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@").last ?? ""
    let defaultPort = url.lowercased().hasPrefix("http://") ? ":80" : ":443"
    return String(host.hasSuffix(defaultPort) ? host.dropLast(defaultPort.count) : host)
  }

  private var afterScheme: Substring {
    url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
  }
}

extension [HTTPHeader] {
  /// The value of the first header of a name; case is ignored.
  package func named(_ name: String) -> String? {
    first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

extension HTTPError: CustomStringConvertible {
  /// A clause that names the host and the error.
  package var description: String {
    switch self {
    case .unreachable(let host, let reason):
      "\(forDisplay(host)) cannot be reached: \(forDisplay(reason, limit: 300))"
    case .timedOut(let host, let seconds):
      "\(forDisplay(host)) did not answer within \(seconds) s"
    case .tooLarge(let host, let limit):
      "the answer from \(forDisplay(host)) is larger than \(limit) bytes"
    case .notSent(let host, let reason):
      "the request to \(forDisplay(host)) was not sent: \(forDisplay(reason, limit: 300))"
    case .tooLong(let host, let limit):
      "the request to \(forDisplay(host)) was not sent: its headers are longer than "
        + "\(limit >> 10) KiB, and the session token is the longest of them"
    case .broken(let host, let reason):
      "the connection to \(forDisplay(host)) broke: \(forDisplay(reason, limit: 300))"
    }
  }
}

/// The value of the `User-Agent` header.
package let userAgent = "switchback"
