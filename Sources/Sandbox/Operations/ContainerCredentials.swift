import AWSClient
import Foundation
package import Secrets

extension FakeAWS {
  /// The credentials of a container's role, for requests with the container's Authorization.
  mutating func containerCredentials(
    _ request: HTTPRequest, at now: Date
  ) throws(FakeAWSError) -> Answer {
    let sent = request.headers.named("authorization")
    guard let container = containers.first(where: { $0.path == request.path }) else {
      throw FakeAWSError(
        code: "NotFound", status: 404, message: "No credentials at \(request.path)")
    }
    if let expected = container.authorization {
      guard let sent else { throw .unauthorized }
      guard sent == expected.revealed else { throw .wrongAuthorization }
    }
    let caller = Caller(
      identity: .role(arn: container.roleARN, session: container.name), isTemporary: true)
    let credentials = try credentials(for: caller, seconds: container.seconds, at: now)
    return try Answer(
      json: [
        "AccessKeyId": credentials.accessKeyID,
        "SecretAccessKey": credentials.secretAccessKey.revealed,
        "Token": credentials.sessionToken?.revealed, "Expiration": credentials.expirationText,
        "AccountId": caller.account, "RoleArn": container.roleARN,
      ], caller: caller.arn)
  }
}

extension FakeAWSError {
  fileprivate static let unauthorized = FakeAWSError(
    code: "Unauthorized", status: 401, message: "The request has no Authorization")

  fileprivate static let wrongAuthorization = FakeAWSError(
    code: "AccessDenied", status: 403, message: "The request has another Authorization")
}

/// A container whose agent provides credentials for a role.
package struct Container: Sendable, Hashable {
  /// The name, which is the path under `/credentials/`.
  package let name: String
  /// The required Authorization header; nil if none is required.
  package let authorization: Secret?
  package let roleARN: String
  /// The lifetime of the credentials.
  package var seconds: Int

  package init(_ name: String, roleARN: String, authorization: Secret?, seconds: Int = 3600) {
    self.name = name
    self.roleARN = roleARN
    self.authorization = authorization
    self.seconds = seconds
  }

  /// The path of its credentials.
  package var path: String { Route.getContainerCredentials.path + name }
}
