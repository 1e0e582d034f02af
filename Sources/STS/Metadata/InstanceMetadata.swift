import Foundation
import Secrets

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
    guard ParameterLimit.roleName.violation(in: role) == nil else {
      throw .invalidValue("name of a role")
    }
    return role
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
