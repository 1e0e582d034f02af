import Foundation
import STS

private let namespace = "https://sts.amazonaws.com/doc/2011-06-15/"

/// An answer as the wire has it.
func response(_ answer: Answer, id: String, at now: Date) -> HTTPResponse {
  let envelope = Envelope(status: 200, id: id, now: now)
  return switch answer.content {
  case .xml(let operation, let content):
    envelope.response(xml(operation, content, id: id), "text/xml")
  case .json(let text): envelope.response(text, "application/json")
  case .text(let text): envelope.response(Array(text.utf8), "text/plain")
  case .page(let page): envelope.response(Array("\(page)".utf8), "text/html; charset=utf-8")
  case .redirect(let url):
    Envelope(status: 302, headers: [HTTPHeader("Location", url)], id: id, now: now)
      .response([], "text/plain")
  case .nothing: envelope.response([], "application/json")
  }
}

private func xml(_ operation: STSAction, _ content: [XMLElement], id: String) -> [UInt8] {
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
  _ refusal: FakeAWSError, in dialect: Dialect, id: String, at now: Date
) -> HTTPResponse {
  let named = [HTTPHeader("x-amzn-ErrorType", refusal.code)]
  let isJSON = [.portal, .oidc].contains(dialect)
  let envelope = Envelope(
    status: refusal.status, headers: isJSON ? named : [], id: id, now: now)
  return switch dialect {
  case .query: envelope.response(xml(refusal, id: id), "text/xml")
  case .portal: envelope.response(["message": refusal.message, "__type": refusal.code])
  case .oidc:
    envelope.response(["error": refusal.oauthError, "error_description": refusal.message])
  case .container: envelope.response(["code": refusal.code, "message": refusal.message])
  case .metadata:
    envelope.response(Array("\(refusal.status) - \(refusal.message)\n".utf8), "text/plain")
  case .page:
    envelope.response(
      Array("\(Page(title: refusal.code, [.text(refusal.message)]))".utf8),
      "text/html; charset=utf-8")
  }
}

private func xml(_ refusal: FakeAWSError, id: String) -> [UInt8] {
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
