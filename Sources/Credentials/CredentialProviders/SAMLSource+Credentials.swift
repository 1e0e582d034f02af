import AWSConfig
import Foundation
import STS
package import Secrets

extension SAMLSource {
  /// The role's credentials, for an assertion that is read now.
  func issuedCredentials(_ services: ServiceEndpoints, _ dependencies: CredentialDependencies)
    async throws -> IssuedCredentials
  {
    let assertion = SAMLAssertion(try await text(dependencies))
    guard let principal = principalARN ?? assertion.principal(for: roleARN) else {
      throw CredentialError.noPrincipal(
        role: roleARN, profile: profile, offered: assertion.offers.map(\.role))
    }
    let role = try await services.client(nil, for: roleARN, dependencies).call(
      AssumeRoleWithSAML(
        roleARN: roleARN, principalARN: principal, assertion: assertion.encoded,
        durationSeconds: durationSeconds, policyARNs: policyARNs.isEmpty ? nil : policyARNs,
        policy: policy))
    try check(account: account(of: role.arn), is: account(of: roleARN), of: roleARN)
    return IssuedCredentials(role.credentials, arn: role.arn)
  }

  private func text(_ dependencies: CredentialDependencies) async throws -> String {
    let text =
      switch assertion {
      case .file(let path): try read(path, dependencies)
      case .standardInput: try read("-", dependencies)
      case .process(_, let words): try await printed(words, dependencies)
      }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty else { throw assertionError("it is empty.") }
    return trimmed
  }

  private func read(
    _ path: String, _ dependencies: CredentialDependencies
  ) throws(CredentialError) -> String {
    do { return String(decoding: try dependencies.read(path), as: UTF8.self) } catch {
      throw assertionError("\(error)")
    }
  }

  private func printed(_ words: [String], _ dependencies: CredentialDependencies) async throws
    -> String
  {
    do { return try await dependencies.runProgram(words, [:]) } catch let error as HelperError {
      throw assertionError("\(error)")
    }
  }

  private func assertionError(_ why: String) -> CredentialError {
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
/// AWS checks it. It is read here only to find the role's provider.
package struct SAMLAssertion: Sendable, Hashable {
  package struct Offer: Sendable, Hashable {
    package let role: String
    package let provider: String
  }

  /// The assertion in Base64.
  package let encoded: Secret
  package let offers: [Offer]

  /// Reads an assertion from XML, or from text that is encoded already.
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
  /// The pair in a value of the attribute `https://aws.amazon.com/SAML/Attributes/Role`: two ARNs,
  /// in either order.
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

/// The texts between the tags of a document.
///
/// A pair of ARNs needs no more XML than this.
private func contents(of xml: String) -> [Substring] {
  xml.split(separator: "<").compactMap { piece in
    piece.firstIndex(of: ">").map { piece[piece.index(after: $0)...] }
  }
}
