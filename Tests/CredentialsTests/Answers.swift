import AWSClient
import Foundation
import Synchronization

/// What STS answers where it grants a role's session for an hour.
func granted(
  _ operation: String, key: String, arn: String, until end: String = "2026-09-21T15:13:20Z"
) -> HTTPResponse {
  let body = """
    <\(operation)Response><\(operation)Result><Credentials><AccessKeyId>\(key)</AccessKeyId>\
    <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>\(end)</Expiration>\
    </Credentials><AssumedRoleUser><AssumedRoleId>AROA:s</AssumedRoleId><Arn>\(arn)</Arn></AssumedRoleUser>\
    </\(operation)Result></\(operation)Response>
    """
  return HTTPResponse(status: 200, body: Array(body.utf8))
}

func refused(_ status: Int, _ code: String, _ message: String = "No.") -> HTTPResponse {
  let body =
    "<ErrorResponse><Error><Code>\(code)</Code><Message>\(message)</Message></Error></ErrorResponse>"
  return HTTPResponse(status: status, body: Array(body.utf8))
}

extension HTTPRequest {
  /// The parameters of a request in the query protocol.
  var parameters: [String: String] {
    var parts = URLComponents()
    parts.percentEncodedQuery = String(decoding: body, as: UTF8.self)
    let pairs = parts.queryItems?.map { ($0.name, $0.value ?? "") } ?? []
    return Dictionary(pairs) { first, _ in first }
  }
}

/// What was sent, in order.
final class Requests: Sendable {
  private let requests = Mutex<[HTTPRequest]>([])

  var all: [HTTPRequest] { requests.withLock(\.self) }

  func add(_ request: HTTPRequest) { requests.withLock { $0.append(request) } }
}
