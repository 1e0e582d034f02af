import AWSConfig
import STS
import Secrets

extension ProcessSource {
  /// What the command prints now; throws `CredentialProblem`.
  func keys(_ outside: Outside) async throws -> Keys {
    try checkCircle(outside)
    let printed = try await run(outside)
    do {
      var keys = try processAnswer(printed)
      keys.accountID = keys.accountID ?? accountID
      return try inTime(keys, outside)
    } catch let fault as ProcessFault {
      throw CredentialProblem.processAnswer(profile: profile, program: program, fault)
    }
  }

  /// Throws `CredentialProblem` where this command has led here, or too many others have.
  func checkCircle(_ outside: Outside) throws(CredentialProblem) {
    let chain = outside.profileChain + [profile]
    guard chain.count <= longestCircle, !outside.profileChain.contains(profile) else {
      throw .processCircle(chain)
    }
  }

  private var program: String { words.first ?? "" }

  private func run(_ outside: Outside) async throws -> String {
    let chain = outside.profileChain + [profile]
    do {
      return try await outside.runProgram(
        words, [profileChainVariable: chain.map(commaSeparated).joined(separator: ",")])
    } catch let failure as CommandFailure {
      throw CredentialProblem.processFailed(
        profile: profile, program: program, why: failure.sentence)
    }
  }

  private func inTime(_ keys: Keys, _ outside: Outside) throws(CredentialProblem) -> Keys {
    guard let end = keys.expiration, end <= outside.timing.now() else { return keys }
    throw .processExpired(profile: profile, program: program, at: end)
  }
}

/// Where the AWS CLI notes whose processes led to a process, so that a circle ends (`export-credentials`).
private let profileChainVariable = "_AWS_CLI_PROFILE_CHAIN"
/// The most profiles that may stand there, as in the AWS CLI.
private let longestCircle = 4

/// A name as a CSV field, as the AWS CLI reads and writes that list.
private func commaSeparated(_ name: String) -> String {
  guard name.contains(where: { ",\"\r\n".contains($0) }) else { return name }
  return "\""
    + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}
