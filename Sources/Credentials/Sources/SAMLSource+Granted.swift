import AWSConfig
import Foundation
import STS
import Secrets

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
    let role = try await services.client(nil, outside).call(
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
