import AWSClient
import Foundation

/// What is given back, before it is written for the wire.
struct Answer: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    case xml(STSAction, [XMLElement])
    case json([UInt8])
    case text(String)
    case page(Page)
    case redirect(to: String)
    case nothing
  }

  var content: Content
  /// The ARN of who asked; a person, a client or a machine where no ARN is behind it.
  var caller: String
}

extension Answer {
  init(json content: some Encodable, caller: String) throws(FakeAWSError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let text = try? encoder.encode(content) else { throw .internalFailure }
    self.init(content: .json(Array(text)), caller: caller)
  }
}

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

/// What stands round every body.
struct Envelope {
  var status: Int
  var headers: [HTTPHeader] = []
  var id: String
  var now: Date

  func response(_ body: [UInt8], _ type: String) -> HTTPResponse {
    let common = [
      HTTPHeader("x-amzn-RequestId", id), HTTPHeader("Content-Type", type),
      HTTPHeader("Date", httpDate(now)),
    ]
    return HTTPResponse(status: status, headers: common + headers, body: body)
  }

  /// JSON of texts alone, keys in order.
  func response(_ texts: [String: String]) -> HTTPResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let body = (try? encoder.encode(texts)) ?? Data("{}".utf8)
    return response(Array(body), "application/json")
  }
}

/// A time as the Date header has it: `Tue, 06 Jan 2026 10:00:00 GMT`, in English whatever the locale.
func httpDate(_ date: Date) -> String {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = .gmt
  let parts = calendar.dateComponents(
    [.year, .month, .day, .weekday, .hour, .minute, .second], from: date)
  let weekday = weekdays[(parts.weekday ?? 1) - 1]
  let month = months[(parts.month ?? 1) - 1]
  let clock = [parts.hour, parts.minute, parts.second].map(twoDigits).joined(separator: ":")
  return "\(weekday), \(twoDigits(parts.day)) \(month) \(parts.year ?? 1970) \(clock) GMT"
}

private let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
private let months = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]

private func twoDigits(_ number: Int?) -> String {
  let number = number ?? 0
  return number < 10 ? "0\(number)" : "\(number)"
}
