package import AWSClient
package import Foundation

/// An operation of STS, as a value.
package protocol STSOperation: APIOperation {
  // Repeated here so that the compiler infers the type from `answer(in:)`.
  associatedtype Answer
  /// AWS's name for the operation, like `AssumeRole`.
  static var action: String { get }
  /// False if a token in the request identifies the caller, so that no credentials are needed.
  static var isSigned: Bool { get }
  /// The parameters to send.
  var form: QueryForm { get }
  /// The answer in the `…Result` element; throws if a part of it is missing.
  static func answer(in result: ResponseElement) throws(ResponseError) -> Answer
}

extension STSOperation {
  package static var isSigned: Bool { true }

  package func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest {
    HTTPRequest(
      url: endpoint.url,
      headers: [
        HTTPHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
        HTTPHeader("User-Agent", userAgent),
      ], body: form.body)
  }
}

extension STSOperation {
  package func answer(_ response: HTTPResponse, at date: Date) throws(ResponseError) -> Answer {
    try Self.answer(response)
  }

  /// The content of a successful answer; throws if it is not an answer to this operation.
  package static func answer(_ response: HTTPResponse) throws(ResponseError) -> Answer {
    let root = try parseXML(response.body)
    guard root.name == action + "Response" else { throw .unexpectedElement(root.name) }
    guard let result = root.child(action + "Result") else {
      throw .missing(action + "Result", in: root.name)
    }
    return try answer(in: result)
  }

  package static func errorResponse(_ response: HTTPResponse) throws(ResponseError) -> ErrorResponse
  {
    try ErrorResponse(response)
  }
}
