package import AWSClient
import Foundation
package import Secrets

/// The credentials of this EC2 instance's role, from the metadata service; throws `ServiceError`.
///
/// Version 2 of the service requires a token, which is requested first. If there is none and
/// version 1 is allowed, the credentials are requested without it. `timeoutSeconds` limits each
/// answer, and `attempts` each request.
package func instanceCredentials(
  endpoint: String, allowsVersion1: Bool, timeoutSeconds: Int, attempts: Int, timing: Timing,
  send: @escaping RequestSender
) async throws -> AWSCredentials {
  let client = APIClient(
    endpoint: Endpoint(url: endpoint, signingRegion: ""),
    retries: RetryPolicy(
      attempts: attempts, seconds: min(50, (timeoutSeconds + 1) * max(attempts, 1)),
      pause: .fixed(seconds: 0)), timing: timing, send: send)
  let token = try await metadataToken(client, allowsVersion1: allowsVersion1, timeoutSeconds)
  let access = MetadataAccess(token: token, seconds: timeoutSeconds)
  let role = try await client.call(GetInstanceRole(access: access))
  return try await client.call(GetInstanceCredentials(access: access, role: role))
}

/// The token; nil if the service only has version 1, and version 1 is allowed.
private func metadataToken(
  _ client: APIClient, allowsVersion1: Bool, _ seconds: Int
) async throws -> Secret? {
  do {
    return try await client.call(GetInstanceToken(seconds: seconds))
  } catch let error as ServiceError where allowsVersion1 && error.mayBeVersion1 {
    return nil
  }
}

extension ServiceError {
  /// True if the request for a token failed as it does with version 1, by the AWS CLI's rules.
  ///
  /// The service rejects it, or a network hop drops the answer to the PUT request.
  fileprivate var mayBeVersion1: Bool {
    switch self {
    case .refused(let errorResponse, _): [403, 404, 405].contains(errorResponse.httpStatus)
    case .noResponse(.timedOut, _, _), .timedOut: true
    case .invalid, .wrongCode, .codeMayBeUsed, .noResponse, .unavailable, .unreadable: false
    }
  }
}

/// The token and the time limit of each request to the metadata service.
struct MetadataAccess: Sendable {
  /// Nil for version 1.
  var token: Secret?
  var seconds: Int

  func request(_ path: String, of endpoint: Endpoint) -> HTTPRequest {
    let token = token.map { HTTPHeader("x-aws-ec2-metadata-token", $0.revealed) }
    return HTTPRequest(
      method: "GET", url: endpoint.url(of: path),
      headers: [token, HTTPHeader("User-Agent", userAgent)].compactMap(\.self), seconds: seconds)
  }
}

/// An operation of the metadata service, whose errors are HTML pages.
protocol MetadataOperation: APIOperation {}

extension MetadataOperation {
  package static var knowsTime: Bool { false }
  package var context: RequestContext { RequestContext(.instanceCredentials) }

  package static func errorResponse(_ response: HTTPResponse) throws(ResponseError) -> ErrorResponse
  {
    ErrorResponse(metadata: response)
  }
}

/// Gets a token that is valid for six hours.
struct GetInstanceToken: MetadataOperation {
  var seconds: Int

  func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest {
    HTTPRequest(
      method: "PUT", url: endpoint.url(of: "/latest/api/token"),
      headers: [
        HTTPHeader("x-aws-ec2-metadata-token-ttl-seconds", "21600"),
        HTTPHeader("User-Agent", userAgent),
      ], seconds: seconds)
  }

  func answer(_ response: HTTPResponse, at date: Date) throws(ResponseError) -> Secret {
    let token = Secret(String(decoding: response.body, as: UTF8.self))
    guard headerViolation("", token) == nil else { throw .invalidValue("metadata token") }
    return token
  }
}

private let rolePath = "/latest/meta-data/iam/security-credentials/"

/// Gets the name of the instance's role.
struct GetInstanceRole: MetadataOperation {
  var access: MetadataAccess

  func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest {
    access.request(rolePath, of: endpoint)
  }

  func answer(_ response: HTTPResponse, at date: Date) throws(ResponseError) -> String {
    let text = String(decoding: response.body, as: UTF8.self)
    let role = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    guard isRoleName(role) else {
      throw .invalidValue("name of a role")
    }
    return role
  }
}

/// True for a valid name of an IAM role (IAM API reference, CreateRole).
private func isRoleName(_ text: String) -> Bool {
  (1...64).contains(text.unicodeScalars.count)
    && text.unicodeScalars.allSatisfy {
      $0.isASCIILetterOrDigit || "_+=,.@-".unicodeScalars.contains($0)
    }
}

/// Gets the credentials of the instance's role.
struct GetInstanceCredentials: MetadataOperation {
  var access: MetadataAccess
  var role: String

  func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest {
    access.request(rolePath + percentEncoded(role.utf8), of: endpoint)
  }

  /// An answer with another `Code` than `Success` also has a successful HTTP status.
  func answer(_ response: HTTPResponse, at date: Date) throws(ResponseError) -> AWSCredentials {
    let code = try decodeJSON(response.body, as: StatusBody.self).Code.text
    guard code == "Success" else { throw .notSuccess(code) }
    return try decodeJSON(response.body, as: MetadataCredentials.self).credentials()
  }
}

private struct StatusBody: Decodable {
  var Code: NonEmptyString
}
