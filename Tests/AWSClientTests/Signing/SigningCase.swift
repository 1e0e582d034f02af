import AWSClient
import Foundation
import Secrets

/// One case of AWS's signing suite: a request as text, and each stage of its signature.
struct SigningCase {
  struct Context: Decodable {
    struct Credentials: Decodable {
      var access_key_id: String
      var secret_access_key: String
      var token: String?
    }
    var credentials: Credentials
    var normalize: Bool
    var omit_session_token: Bool?
    var region: String
    var service: String
    var sign_body: Bool
    var timestamp: String
  }

  let context: Context
  let request: HTTPRequest
  let canonical, stringToSign, signature: String
  let signedRequest: HTTPRequest

  static let folder = "aws-c-auth/v4"

  init(_ name: String) throws {
    func read(_ file: String) throws -> String {
      try Conformance.text("\(Self.folder)/\(name)/\(file)")
    }
    context = try Conformance.decoded("\(Self.folder)/\(name)/context.json", as: Context.self)
    request = parsed(try read("request.txt"))
    canonical = try read("header-canonical-request.txt")
    stringToSign = try read("header-string-to-sign.txt")
    signature = try read("header-signature.txt")
    signedRequest = parsed(try read("header-signed-request.txt"))
  }

  var date: Date {
    get throws { try Date(context.timestamp, strategy: .iso8601) }
  }

  var keys: AWSCredentials {
    let isSigned = context.omit_session_token != true
    return AWSCredentials(
      accessKeyID: context.credentials.access_key_id,
      secretAccessKey: Secret(context.credentials.secret_access_key),
      sessionToken: isSigned ? context.credentials.token.map(Secret.init) : nil)
  }
}

/// A request as the suite writes it: request line, headers (some folded), blank line, body.
private func parsed(_ text: String) -> HTTPRequest {
  let parts = text.split(separator: "\n\n", maxSplits: 1)
  var lines = (parts.first ?? "").split(separator: "\n")
  let line = lines.removeFirst().split(separator: " ")
  var headers: [HTTPHeader] = []
  for line in lines {
    if let colon = line.firstIndex(of: ":"), !line.hasPrefix(" ") {
      headers.append(
        HTTPHeader(String(line[..<colon]), String(line[line.index(after: colon)...])))
    } else if let last = headers.popLast() {
      headers.append(HTTPHeader(last.name, last.value + "\n" + line))
    }
  }
  let target = line.dropFirst().dropLast().joined(separator: " ")
  let body = parts.count > 1 ? parts[1].trimmingCharacters(in: .newlines) : ""
  return HTTPRequest(
    method: String(line[0]), url: "https://example.amazonaws.com" + target, headers: headers,
    body: Array(body.utf8))
}
