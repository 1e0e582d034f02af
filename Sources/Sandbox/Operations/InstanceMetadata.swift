import AWSClient
import Foundation
import Secrets

extension FakeAWS {
  /// The instance's metadata: a token, the name of the role, or the role's credentials.
  mutating func metadata(
    _ route: Route, _ request: HTTPRequest, at now: Date
  ) throws(FakeAWSError) -> Answer {
    guard let instance else { throw .notFound }
    guard route != .getMetadataToken else { return try metadataToken(request, at: now) }
    try instance.checkToken(of: request, at: now)
    guard let arn = instance.roleARN, let role = ARN(arn)?.name else { throw .notFound }
    let folder = route.path + "iam/security-credentials/"
    switch request.path {
    case folder: return Answer(content: .text(role), caller: machine)
    case folder + role: return try instanceCredentials(arn, seconds: instance.seconds, at: now)
    default: throw .notFound
    }
  }

  private mutating func metadataToken(
    _ request: HTTPRequest, at now: Date
  ) throws(FakeAWSError) -> Answer {
    let text = request.headers.named("x-aws-ec2-metadata-token-ttl-seconds")
    guard let seconds = text.flatMap({ Int($0) }), (1...21_600).contains(seconds) else {
      throw FakeAWSError(code: "BadRequest", status: 400, message: "Bad Request")
    }
    // Like AWS, rejects proxies, which could expose the instance's role.
    guard request.headers.named("x-forwarded-for") == nil else {
      throw FakeAWSError(code: "Forbidden", status: 403, message: "Forbidden")
    }
    let token = randomSource.token()
    instance?.tokens[token] = now + TimeInterval(seconds)
    return Answer(content: .text(token), caller: machine)
  }

  private mutating func instanceCredentials(
    _ arn: String, seconds: Int, at now: Date
  ) throws(FakeAWSError) -> Answer {
    let caller = Caller(identity: .role(arn: arn, session: machine), isTemporary: true)
    let credentials = try credentials(for: caller, seconds: seconds, at: now)
    return try Answer(
      json: [
        "Code": "Success", "Type": "AWS-HMAC", "LastUpdated": now.formatted(.iso8601),
        "AccessKeyId": credentials.accessKeyID,
        "SecretAccessKey": credentials.secretAccessKey.revealed,
        "Token": credentials.sessionToken?.revealed, "Expiration": credentials.expirationText,
      ], caller: caller.arn)
  }
}

private let machine = "i-0123456789abcdef0"

extension Instance {
  fileprivate func checkToken(of request: HTTPRequest, at now: Date) throws(FakeAWSError) {
    guard let token = request.headers.named("x-aws-ec2-metadata-token") else {
      guard allowsVersion1 else { throw .noToken }
      return
    }
    guard let end = tokens[token], end > now else { throw .noToken }
  }
}

extension FakeAWSError {
  fileprivate static let notFound = FakeAWSError(
    code: "NotFound", status: 404, message: "Not Found")

  fileprivate static let noToken = FakeAWSError(
    code: "Unauthorized", status: 401, message: "Unauthorized")
}

/// An EC2 instance with a metadata service.
package struct Instance: Sendable, Hashable {
  /// The role's ARN; nil if the instance has no role.
  package let roleARN: String?
  package var allowsVersion1: Bool
  /// The lifetime of the role's credentials.
  package var seconds: Int
  /// The tokens for the metadata, and when they expire.
  var tokens: [String: Date] = [:]

  package init(roleARN: String?, allowsVersion1: Bool = false, seconds: Int = 6 * 3600) {
    self.roleARN = roleARN
    self.allowsVersion1 = allowsVersion1
    self.seconds = seconds
  }
}
