import AWSClient
import Foundation
import Sandbox

/// Where the pretend AWS of these tests seems to be.
let origin = "http://127.0.0.1:4566"

extension FakeAWS {
  mutating func send(
    _ method: String, _ target: String, _ headers: [String: String] = [:], body: [UInt8] = [],
    at date: Date = now
  ) -> Reply {
    let headers = headers.sorted { $0.key < $1.key }.map { HTTPHeader($0.key, $0.value) }
    return Reply(
      answer(
        HTTPRequest(method: method, url: origin + target, headers: headers, body: body), at: date))
  }

  mutating func get(
    _ path: String, _ query: [String: String] = [:], headers: [String: String] = [:],
    at date: Date = now
  ) -> Reply {
    let query = query.map { "\($0)=\(escaped($1))" }.sorted().joined(separator: "&")
    return send("GET", query.isEmpty ? path : "\(path)?\(query)", headers, at: date)
  }

  /// Posts JSON, as clients of Identity Center do.
  mutating func post(_ path: String, _ body: [String: any Sendable], at date: Date = now) -> Reply {
    let text = (try? JSONSerialization.data(withJSONObject: body)) ?? Data()
    return send(
      "POST", path, ["Content-Type": "application/json"], body: Array(text), at: date)
  }

  /// Posts a form of an operation that is not signed.
  mutating func askUnsigned(
    _ action: String, _ parameters: [String: String], at date: Date = now
  ) -> Reply {
    Reply(answer(.form(action, parameters), at: date))
  }
}

extension Reply {
  /// A text or a number of a JSON answer, by a path like `roleCredentials.expiration`.
  func json(_ path: String) -> String? {
    var value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
    for name in path.split(separator: ".") {
      value = (value as? [String: Any])?[String(name)] ?? (value as? [Any])?[at: Int(name) ?? 0]
    }
    return (value as? String) ?? (value as? NSNumber).map { "\($0)" }
  }

  /// Status, error and reason of a refusal in JSON, of whichever service.
  var jsonRefusal: String {
    let code = json("error") ?? json("code") ?? headers.named("x-amzn-errortype") ?? ""
    return "\(status) \(code): \(json("error_description") ?? json("message") ?? "")"
  }

  /// The parameters with which a browser is sent on.
  var redirect: [String: String] {
    let items = headers.named("location").flatMap { URLComponents(string: $0) }?.queryItems ?? []
    return Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
  }
}

extension [Any] {
  fileprivate subscript(at index: Int) -> Any? { indices.contains(index) ? self[index] : nil }
}
