import Crypto
import Foundation

extension IdentityCenter {
  /// Asks who is there, unless that approves itself, and sends the browser back with a code.
  mutating func authorize(
    _ parameters: Parameters, isAnswered: Bool, _ arbitrary: inout RandomSource, at now: Date
  ) throws(FakeAWSError) -> Answer {
    let known = parameters["client_id"].flatMap { clients[$0] }
    let request = try AuthorizeRequest(
      parameters, client: known.flatMap { $0.end > now ? $0 : nil })
    let client = request.client.id
    if let complaint = request.complaint {
      let fault = [("error", complaint.error), ("error_description", complaint.reason)]
      return Answer(content: request.redirectBack(fault), caller: client)
    }
    guard isAnswered || approvesByItself != nil else {
      return Answer(content: .page(approvalPage(asking: [])), caller: client)
    }
    guard let person = approvingPerson(parameters), let challenge = request.challenge else {
      return Answer(content: request.redirectBack([("error", "access_denied")]), caller: client)
    }
    let code = arbitrary.token()
    codes[code] = CodeGrant(
      client: client, person: person, redirect: request.redirect, challenge: challenge,
      end: now + TimeInterval(lifetimes.code))
    return Answer(content: request.redirectBack([("code", code)]), caller: person.name)
  }
}

/// What a browser is sent to `/authorize` with, from a client that is known and to an address of its own.
struct AuthorizeRequest: Sendable {
  let client: Client
  /// With the port.
  let redirect: String
  let state: String?
  let challenge: String?
  private let responseType: String?
  private let method: String?
  private let scopes: [Substring]

  /// Throws where the browser must not be sent on: to an unknown address.
  init(_ parameters: Parameters, client: Client?) throws(FakeAWSError) {
    guard let client else { throw .invalidClient("Invalid client provided") }
    redirect = parameters["redirect_uri"] ?? ""
    guard let plain = withoutPort(redirect), client.redirects.contains(plain) else {
      throw .invalidRequest("Invalid redirect uri provided")
    }
    self.client = client
    state = parameters["state"]
    challenge = parameters["code_challenge"]
    responseType = parameters["response_type"]
    method = parameters["code_challenge_method"]
    scopes = (parameters["scopes"] ?? "").split(separator: " ")
  }

  /// What the browser takes back as `error`, with the reason; nil where all is well.
  var complaint: (error: String, reason: String)? {
    if responseType != "code" { return ("unsupported_response_type", "Must be code") }
    if state?.isEmpty ?? true { return ("invalid_request", "Missing state") }
    if method != "S256" { return ("invalid_request", "code_challenge_method must be S256") }
    if challenge.flatMap({ bytes(base64URL: $0) })?.count != 32 {
      return ("invalid_request", "Invalid code_challenge")
    }
    if scopes.isEmpty || !scopes.allSatisfy({ client.scopes.contains(String($0)) }) {
      return ("invalid_scope", "Invalid scopes")
    }
    return nil
  }

  /// Where the browser goes next: back, with these parameters and the state.
  func redirectBack(_ parameters: [(String, String)]) -> Answer.Content {
    let all = parameters + (state.map { [("state", $0)] } ?? [])
    let query = all.map { "\($0)=\(queryEscaped($1))" }.joined(separator: "&")
    return .redirect(to: "\(redirect)?\(query)")
  }
}

/// `http://127.0.0.1/PATH` for `http://127.0.0.1:PORT/PATH`; nil for all else.
private func withoutPort(_ url: String) -> String? {
  let start = "http://127.0.0.1"
  guard url.hasPrefix(start + ":") else { return nil }
  let rest = url.dropFirst(start.count + 1)
  guard let port = UInt16(rest.prefix { $0 != "/" }), port > 0 else { return nil }
  return start + rest.drop { $0 != "/" }
}

private func queryEscaped(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF")
  return text.utf8.map { byte in
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      String(UnicodeScalar(byte))
    default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
  }.joined()
}

/// A code on its way from the browser to the program that waits on loopback.
struct CodeGrant: Sendable, Hashable {
  let client: String
  let person: Person
  /// With the port.
  let redirect: String
  let challenge: String
  let end: Date

  /// Whether the verifier is of a right length and letters, and its digest is the challenge (RFC 7636).
  func isProven(by verifier: String) -> Bool {
    (43...128).contains(verifier.utf8.count) && verifier.utf8.allSatisfy(isUnreserved)
      && base64URL(SHA256.hash(data: Array(verifier.utf8))) == challenge
  }
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "a")...UInt8(ascii: "z"):
    true
  default: "-._~".utf8.contains(byte)
  }
}
