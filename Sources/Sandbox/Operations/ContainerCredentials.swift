import AWSClient
import Foundation
package import Secrets

extension FakeAWS {
  /// The keys of a container's role, for whoever brings its very Authorization.
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
    let keys = try keys(for: caller, seconds: container.seconds, at: now)
    return try Answer(
      json: [
        "AccessKeyId": keys.accessKeyID, "SecretAccessKey": keys.secretAccessKey.revealed,
        "Token": keys.sessionToken?.revealed, "Expiration": keys.expirationText,
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

/// A container whose agent hands out keys of a role.
package struct Container: Sendable, Hashable {
  /// Under `/credentials/`.
  package let name: String
  /// What the Authorization header must be; nil where none is asked for.
  package let authorization: Secret?
  package let roleARN: String
  /// How long the keys last.
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
