import AWSClient
import Foundation

/// The parameters of a request, from the URL and from a body that is a form or JSON.
struct Parameters: Sendable {
  private var values: [String: String] = [:]
  /// False if a JSON body is not an object of texts and lists of texts.
  private(set) var isValid = true

  init(_ request: HTTPRequest) {
    let query = request.target.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    addForm(String(query))
    let type = request.headers.named("content-type")?.lowercased() ?? ""
    if type.hasPrefix("application/json") || type.hasPrefix("application/x-amz-json") {
      addJSON(request.body)
    } else {
      addForm(String(decoding: request.body, as: UTF8.self))
    }
  }

  private mutating func addForm(_ text: String) {
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      values[decoded(parts[0])] = parts.count == 2 ? decoded(parts[1]) : ""
    }
  }

  private mutating func addJSON(_ body: [UInt8]) {
    guard !body.isEmpty else { return }
    let object = try? JSONSerialization.jsonObject(with: Data(body))
    isValid = object is [String: Any]
    for (name, value) in object as? [String: Any] ?? [:] {
      switch value {
      case let text as String: values[name] = text
      case let texts as [String]:
        for (index, text) in texts.enumerated() { values["\(name).member.\(index + 1)"] = text }
      case is NSNull: continue
      default: isValid = false
      }
    }
  }

  subscript(name: String) -> String? { values[name] }

  /// The values of a list, from `name.member.1` up to the first that is missing.
  ///
  /// `field` names a part of each member: `Key` reads `Tags.member.1.Key`.
  func list(_ name: String, field: String? = nil) -> [String] {
    var found: [String] = []
    let end = field.map { "." + $0 } ?? ""
    while let value = values["\(name).member.\(found.count + 1)\(end)"] {
      found.append(value)
    }
    return found
  }

  /// All parameters, with codes, tokens and secrets masked.
  var withoutSecrets: [String: String] {
    values.merging(values.filter { Self.secrets.contains($0.key) }) { _, _ in "••••" }
  }

  private static let secrets: Set = [
    "TokenCode", "WebIdentityToken", "SAMLAssertion", "clientSecret", "deviceCode",
    "refreshToken", "code", "codeVerifier",
  ]
}

private func decoded(_ text: Substring) -> String {
  let spaced = String(text).replacing("+", with: " ")
  return spaced.removingPercentEncoding ?? spaced
}
