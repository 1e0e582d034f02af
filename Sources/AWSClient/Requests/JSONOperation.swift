import Foundation

/// A request whose answers and refusals are JSON.
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
    // Texts, numbers and lists of them, which is all that is sent, can always be written.
    let bytes = (try? encoder.encode(body)).map(Array.init) ?? []
    return HTTPRequest(
      url: endpoint.url(of: path),
      headers: [
        HTTPHeader("Content-Type", "application/json"), HTTPHeader("User-Agent", userAgent),
      ], body: bytes)
  }
}

extension Endpoint {
  /// The URL of a path of the service, after whatever path the endpoint itself has.
  package func url(of path: String) -> String {
    let base = url.prefix { $0 != "?" && $0 != "#" }
    return base.dropLast(base.reversed().prefix { $0 == "/" }.count) + path
  }
}
