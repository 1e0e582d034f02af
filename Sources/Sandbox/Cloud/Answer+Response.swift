import Foundation
import STS

private let namespace = "https://sts.amazonaws.com/doc/2011-06-15/"

/// An answer as the wire has it.
func response(_ answer: Answer, id: String, at now: Date) -> HTTPResponse {
  let envelope = Envelope(status: 200, id: id, now: now)
  return switch answer.content {
  case .xml(let operation, let content):
    envelope.holding(xml(operation, content, id: id), "text/xml")
  case .json(let text): envelope.holding(text, "application/json")
  case .text(let text): envelope.holding(Array(text.utf8), "text/plain")
  case .page(let page): envelope.holding(Array("\(page)".utf8), "text/html; charset=utf-8")
  case .redirect(let url):
    Envelope(status: 302, headers: [HTTPHeader("Location", url)], id: id, now: now)
      .holding([], "text/plain")
  case .nothing: envelope.holding([], "application/json")
  }
}

private func xml(_ operation: Operation, _ content: [XMLElement], id: String) -> [UInt8] {
  let name = operation.rawValue
  let body = XMLElement(
    "\(name)Response", namespace: namespace,
    [
      XMLElement("\(name)Result", content),
      XMLElement("ResponseMetadata", [XMLElement("RequestId", id)]),
    ])
  return Array("\(body)\n".utf8)
}

/// A refusal as the service that refuses has it.
func response(
  _ refusal: Refusal, in dialect: Dialect, id: String, at now: Date
) -> HTTPResponse {
  let named = [HTTPHeader("x-amzn-ErrorType", refusal.code)]
  let isJSON = [.portal, .oidc].contains(dialect)
  let envelope = Envelope(
    status: refusal.status, headers: isJSON ? named : [], id: id, now: now)
  return switch dialect {
  case .query: envelope.holding(xml(refusal, id: id), "text/xml")
  case .portal: envelope.holding(["message": refusal.message, "__type": refusal.code])
  case .oidc:
    envelope.holding(["error": refusal.oauthError, "error_description": refusal.message])
  case .container: envelope.holding(["code": refusal.code, "message": refusal.message])
  case .metadata:
    envelope.holding(Array("\(refusal.status) - \(refusal.message)\n".utf8), "text/plain")
  case .page:
    envelope.holding(
      Array("\(Page(title: refusal.code, [.text(refusal.message)]))".utf8),
      "text/html; charset=utf-8")
  }
}

private func xml(_ refusal: Refusal, id: String) -> [UInt8] {
  let error = XMLElement(
    "Error",
    [
      XMLElement("Type", refusal.status < 500 ? "Sender" : "Receiver"),
      XMLElement("Code", refusal.code), XMLElement("Message", refusal.message),
    ])
  let body = XMLElement(
    "ErrorResponse", namespace: namespace, [error, XMLElement("RequestId", id)])
  return Array("\(body)\n".utf8)
}
