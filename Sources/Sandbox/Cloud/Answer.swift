import Foundation
import STS

/// What an operation gives back, before it is written as XML.
struct Answer: Sendable, Hashable {
  var operation: Operation
  var content: [XMLElement]
  /// The ARN of who asked.
  var caller: String
}

private let namespace = "https://sts.amazonaws.com/doc/2011-06-15/"

/// An answer in the envelope of the query protocol.
func response(_ answer: Answer, id: String, at now: Date) -> HTTPResponse {
  let name = answer.operation.rawValue
  let body = XMLElement(
    "\(name)Response", namespace: namespace,
    [
      XMLElement("\(name)Result", answer.content),
      XMLElement("ResponseMetadata", [XMLElement("RequestId", id)]),
    ])
  return response(200, body, id: id, at: now)
}

/// A refusal in the envelope of the query protocol.
func response(_ refusal: Refusal, id: String, at now: Date) -> HTTPResponse {
  let error = XMLElement(
    "Error",
    [
      XMLElement("Type", refusal.status < 500 ? "Sender" : "Receiver"),
      XMLElement("Code", refusal.code), XMLElement("Message", refusal.message),
    ])
  let body = XMLElement(
    "ErrorResponse", namespace: namespace, [error, XMLElement("RequestId", id)])
  return response(refusal.status, body, id: id, at: now)
}

private func response(
  _ status: Int, _ body: XMLElement, id: String, at now: Date
) -> HTTPResponse {
  HTTPResponse(
    status: status,
    headers: [
      HTTPHeader("x-amzn-RequestId", id), HTTPHeader("Content-Type", "text/xml"),
      HTTPHeader("Date", httpDate(now)),
    ], body: Array("\(body)\n".utf8))
}
