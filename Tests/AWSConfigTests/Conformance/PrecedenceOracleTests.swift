import AWSConfig
import Accounts
import Secrets
import Testing

/// What the AWS CLI did with pairs of files and environments, as far as it shows without making a
/// call: which key signed the first one, or which provider was asked, and which role came out.
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

  /// Refused by the CLI only when it makes the call or runs the command, which is not this room's
  /// business.
  static let refusedLater = [
    "role, region only on source", "endpoint: endpoint_url on source only",
    "login session not hashed", "process: version string", "process: no version",
    "process: exp past", "process: exp epoch", "process: exp empty", "process: empty stdout",
    "process: array", "process cmd: shell pipe", "process cmd: env var",
    "process cmd: missing binary", "process cmd: and",
  ]

  @Test(arguments: ["precedence-oracle-awscli2.json", "login-precedence-oracle-awscli2.json"])
  func theSameProviderWins(_ file: String) throws {
    let oracle: Oracle = try Conformance.decoded("generated/" + file)
    for example in oracle.cases where !Self.isLater(example.name) {
      let config = SharedConfig(example.config, credentials: example.credentials ?? "")
      let chain = Result {
        example.args.isEmpty
          ? try config.ambientChain(environment: example.environment)
          : try config.chain(for: example.args[1], environment: example.environment)
      }
      if example.result.hasPrefix("ERR") {
        #expect(throws: ChainError.self, "\(example.name)") { try chain.get() }
      } else {
        let found = try chain.get()
        #expect(found.firstCall == example.firstCall, "\(example.name)")
        if let key = found.keyOfRole { #expect(example.result.hasPrefix(key), "\(example.name)") }
      }
    }
  }

  private static func isLater(_ name: String) -> Bool {
    refusedLater.contains { name.hasPrefix($0) }
  }
}

extension PrecedenceOracleTests.Oracle.Case {
  /// With an address in the place of the oracle's stub.
  fileprivate var environment: [String: String] {
    env.mapValues { $0.replacing("@STUB@", with: "http://127.0.0.1:1") }
  }

  /// The key that the first AssumeRole was signed with, the kind of the provider that was asked, or
  /// the key that came out.
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
    case "AKPROC", "AK": "process"
    case "AKIAIOSFODNN7EXAMPLE": "login"
    default: String(key)
    }
  }
}

extension RoleChain {
  fileprivate var firstCall: String {
    switch base {
    case .staticKeys(let keys, _), .environment(let keys): keys.accessKeyID
    default: base.kind.rawValue
    }
  }

  /// The id of the access key that the oracle's AWS gave to the role that the chain ends in.
  fileprivate var keyOfRole: String? {
    var role = hops.last?.roleARN
    if hops.isEmpty, case .webIdentity(let source) = base { role = source.roleARN }
    return role.flatMap { try? ARN(role: $0).roleName }.map { "ASIA" + $0.uppercased() }
  }
}
