import Crypto
import Foundation

extension IdentityCenter {
  /// Asks for the person, unless logins are approved automatically, and redirects back with a code.
  mutating func authorize(
    _ parameters: Parameters, isAnswered: Bool, _ random: inout RandomSource, at now: Date
  ) throws(FakeAWSError) -> Answer {
    let known = parameters["client_id"].flatMap { clients[$0] }
    let request = try AuthorizeRequest(
      parameters, client: known.flatMap { $0.end > now ? $0 : nil })
    let client = request.client.id
    if let violation = request.violation {
      let error = [("error", violation.error), ("error_description", violation.reason)]
      return Answer(content: request.redirectBack(error), caller: client)
    }
    guard isAnswered || approvesAutomatically != nil else {
      return Answer(content: .page(approvalPage(asking: [])), caller: client)
    }
    guard let person = approvingPerson(parameters), let challenge = request.challenge else {
      return Answer(content: request.redirectBack([("error", "access_denied")]), caller: client)
    }
    let code = random.token()
    codes[code] = CodeGrant(
      client: client, person: person, redirect: request.redirect, challenge: challenge,
      end: now + TimeInterval(lifetimes.code))
    return Answer(content: request.redirectBack([("code", code)]), caller: person.name)
  }
}

/// A browser's request to `/authorize`, from a registered client and with one of its redirect URIs.
struct AuthorizeRequest: Sendable {
  let client: Client
  /// The redirect URI, with the port.
  let redirect: String
  let state: String?
  let challenge: String?
  private let responseType: String?
  private let method: String?
  private let scopes: [Substring]

  /// Throws if the browser must not be redirected, since the address is not known.
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

  /// The `error` for the redirect, with its reason; nil if the request is valid.
  var violation: (error: String, reason: String)? {
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

  /// The redirect back to the client, with these parameters and the state.
  func redirectBack(_ parameters: [(String, String)]) -> Answer.Content {
    let all = parameters + (state.map { [("state", $0)] } ?? [])
    let query = all.map { "\($0)=\(queryEscaped($1))" }.joined(separator: "&")
    return .redirect(to: "\(redirect)?\(query)")
  }
}

/// `http://127.0.0.1/PATH` for `http://127.0.0.1:PORT/PATH`; nil for other URLs.
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

/// An authorization code that has not been redeemed yet.
struct CodeGrant: Sendable, Hashable {
  let client: String
  let person: Person
  /// The redirect URI, with the port.
  let redirect: String
  let challenge: String
  let end: Date

  /// True if the verifier has a valid length and characters, and its digest is the challenge (RFC
  /// 7636).
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
