import Foundation

/// A request whose answers and refusals are JSON.
protocol JSONOperation: APIOperation {}

extension JSONOperation {
  package static func refusal(_ response: HTTPResponse) throws(AnswerFault) -> Refusal {
    try Refusal(json: response)
  }
}
