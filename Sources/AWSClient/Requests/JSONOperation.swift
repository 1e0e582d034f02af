import Foundation

/// An operation whose answers and errors are JSON.
package protocol JSONOperation: APIOperation {}

extension JSONOperation {
  package static func errorResponse(_ response: HTTPResponse) throws(ResponseError) -> ErrorResponse
  {
    try ErrorResponse(json: response)
  }
}

extension HTTPRequest {
  /// A request with a JSON body, to a path of an endpoint.
  package static func post(_ body: some Encodable, to endpoint: Endpoint, _ path: String)
    -> HTTPRequest
  {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Request bodies contain only texts, numbers and lists of them, which can always be encoded.
    let bytes = (try? encoder.encode(body)).map(Array.init) ?? []
    return HTTPRequest(
      url: endpoint.url(of: path),
      headers: [
        HTTPHeader("Content-Type", "application/json"), HTTPHeader("User-Agent", userAgent),
      ], body: bytes)
  }
}

extension Endpoint {
  /// The URL of a path of the service, appended to the endpoint's own path.
  package func url(of path: String) -> String {
    let base = url.prefix { $0 != "?" && $0 != "#" }
    return base.dropLast(base.reversed().prefix { $0 == "/" }.count) + path
  }
}
