import Accounts
import AWSConfig
import Secrets
import Testing

/// The SDKs' 28 sets of profiles and the chains behind them.
///
/// Their roles are in account 123456789, which has too few digits to be one and is a problem with
/// us, so it is made whole first. One case is decided otherwise: an sso-session alone yields no
/// credentials.
@Suite(.enabled(if: Conformance.isPresent, "skipped: ../shared/conformance is absent"))
struct AssumeRoleTests {
  struct Case: Decodable {
    struct Input: Decodable {
      var profiles: [String: [String: String]]
      var selected_profile: String
      var sso_sessions: [String: [String: String]]?
    }

    struct Output: Decodable {
      var ProfileChain: [Step]?
    }

    var docs: String
    var input: Input
    var output: Output
  }

  enum Step: Decodable {
    case named(String, [String: String])

    init(from decoder: any Decoder) throws {
      let step = try decoder.singleValueContainer()
      if let detailed = try? step.decode([String: [String: String]].self),
        let (name, details) = detailed.first
      {
        self = .named(name, details)
      } else {
        let source = try step.decode([String: String].self)
        self = .named("NamedSource", source)
      }
    }
  }

  @Test func everyChainIsFoundOrRefused() throws {
    let cases: [Case] = try Conformance.decoded("smithy-rs/assume-role-tests.json")
    #expect(cases.count == 28)
    for example in cases {
      let config = SharedConfig(example.input.text)
      let chain = Result {
        try config.chain(for: example.input.selected_profile, environment: [:])
      }
      let isRefused =
        example.output.ProfileChain == nil || example.docs == "SSO token profile selected"
      if isRefused {
        #expect(throws: ChainError.self, "\(example.docs)") { try chain.get() }
      } else {
        let steps = try #require(example.output.ProfileChain)
        #expect(try chain.get().described == steps.map(\.described), "\(example.docs)")
      }
    }
  }

  @Test func theirAccountsHaveTooFewDigits() throws {
    let config = SharedConfig(
      "[profile A]\nrole_arn=arn:aws:iam::123456789:role/RoleA\nsource_profile=A\n"
        + ChainTests.keys("x"))
    #expect(throws: ChainError.self) { try config.chain(for: "A", environment: [:]) }
  }
}

extension AssumeRoleTests.Case.Input {
  fileprivate var text: String {
    let sections =
      profiles.map { ("profile " + $0, $1) }
      + (sso_sessions ?? [:]).map { ("sso-session " + $0, $1) }
    return sections.map { name, keys in
      "[\(name)]\n" + keys.map { "\($0) = \(whole($1))\n" }.joined()
    }.joined()
  }
}

private func whole(_ text: String) -> String {
  text.replacing(":123456789:", with: ":123456789012:")
}

extension AssumeRoleTests.Step {
  fileprivate var described: [String?] {
    guard case .named(let name, let keys) = self else { return [] }
    return switch name {
    case "AccessKey":
      ["static-keys", keys["access_key_id"], keys["secret_access_key"], keys["account_id"]]
    case "AssumeRole":
      ["assume-role", keys["role_arn"].map(whole), keys["external_id"], keys["role_session_name"]]
    case "WebIdentityToken": ["web-identity"]
    case "Sso": ["sso"]
    default: ["instance-metadata"]
    }
  }
}

extension RoleChain {
  fileprivate var described: [[String?]] {
    let first: [String?] =
      if case .staticKeys(let keys, _) = base {
        ["static-keys", keys.accessKeyID, keys.secretAccessKey.revealed, keys.accountID]
      } else {
        [base.kind.rawValue]
      }
    return [first] + hops.map { ["assume-role", $0.roleARN, $0.externalID, $0.roleSessionName] }
  }
}
