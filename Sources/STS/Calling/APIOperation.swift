package import Foundation

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
}

extension APIOperation {
  package static var knowsTime: Bool { true }
  package static var retriesUnlessJSON: Bool { false }
  package var violations: [String] { [] }
}
