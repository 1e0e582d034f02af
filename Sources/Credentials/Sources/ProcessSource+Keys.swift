import AWSConfig
import STS
import Secrets

extension ProcessSource {
  /// What the command prints now; throws `CredentialError`.
  func keys(_ outside: CredentialDependencies) async throws -> AWSCredentials {
    try checkLoop(outside)
    let printed = try await run(outside)
    do {
      var keys = try parseProcessOutput(printed)
      keys.accountID = keys.accountID ?? accountID
      return try unexpired(keys, outside)
    } catch let fault as ProcessOutputError {
      throw CredentialError.processAnswer(profile: profile, program: program, fault)
    }
  }

  /// Throws `CredentialError` where this command has led here, or too many others have.
  func checkLoop(_ outside: CredentialDependencies) throws(CredentialError) {
    let chain = outside.profileChain + [profile]
    guard chain.count <= longestProcessChain, !outside.profileChain.contains(profile) else {
      throw .processLoop(chain)
    }
  }

  private var program: String { words.first ?? "" }

  private func run(_ outside: CredentialDependencies) async throws -> String {
    let chain = outside.profileChain + [profile]
    do {
      return try await outside.runProgram(
        words, [profileChainVariable: chain.map(commaSeparated).joined(separator: ",")])
    } catch let failure as HelperError {
      throw CredentialError.processFailed(
        profile: profile, program: program, why: failure.sentence)
    }
  }

  private func unexpired(_ keys: AWSCredentials, _ outside: CredentialDependencies)
    throws(CredentialError) -> AWSCredentials
  {
    guard let end = keys.expiration, end <= outside.timing.now() else { return keys }
    throw .processExpired(profile: profile, program: program, at: end)
  }
}

/// Where the AWS CLI notes whose processes led to a process, so that a circle ends (`export-credentials`).
private let profileChainVariable = "_AWS_CLI_PROFILE_CHAIN"
/// The most profiles that may stand there, as in the AWS CLI.
private let longestProcessChain = 4

/// A name as a CSV field, as the AWS CLI reads and writes that list.
private func commaSeparated(_ name: String) -> String {
  guard name.contains(where: { ",\"\r\n".contains($0) }) else { return name }
  return "\""
    + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}
