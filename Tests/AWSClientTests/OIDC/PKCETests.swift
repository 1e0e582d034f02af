import AWSClient
import Secrets
import Services
import Testing

struct PKCETests {
  /// The example of RFC 7636, appendix B.
  @Test func theChallengeIsTheVerifiersDigest() {
    let proof = PKCE(verifier: Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
    #expect(proof.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
  }

  @Test func eachProofIsAnother() {
    let proofs = (0..<20).map { _ in PKCE.random() }
    #expect(Set(proofs).count == proofs.count)
    for proof in proofs {
      #expect(proof.verifier.revealed.utf8.count == 64)
      #expect(
        proof.verifier.revealed.allSatisfy {
          $0.isASCII && ($0.isLetter || $0.isNumber || "-._~".contains($0))
        })
    }
  }

  @Test func theLoginBeginsAtAuthorize() throws {
    let url = authorizationURL(
      endpoint: try .oidc(region: "us-east-1"), clientID: "c+d",
      redirectURI: "http://127.0.0.1:4711/oauth/callback", state: "st", challenge: "ch-_",
      scopes: ["a", "b:c"])
    #expect(
      url == "https://oidc.us-east-1.amazonaws.com/authorize?response_type=code&client_id=c%2Bd"
        + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A4711%2Foauth%2Fcallback&state=st"
        + "&code_challenge_method=S256&scopes=a%20b%3Ac&code_challenge=ch-_")
  }
}
