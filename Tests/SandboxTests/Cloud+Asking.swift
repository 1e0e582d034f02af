import AWSClient
import Foundation
import Sandbox
import Secrets

/// Noon of a Tuesday in January; all that tests ask is asked then, unless they say otherwise.
let now = Date(timeIntervalSince1970: 1_767_700_800)

extension FakeAWS {
  /// Signs a request as a client would, and answers it.
  mutating func ask(
    _ action: String, _ parameters: [String: String] = [:], as keys: AWSCredentials = .maya,
    at date: Date = now, signedAt: Date? = nil, region: String = "eu-west-1",
    service: String = "sts"
  ) -> Reply {
    let request = signed(
      .form(action, parameters), credentials: keys, region: region, service: service,
      at: signedAt ?? date)
    return Reply(answer(request, at: date))
  }

  /// Assumes a role of the account 222233334444.
  mutating func assume(
    _ role: String, as keys: AWSCredentials = .maya, _ parameters: [String: String] = [:],
    at date: Date = now
  ) -> Reply {
    let all = ["RoleArn": roleARN(role), "RoleSessionName": "test"].merging(parameters) { $1 }
    return ask("AssumeRole", all, as: keys, at: date)
  }
}

extension HTTPRequest {
  /// A request of the query protocol, unsigned.
  static func form(
    _ action: String, _ parameters: [String: String] = [:], url: String = "http://127.0.0.1:4566/"
  ) -> HTTPRequest {
    let all = ["Action": action, "Version": "2011-06-15"].merging(parameters) { $1 }
    let body = all.map { "\($0)=\(escaped($1))" }.sorted().joined(separator: "&")
    let type = HTTPHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
    return HTTPRequest(url: url, headers: [type], body: Array(body.utf8))
  }
}

func escaped(_ value: String) -> String {
  let kept = CharacterSet(charactersIn: "-._~").union(.alphanumerics)
  return value.addingPercentEncoding(withAllowedCharacters: kept) ?? value
}

func roleARN(_ name: String) -> String { "arn:aws:iam::222233334444:role/\(name)" }
