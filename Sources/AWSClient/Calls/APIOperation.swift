package import Foundation
package import Secrets

/// An operation of an AWS service, as a value.
package protocol APIOperation: Sendable {
  associatedtype Answer: Sendable

  /// False for a service whose clock may differ from AWS's clock.
  static var knowsTime: Bool { get }
  /// True if a request is retried after an answer that is not JSON.
  static var retriesUnlessJSON: Bool { get }
  /// The parameters that the service would reject, a sentence each; empty if there are none.
  var violations: [String] { get }
  /// The facts about the request that its error message tells.
  var context: RequestContext { get }
  /// The unsigned request for a given time.
  func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest
  /// The content of a successful answer that was received at `date`.
  ///
  /// Throws if the response is not an answer to this operation.
  func answer(_ response: HTTPResponse, at date: Date) throws(ResponseError) -> Answer
  /// The error in a response with any other status; throws if it cannot be read.
  static func errorResponse(_ response: HTTPResponse) throws(ResponseError) -> ErrorResponse
  /// Throws if an answer has expired credentials, or a text that a later request cannot carry.
  static func check(_ answer: Answer, at now: Date) throws(ResponseError)
  /// When the credentials in an answer expire, by AWS's clock.
  ///
  /// Nil if it has no credentials, or if their end was computed from this machine's clock.
  static func grantedExpiration(of answer: Answer) -> Date?
}

extension APIOperation {
  package static var knowsTime: Bool { true }
  package static var retriesUnlessJSON: Bool { false }
  package var violations: [String] { [] }
  package static func check(_ answer: Answer, at now: Date) throws(ResponseError) {}
  package static func grantedExpiration(of answer: Answer) -> Date? { nil }
}

extension APIOperation where Answer == AWSCredentials {
  package static func check(_ answer: Answer, at now: Date) throws(ResponseError) {
    try answer.check(at: now)
  }

  package static func grantedExpiration(of answer: Answer) -> Date? { answer.expiration }
}

/// The maximum length of a token, in bytes.
///
/// AWS says that tokens can be longer than 4,096 bytes. An environment variable holds at most
/// 128 KiB, and a request's headers, of which the token is the longest, at most 64 KiB.
package let tokenSizeLimit = 32 << 10

extension AWSCredentials {
  /// Throws if the credentials have expired at a time, or cannot be sent.
  package func check(at now: Date) throws(ResponseError) {
    if let expiration, expiration <= now { throw .expired(at: expiration, now: now) }
    if let unusablePart { throw .invalidValue(unusablePart.rawValue) }
    try Secret(accessKeyID).check("access key")
    try secretAccessKey.check("secret access key")
    try sessionToken?.check("session token")
  }
}

extension Secret {
  /// Throws if the secret is too long to be sent; `name` is its name in the error.
  package func check(_ name: String) throws(ResponseError) {
    guard revealed.utf8.count > tokenSizeLimit else { return }
    throw .tooLong(name, limit: tokenSizeLimit)
  }
}

/// A sentence that says why a header cannot carry a secret; nil if it can.
///
/// One reason is a line break at the secret's end. The sentence does not show the secret.
package func headerViolation(_ name: String, _ value: Secret) -> String? {
  let isLegal = value.revealed.unicodeScalars.allSatisfy {
    $0 == "\t" || (0x20...0x7E).contains($0.value)
  }
  guard !isLegal || value.revealed.isEmpty else { return nil }
  return value.revealed.isEmpty
    ? "\(name) is empty."
    : "\(name) cannot be sent: it contains a line break or another character that HTTP headers "
      + "do not allow."
}
