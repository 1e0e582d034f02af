import AWSConfig
import Foundation
import STS
package import Secrets

extension SAMLSource {
  /// The role's credentials, for an assertion read now.
  func issuedCredentials(_ services: ServiceEndpoints, _ outside: CredentialDependencies)
    async throws -> IssuedCredentials
  {
    let assertion = SAMLAssertion(try await text(outside))
    guard let principal = principalARN ?? assertion.principal(for: roleARN) else {
      throw CredentialError.noPrincipal(
        role: roleARN, profile: profile, offered: assertion.offers.map(\.role))
    }
    let role = try await services.client(nil, for: roleARN, outside).call(
      AssumeRoleWithSAML(
        roleARN: roleARN, principalARN: principal, assertion: assertion.encoded,
        durationSeconds: durationSeconds, policyARNs: policyARNs.isEmpty ? nil : policyARNs,
        policy: policy))
    try check(account: account(of: role.arn), is: account(of: roleARN), of: roleARN)
    return IssuedCredentials(role.credentials, arn: role.arn)
  }

  private func text(_ outside: CredentialDependencies) async throws -> String {
    let text =
      switch assertion {
      case .file(let path): try read(path, outside)
      case .standardInput: try read("-", outside)
      case .process(_, let words): try await printed(words, outside)
      }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty else { throw problem("it is empty.") }
    return trimmed
  }

  private func read(
    _ path: String, _ outside: CredentialDependencies
  ) throws(CredentialError) -> String {
    do { return String(decoding: try outside.read(path), as: UTF8.self) } catch {
      throw problem("\(error)")
    }
  }

  private func printed(_ words: [String], _ outside: CredentialDependencies) async throws -> String
  {
    do { return try await outside.runProgram(words, [:]) } catch let failure as HelperError {
      throw problem(failure.sentence)
    }
  }

  private func problem(_ why: String) -> CredentialError {
    let place =
      switch assertion {
      case .file(let path): path
      case .standardInput: "standard input"
      case .process(_, let words): "the command `\(words.first ?? "")`"
      }
    return .noAssertion(profile: profile, from: place, why: why)
  }
}

/// A SAML assertion, as STS takes it, and the roles that it offers.
///
/// AWS checks it; what is read here only says which provider to name beside the role.
package struct SAMLAssertion: Sendable, Hashable {
  package struct Offer: Sendable, Hashable {
    package let role: String
    package let provider: String
  }

  /// In Base64.
  package let encoded: Secret
  package let offers: [Offer]

  /// The assertion in a text that is XML, or is encoded already.
  package init(_ text: String) {
    let xml = text.hasPrefix("<") ? Data(text.utf8) : decoded(text)
    encoded = Secret(
      text.hasPrefix("<") ? Data(text.utf8).base64EncodedString() : text.filter { !$0.isWhitespace }
    )
    offers = contents(of: String(decoding: xml, as: UTF8.self)).compactMap(Offer.init)
  }

  /// The identity provider that the assertion names beside a role.
  package func principal(for role: String) -> String? {
    offers.first { $0.role == role }?.provider
  }
}

extension SAMLAssertion.Offer {
  /// The pair in a value of the attribute `https://aws.amazon.com/SAML/Attributes/Role`: two ARNs, in either order.
  fileprivate init?(_ value: Substring) {
    let parts = value.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    guard parts.count == 2, parts.allSatisfy({ $0.hasPrefix("arn:") }),
      let provider = parts.first(where: { $0.contains(":saml-provider/") }),
      let role = parts.first(where: { $0.contains(":role/") })
    else { return nil }
    self.init(role: role, provider: provider)
  }
}

private func decoded(_ text: String) -> Data {
  Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data()
}

/// The texts between the tags of a document: a pair of ARNs needs no more of XML.
private func contents(of xml: String) -> [Substring] {
  xml.split(separator: "<").compactMap { piece in
    piece.firstIndex(of: ">").map { piece[piece.index(after: $0)...] }
  }
}
