import Foundation
import STS

/// What a request of the query protocol asks: names and values, from the URL and from a form body.
struct Parameters: Sendable {
  private var values: [String: String] = [:]

  init(_ request: HTTPRequest) {
    let query = request.target.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    for text in [String(query), String(decoding: request.body, as: UTF8.self)] {
      for pair in text.split(separator: "&") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        values[decoded(parts[0])] = parts.count == 2 ? decoded(parts[1]) : ""
      }
    }
  }

  subscript(name: String) -> String? { values[name] }

  /// The values of a list, `name.member.1` and on, up to the first that is missing.
  ///
  /// `field` names a member's part: `Key` reads `Tags.member.1.Key`.
  func list(_ name: String, field: String? = nil) -> [String] {
    var found: [String] = []
    let end = field.map { "." + $0 } ?? ""
    while let value = values["\(name).member.\(found.count + 1)\(end)"] {
      found.append(value)
    }
    return found
  }

  /// All of them, with those masked that prove who someone is.
  var withoutSecrets: [String: String] {
    values.merging(values.filter { Self.secrets.contains($0.key) }) { _, _ in "••••" }
  }

  private static let secrets: Set = ["TokenCode", "WebIdentityToken", "SAMLAssertion"]
}

private func decoded(_ text: Substring) -> String {
  let spaced = String(text).replacing("+", with: " ")
  return spaced.removingPercentEncoding ?? spaced
}
