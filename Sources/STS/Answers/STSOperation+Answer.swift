package import Foundation

extension STSOperation {
  package func answer(_ response: HTTPResponse, at date: Date) throws(AnswerFault) -> Answer {
    try Self.answer(response)
  }

  /// What a successful answer holds; throws where it is not the answer to this action.
  package static func answer(_ response: HTTPResponse) throws(AnswerFault) -> Answer {
    let root = try xml(response.body)
    guard root.name == action + "Response" else { throw .unexpected(root.name) }
    guard let result = root.child(action + "Result") else {
      throw .missing(action + "Result", in: root.name)
    }
    return try answer(in: result)
  }

  package static func refusal(_ response: HTTPResponse) throws(AnswerFault) -> Refusal {
    try Refusal(response)
  }
}
