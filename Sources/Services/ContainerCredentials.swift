package import AWSClient
import Foundation
package import Secrets

/// The credentials from the credentials endpoint of this container; throws `ServiceError`.
///
/// The limits are those of the AWS CLI: 2 seconds for an answer, and 3 attempts a second apart,
/// also after an answer that is not JSON. Unlike in the AWS CLI, an error response is not retried.
package func containerCredentials(
  url: String, authorization: Secret?, timing: Timing, send: @escaping RequestSender
) async throws -> AWSCredentials {
  let client = APIClient(
    endpoint: Endpoint(url: url, signingRegion: ""),
    retries: RetryPolicy(attempts: 3, seconds: 10, pause: .fixed(seconds: 1)), timing: timing,
    send: send)
  return try await client.call(GetContainerCredentials(authorization: authorization))
}

private struct GetContainerCredentials: JSONOperation {
  static let knowsTime = false
  static let retriesUnlessJSON = true

  var authorization: Secret?

  var violations: [String] {
    let violation = authorization.flatMap {
      headerViolation("The container's authorization token", $0)
    }
    return [violation].compactMap(\.self)
  }

  var context: RequestContext { RequestContext(.containerCredentials) }

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

  func answer(_ response: HTTPResponse, at date: Date) throws(ResponseError) -> AWSCredentials {
    try decodeJSON(response.body, as: MetadataCredentials.self).credentials()
  }

  static func errorResponse(_ response: HTTPResponse) throws(ResponseError) -> ErrorResponse {
    ErrorResponse(metadata: response)
  }
}
