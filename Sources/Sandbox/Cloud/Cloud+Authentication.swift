import Foundation
import STS
import Secrets

extension FakeAWS {
  /// Who signed a request; throws where that is no user of this cloud.
  func authenticatedCaller(of request: HTTPRequest, at now: Date) throws(FakeAWSError) -> Caller {
    let authorization = try Authorization(request)
    try authorization.checkScope()
    let token = request.headers.named("x-amz-security-token").map(Secret.init)
    let (caller, secret) = try owner(of: authorization.accessKeyID, token: token, at: now)
    guard partition(ofRegion: authorization.scope.region) == caller.partition else {
      throw .invalidToken
    }
    try authorization.checkClock(at: now)
    try authorization.checkSignature(of: request, secret: secret)
    try faults.checkRegion(authorization.scope.region, of: caller)
    return caller
  }

  private func owner(
    of accessKeyID: String, token: Secret?, at now: Date
  ) throws(FakeAWSError) -> (Caller, Secret) {
    guard let token else { return try longTermOwner(of: accessKeyID) }
    guard let session = Session(token: token, key: sealingKey), session.accessKeyID == accessKeyID
    else { throw .invalidToken }
    guard Double(session.end) > now.timeIntervalSince1970 else { throw .expiredToken }
    return (session.caller, derivedSecret(of: accessKeyID, key: sealingKey))
  }

  private func longTermOwner(of accessKeyID: String) throws(FakeAWSError) -> (Caller, Secret) {
    for user in users {
      guard let keys = user.accessKeys.first(where: { $0.accessKeyID == accessKeyID }) else {
        continue
      }
      return (Caller(identity: .user(arn: user.arn)), keys.secretAccessKey)
    }
    throw .invalidToken
  }
}
