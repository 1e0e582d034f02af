package import AWSClient
package import Foundation

/// One thing that STS can be asked, as a value.
package protocol STSOperation: APIOperation {
  // Said again, since the compiler finds the type by `answer(in:)`, which only operations of STS have.
  associatedtype Answer
  /// As AWS calls it: `AssumeRole`.
  static var action: String { get }
  /// False where a token in the request proves who asks, so that no keys are needed.
  static var isSigned: Bool { get }
  /// The parameters as they are sent.
  var form: QueryForm { get }
  /// The answer out of the `…Result` element; throws where a part of it is missing.
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

  /// What a successful answer holds; throws where it is not the answer to this action.
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
