import AWSConfig
import Accounts
import Secrets
import Testing

/// What the AWS CLI did with pairs of files and environments, as far as it shows without making a call:
/// which key signed the first one, or which provider was asked.
@Suite(.enabled(if: Conformance.isPresent, "skipped: ../shared/conformance is absent"))
struct PrecedenceOracleTests {
  struct Oracle: Decodable {
    struct Case: Decodable {
      var name: String
      var config: String
      var credentials: String?
      var env: [String: String]
      var args: [String]
      var result: String
      var calls: [String]
    }

    var cases: [Case]
  }

  /// Refused by the CLI only when it makes the call or runs the command, which is not this room's business.
  static let refusedLater = [
    "role, region only on source", "container bad host", "endpoint: endpoint_url on source only",
    "login session not hashed",
  ]

  @Test(arguments: ["precedence-oracle-awscli2.json", "login-precedence-oracle-awscli2.json"])
  func theSameProviderWins(_ file: String) throws {
    let oracle: Oracle = try Conformance.decoded("generated/" + file)
    for example in oracle.cases where !Self.isLater(example.name) {
      let config = SharedConfig(example.config, credentials: example.credentials ?? "")
      let chain = Result {
        example.args.isEmpty
          ? try config.ambientChain(environment: example.env)
          : try config.chain(for: example.args[1], environment: example.env)
      }
      if example.result.hasPrefix("ERR") {
        #expect(throws: ChainProblem.self, "\(example.name)") { try chain.get() }
      } else {
        #expect(try chain.get().firstCall == example.firstCall, "\(example.name)")
      }
    }
  }

  private static func isLater(_ name: String) -> Bool {
    name.hasPrefix("process") || refusedLater.contains { name.hasPrefix($0) }
  }
}

extension PrecedenceOracleTests.Oracle.Case {
  /// The key that the first AssumeRole was signed with, the kind of the provider that was asked, or the key that came out.
  fileprivate var firstCall: String {
    guard let call = calls.first else { return byKey(result.split(separator: " ").first ?? "") }
    if call.hasPrefix("AssumeRole [") {
      return byKey(call.split { "[/".contains($0) }.dropFirst().first ?? "")
    }
    if call.hasPrefix("AssumeRoleWithWebIdentity") { return "web-identity" }
    return call.hasPrefix("/federation") ? "sso" : "container"
  }

  private func byKey(_ key: Substring) -> String {
    switch key {
    case "AKPROC": "process"
    case "AKIAIOSFODNN7EXAMPLE": "login"
    default: String(key)
    }
  }
}

extension RoleChain {
  fileprivate var firstCall: String {
    switch base {
    case .staticKeys(let keys, _), .environment(let keys): keys.accessKeyID
    case .later(let kind, _): kind.rawValue
    }
  }
}
