package import Foundation
package import Secrets

/// One thing that a service of AWS can be asked, as a value.
package protocol APIOperation: Sendable {
  associatedtype Answer: Sendable

  /// False for a service whose clock need not be AWS's.
  static var knowsTime: Bool { get }
  /// True of a service that is asked once more where it has answered with something else than JSON.
  static var retriesUnlessJSON: Bool { get }
  /// What the service would refuse without looking further, in sentences; empty where nothing is.
  var violations: [String] { get }
  /// What is told of the request when it fails.
  var context: RequestContext { get }
  /// The request as it goes out at a time, without a signature.
  func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest
  /// What a successful answer holds, read at a time; throws where it is not the answer to this.
  func answer(_ response: HTTPResponse, at date: Date) throws(ResponseError) -> Answer
  /// What an answer of any other status says; throws where it says nothing that can be read.
  static func errorResponse(_ response: HTTPResponse) throws(ResponseError) -> ErrorResponse
  /// Throws where an answer holds keys that have ended, or a text that no later request could carry.
  static func check(_ answer: Answer, at now: Date) throws(ResponseError)
  /// When keys that an answer grants expire; nil where it grants none, or their end is by our clock.
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

/// The longest token that is taken, in bytes.
///
/// AWS says to be ready for more than 4,096; a variable of the environment holds 128 KiB at most, and the headers of a
/// request, of which it is the longest, 64 KiB.
package let tokenSizeLimit = 32 << 10

extension AWSCredentials {
  /// Throws where the keys have ended at a time, or cannot be sent.
  package func check(at now: Date) throws(ResponseError) {
    if let expiration, expiration <= now { throw .expired(at: expiration, now: now) }
    if let unusablePart { throw .invalidValue(unusablePart.rawValue) }
    try Secret(accessKeyID).check("access key")
    try secretAccessKey.check("secret access key")
    try sessionToken?.check("session token")
  }
}

extension Secret {
  /// Throws where the secret is too long to be sent; `name` says what it is.
  package func check(_ name: String) throws(ResponseError) {
    guard revealed.utf8.count > tokenSizeLimit else { return }
    throw .tooLong(name, limit: tokenSizeLimit)
  }
}

/// A sentence where a secret cannot stand in a header, as with a line break at its end; the secret is not shown.
package func headerViolation(_ name: String, _ value: Secret) -> String? {
  let isLegal = value.revealed.unicodeScalars.allSatisfy {
    $0 == "\t" || (0x20...0x7E).contains($0.value)
  }
  guard !isLegal || value.revealed.isEmpty else { return nil }
  return value.revealed.isEmpty
    ? "\(name) is empty."
    : "\(name) cannot be sent: it holds a line break or another character that no header may have."
}
