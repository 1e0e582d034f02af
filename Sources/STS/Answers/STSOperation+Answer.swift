package import Foundation

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
