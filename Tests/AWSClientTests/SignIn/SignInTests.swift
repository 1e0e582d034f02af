import AWSClient
import Crypto
import Foundation
import Secrets
import Services
import Testing

struct SignInTests {
  static let key = P256.Signing.PrivateKey()

  /// As `aws login` writes it: SEC1 in PEM, of 64 columns.
  static let sec1: String = {
    let oid: [UInt8] = [0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]
    let der =
      [0x30, 0x77, 0x02, 0x01, 0x01, 0x04, 0x20] + key.rawRepresentation + [0xA0, 0x0A] + oid
      + [0xA1, 0x44, 0x03, 0x42, 0x00] + key.publicKey.x963Representation
    let text = Data(der).base64EncodedString(options: [
      .lineLength64Characters, .endLineWithLineFeed,
    ])
    return "-----BEGIN EC PRIVATE KEY-----\n\(text)\n-----END EC PRIVATE KEY-----\n"
  }()

  static let answer = jsonResponse(
    """
    {"accessToken":{"accessKeyId":"ASIALOGIN","secretAccessKey":"s","sessionToken":"t"},
     "tokenType":"aws_sigv4","expiresIn":900,"refreshToken":"rt2"}
    """)

  private func operation(_ pem: String) -> CreateOAuth2Token {
    CreateOAuth2Token(
      clientID: "arn:aws:signin:::devtools/same-device", refreshToken: Secret("rt"),
      dpopKey: Secret(pem))
  }

  @Test func whatAWSLoginObtainedIsRenewed() async throws {
    let signIn = FakeSTS(.answer(Self.answer))
    let token = try await signIn.api(try .signIn(region: "eu-west-1")).call(operation(Self.sec1))
    let request = try #require(signIn.requests.first)
    #expect(request.method == "POST")
    #expect(request.url == "https://eu-west-1.signin.aws.amazon.com/v1/token")
    #expect(request.headers.named("content-type") == "application/json")
    #expect(
      request.json == [
        "clientId": "arn:aws:signin:::devtools/same-device", "grantType": "refresh_token",
        "refreshToken": "rt",
      ])
    let expected = SignInToken(
      credentials: AWSCredentials(
        accessKeyID: "ASIALOGIN", secretAccessKey: Secret("s"), sessionToken: Secret("t"),
        expiration: FakeSTS.now + 900), refreshToken: Secret("rt2"))
    #expect(token == expected)
  }

  @Test func theProofIsSignedByTheLoginsKey() throws {
    let key = Self.key
    for pem in [Self.sec1, key.pemRepresentation] {
      let request = operation(pem).request(
        to: Endpoint(url: "http://127.0.0.1:9/x", signingRegion: "us-east-1"), at: FakeSTS.now)
      let proof = try Proof(try #require(request.headers.named("DPoP")))
      let point = key.publicKey.rawRepresentation
      #expect(proof.header.typ == "dpop+jwt")
      #expect(proof.header.alg == "ES256")
      #expect(
        proof.header.jwk == [
          "kty": "EC", "crv": "P-256", "x": Proof.text(point.prefix(32)),
          "y": Proof.text(point.suffix(32)),
        ])
      #expect(proof.claims.htm == "POST")
      #expect(proof.claims.htu == "http://127.0.0.1:9/x/v1/token")
      #expect(proof.claims.iat == 1_767_323_045)
      #expect(UUID(uuidString: proof.claims.jti) != nil)
      let signature = try P256.Signing.ECDSASignature(rawRepresentation: proof.signature)
      #expect(key.publicKey.isValidSignature(signature, for: proof.signed))
    }
  }

  @Test func eachAttemptHasAProofOfItsOwn() async throws {
    let signIn = FakeSTS(RetryTests.reset, .answer(Self.answer))
    _ = try await signIn.api(try .signIn(region: "eu-west-1")).call(operation(Self.sec1))
    let ids = try signIn.requests.map {
      try Proof(try #require($0.headers.named("DPoP"))).claims.jti
    }
    #expect(Set(ids).count == 2)
  }

  @Test(arguments: ["", "x", "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----"])
  func withoutAKeyNothingIsSent(pem: String) async throws {
    let signIn = FakeSTS(.answer(Self.answer))
    let client = signIn.api(try .signIn(region: "eu-west-1"))
    let problem = await #expect(throws: ServiceError.self) { try await client.call(operation(pem)) }
    #expect(signIn.requests.isEmpty)
    #expect(problem?.description.contains("not a P-256 private key") == true)
  }

  @Test(arguments: [
    (401, "TOKEN_EXPIRED", OAuthReason.expired, "run `aws login`"),
    (401, "AUTHCODE_EXPIRED", .expired, "run `aws login`"),
    (403, "USER_CREDENTIALS_CHANGED", .accessDenied, "password has changed"),
    (403, "INSUFFICIENT_PERMISSIONS", .accessDenied, "signin:CreateOAuth2Token"),
  ])
  func aRefusalSaysWhatToDo(status: Int, error: String, reason: OAuthReason, says: String)
    async throws
  {
    let refusal = jsonResponse(
      #"{"error":"\#(error)","message":"m"}"#, status: status,
      headers: [HTTPHeader("x-amzn-errortype", "AccessDeniedException")])
    let signIn = FakeSTS(.answer(refusal))
    let client = signIn.api(try .signIn(region: "eu-west-1"))
    let problem = await #expect(throws: ServiceError.self) {
      try await client.call(operation(Self.sec1))
    }
    #expect(signIn.requests.count == 1)
    #expect(problem?.oauthReason == reason)
    let sentence = try #require(problem?.description)
    #expect(sentence.contains("AWS refused to renew the login to the console: m"))
    #expect(sentence.contains(says), "\(sentence)")
  }
}

/// A DPoP header, taken apart.
private struct Proof {
  struct Header: Decodable {
    var typ, alg: String
    var jwk: [String: String]
  }
  struct Claims: Decodable {
    var htm, htu, jti: String
    var iat: Int
  }

  let header: Header
  let claims: Claims
  let signed, signature: Data

  init(_ text: String) throws {
    let parts = text.split(separator: ".").map(String.init)
    try #require(parts.count == 3)
    header = try JSONDecoder().decode(Header.self, from: Self.bytes(parts[0]))
    claims = try JSONDecoder().decode(Claims.self, from: Self.bytes(parts[1]))
    signed = Data("\(parts[0]).\(parts[1])".utf8)
    signature = try Self.bytes(parts[2])
  }

  static func text(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  private static func bytes(_ text: String) throws -> Data {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - plain.count % 4) % 4)
    return try #require(Data(base64Encoded: plain + padding))
  }
}
