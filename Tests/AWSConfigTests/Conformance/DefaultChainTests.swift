import AWSConfig
import Foundation
import Testing

/// The SDKs' 15 worlds of files and environments, and the chains that we find in them without a
/// call.
///
/// Their account 123456789, which has too few digits to be one, is made whole first, as in
/// `AssumeRoleTests`.
@Suite(.enabled(if: Conformance.isPresent, "skipped: ../shared/conformance is absent"))
struct DefaultChainTests {
  struct Case: Decodable {
    struct Result: Decodable {
      var Ok: Outcome?
    }

    struct Outcome: Decodable {
      var access_key_id: String
    }

    var result: Result
  }

  enum Ours {
    /// The steps of the chain.
    case steps([String])
    /// The same, and the SDK's error comes of the first call or of a cache, which is not this
    /// room's business.
    case refusedLater([String])
    case refused
    /// Refused, for this reason, where the SDK goes on.
    case refusedOnPurpose(String)
  }

  static let ours: [String: Ours] = [
    "e2e_fips_and_dual_stack_sso": .steps(["sso @sso-test"]),
    "ecs_credentials": .steps(["container"]),
    "eks_pod_identity_credentials": .steps(["container"]),
    "environment_variables": .steps(["foo"]),
    "imds_assume_role": .steps(["instance-metadata @default", "default"]),
    "imds_default_chain_error": .refused,
    "imds_default_chain_success": .refusedOnPurpose(
      "Metadata are asked only by a credential_source: elsewhere each miss would cost a second."),
    "imds_no_iam_role": .refusedLater(["instance-metadata @default", "default"]),
    "prefer_environment": .steps(["correct_key"]),
    "profile_overrides_web_identity": .refused,
    "profile_static_keys_case_insensitive": .steps(["correct_key @default"]),
    "sso_no_token_file": .refusedLater(["sso @sso-test"]),
    "web_identity_source_profile_no_env": .refused,
    "web_identity_token_invalid_jwt": .refusedLater(["web-identity @B", "A"]),
    "web_identity_token_source_profile": .steps(["web-identity @B", "A"]),
  ]

  static let folder = Conformance.root.appending(
    path: "smithy-rs/default-credential-provider-chain")

  @Test func everyWorldIsNamed() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(names) == Set(Self.ours.keys))
  }

  @Test(arguments: ours.keys.sorted())
  func everyChainIsFoundOrRefused(_ name: String) throws {
    let world = Self.folder.appending(path: name)
    let example = try JSONDecoder().decode(
      Case.self, from: Data(contentsOf: world.appending(path: "test-case.json")))
    let found = Result { try chain(in: world) }
    switch Self.ours[name] {
    case .steps(let steps):
      #expect(try found.get().steps == steps)
      #expect(example.result.Ok != nil)
    case .refusedLater(let steps):
      #expect(try found.get().steps == steps)
      #expect(example.result.Ok == nil)
    case .refused:
      #expect(throws: ChainError.self) { try found.get() }
      #expect(example.result.Ok == nil)
    case .refusedOnPurpose(let reason):
      #expect(throws: ChainError.self, "\(reason)") { try found.get() }
      #expect(example.result.Ok != nil)
    case nil: Issue.record("\(name) is not named.")
    }
  }

  @Test func theirSettingsAreFound() throws {
    let world = Self.folder.appending(path: "e2e_fips_and_dual_stack_sso")
    let settings = try config(in: world).callSettings(
      profile: nil, service: "sso", environment: environment(in: world))
    #expect(settings.useFIPS)
    #expect(settings.useDualStack)
    #expect(settings.region == "us-west-2")
  }

  private func chain(in world: URL) throws -> RoleChain {
    try config(in: world).ambientChain(environment: environment(in: world))
  }

  private func environment(in world: URL) throws -> [String: String] {
    let environment = try Data(contentsOf: world.appending(path: "env.json"))
    return try JSONDecoder().decode([String: String].self, from: environment).mapValues(whole)
  }

  private func config(in world: URL) -> SharedConfig {
    func text(_ name: String) -> String {
      let file = world.appending(path: "fs/home/.aws/" + name)
      return whole((try? String(contentsOf: file, encoding: .utf8)) ?? "")
    }
    return SharedConfig(text("config"), credentials: text("credentials"))
  }
}

private func whole(_ text: String) -> String {
  text.replacing(":123456789:", with: ":123456789012:")
}
