import Foundation
package import Secrets

/// Asks the credentials endpoint of the container that this runs in for its keys; throws `Problem`.
///
/// As the AWS CLI does: 2 seconds for an answer, 3 attempts a second apart, also after an answer that is not JSON.
/// Unlike it, a refusal is not asked again.
package func containerCredentials(
  url: String, authorization: Secret?, timing: Timing, send: @escaping Send
) async throws -> Keys {
  let client = APIClient(
    endpoint: Endpoint(url: url, signingRegion: ""),
    retries: RetryPolicy(attempts: 3, seconds: 10, pause: .fixed(seconds: 1)), timing: timing,
    send: send)
  return try await client.call(GetContainerCredentials(authorization: authorization))
}

private struct GetContainerCredentials: JSONOperation {
  static let knowsTime = false
  static let isAskedAgainUnlessJSON = true

  var authorization: Secret?

  var faults: [String] {
    let fault = authorization.flatMap { headerFault("The container's authorization token", $0) }
    return [fault].compactMap(\.self)
  }

  var asked: Asked { Asked(.containerCredentials) }

  func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest {
    var request = HTTPRequest(
      method: "GET", url: endpoint.url,
      headers: [HTTPHeader("Accept", "application/json"), HTTPHeader("User-Agent", userAgent)],
      seconds: 2)
    if let authorization {
      request.headers.append(HTTPHeader("Authorization", authorization.revealed))
    }
    return request
  }

  func answer(_ response: HTTPResponse, at date: Date) throws(AnswerFault) -> Keys {
    try json(response.body, as: MetadataKeys.self).keys()
  }

  static func refusal(_ response: HTTPResponse) throws(AnswerFault) -> Refusal {
    Refusal(metadata: response)
  }
}
