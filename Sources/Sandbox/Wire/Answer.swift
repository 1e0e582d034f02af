import AWSClient
import Foundation

/// The result of a request, before it is encoded.
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
  /// The caller's ARN, or the name of a person, a client or a machine.
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

/// The response for an answer.
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

/// The response for an error, in the format of the service.
func response(
  _ error: FakeAWSError, in dialect: Dialect, id: String, at now: Date
) -> HTTPResponse {
  let errorType = [HTTPHeader("x-amzn-ErrorType", error.code)]
  let isJSON = [.portal, .oidc].contains(dialect)
  let envelope = Envelope(
    status: error.status, headers: isJSON ? errorType : [], id: id, now: now)
  return switch dialect {
  case .query: envelope.response(xml(error, id: id), "text/xml")
  case .portal: envelope.response(["message": error.message, "__type": error.code])
  case .oidc:
    envelope.response(["error": error.oauthError, "error_description": error.message])
  case .container: envelope.response(["code": error.code, "message": error.message])
  case .metadata:
    envelope.response(Array("\(error.status) - \(error.message)\n".utf8), "text/plain")
  case .page:
    envelope.response(
      Array("\(Page(title: error.code, [.text(error.message)]))".utf8),
      "text/html; charset=utf-8")
  }
}

private func xml(_ error: FakeAWSError, id: String) -> [UInt8] {
  let element = XMLElement(
    "Error",
    [
      XMLElement("Type", error.status < 500 ? "Sender" : "Receiver"),
      XMLElement("Code", error.code), XMLElement("Message", error.message),
    ])
  let body = XMLElement(
    "ErrorResponse", namespace: namespace, [element, XMLElement("RequestId", id)])
  return Array("\(body)\n".utf8)
}

/// The status and the headers of a response.
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

  /// A JSON object of texts, with sorted keys.
  func response(_ texts: [String: String]) -> HTTPResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let body = (try? encoder.encode(texts)) ?? Data("{}".utf8)
    return response(Array(body), "application/json")
  }
}

/// A time in the format of the Date header, like `Tue, 06 Jan 2026 10:00:00 GMT`, in every locale.
///
/// AWSClient reads this format by its own code, which this one tests.
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
