package import AWSClient
import Foundation
package import Secrets

/// Asks the metadata service of the EC2 instance that this runs on for its role's keys; throws `ServiceError`.
///
/// First for a token, as version 2 wants it; where there is none to be had and version 1 is allowed, without. Each
/// answer has `timeoutSeconds`, and each request so many attempts.
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

/// The token; nil where the service is of version 1 only, and may be.
private func metadataToken(
  _ client: APIClient, allowsVersion1: Bool, _ seconds: Int
) async throws -> Secret? {
  do {
    return try await client.call(GetInstanceToken(seconds: seconds))
  } catch let problem as ServiceError where allowsVersion1 && problem.mayBeVersion1 {
    return nil
  }
}

extension ServiceError {
  /// True where the request for a token failed as it does where there are none, by the AWS CLI's rules: refused, or
  /// lost on a hop that lets no answer to a PUT through.
  fileprivate var mayBeVersion1: Bool {
    switch self {
    case .refused(let refusal, _): [403, 404, 405].contains(refusal.httpStatus)
    case .noResponse(.timedOut, _, _), .timedOut: true
    default: false
    }
  }
}

/// What each request to the metadata service carries.
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

/// A request to the metadata service, which refuses with pages for people.
protocol MetadataOperation: APIOperation {}

extension MetadataOperation {
  package static var knowsTime: Bool { false }
  package var context: RequestContext { RequestContext(.instanceCredentials) }

  package static func errorResponse(_ response: HTTPResponse) throws(ResponseError) -> ErrorResponse
  {
    ErrorResponse(metadata: response)
  }
}

/// Asks for a token, good for six hours.
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

/// Asks for the name of the instance's role.
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

/// True for what IAM takes as the name of a role (IAM API reference, CreateRole).
private func isRoleName(_ text: String) -> Bool {
  (1...64).contains(text.unicodeScalars.count)
    && text.unicodeScalars.allSatisfy {
      $0.isASCIILetterOrDigit || "_+=,.@-".unicodeScalars.contains($0)
    }
}

/// Asks for the keys of the instance's role.
struct GetInstanceCredentials: MetadataOperation {
  var access: MetadataAccess
  var role: String

  func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest {
    access.request(rolePath + percentEncoded(role.utf8), of: endpoint)
  }

  /// Another `Code` than Success comes with the status of a success.
  func answer(_ response: HTTPResponse, at date: Date) throws(ResponseError) -> AWSCredentials {
    let code = try decodeJSON(response.body, as: StatusBody.self).Code.text
    guard code == "Success" else { throw .notSuccess(code) }
    return try decodeJSON(response.body, as: MetadataCredentials.self).credentials()
  }
}

private struct StatusBody: Decodable {
  var Code: NonEmptyString
}
