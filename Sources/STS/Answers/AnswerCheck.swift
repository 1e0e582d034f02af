import Foundation
import Secrets

/// Throws where an answer holds keys that have ended, or a text that no later request could carry.
func check(_ answer: some Sendable, at now: Date) throws(ResponseError) {
  switch answer {
  case let keys as AWSCredentials: try keys.check(at: now)
  case let role as AssumedRole: try role.credentials.check(at: now)
  case let token as SignInToken: try token.credentials.check(at: now)
  case let token as OIDCToken: try token.accessToken.check("access token")
  default: break
  }
}

/// The longest token that is taken, in bytes.
///
/// AWS says to be ready for more than 4,096; a variable of the environment holds 128 KiB at most, and the headers of a
/// request, of which it is the longest, 64 KiB.
package let tokenSizeLimit = 32 << 10

extension AWSCredentials {
  fileprivate func check(at now: Date) throws(ResponseError) {
    if let expiration, expiration <= now { throw .expired(at: expiration, now: now) }
    if let unusablePart { throw .invalidValue(unusablePart.rawValue) }
    try Secret(accessKeyID).check("access key")
    try secretAccessKey.check("secret access key")
    try sessionToken?.check("session token")
  }
}

extension Secret {
  fileprivate func check(_ name: String) throws(ResponseError) {
    guard revealed.utf8.count > tokenSizeLimit else { return }
    throw .tooLong(name, limit: tokenSizeLimit)
  }
}
