import AWSClient
import Foundation
import STS
import Secrets
import Services
import Testing

/// What smithy-rs's SDK exchanged with AWS, at the level of this room; skipped where the test data
/// is not there.
///
/// Which source a profile leads to, AWSConfig's tests hold against the same cases.
@Suite(.enabled(if: Conformance.isPresent)) struct RecordedTests {
  /// Cases without requests of Switchback, and why they are not replayed.
  static let elsewhere = [
    "environment_variables": "nothing is asked", "prefer_environment": "nothing is asked",
    "profile_static_keys_case_insensitive": "nothing is asked",
    "profile_overrides_web_identity": "nothing is asked",
    "sso_no_token_file": "nothing is asked",
    "web_identity_source_profile_no_env": "nothing is asked",
  ]
  static let replayed: Set = [
    "imds_default_chain_error", "imds_default_chain_success", "imds_no_iam_role",
    "imds_assume_role", "ecs_credentials", "eks_pod_identity_credentials",
    "e2e_fips_and_dual_stack_sso", "web_identity_token_invalid_jwt",
    "web_identity_token_source_profile",
  ]

  @Test func everyCaseIsReplayedOrNamed() {
    let names = Set(Conformance.names(in: Recording.folder))
    #expect(names == Self.replayed.union(Self.elsewhere.keys))
  }

  @Test(arguments: [
    "imds_default_chain_error", "imds_default_chain_success", "imds_no_iam_role",
  ])
  func theInstanceIsAskedAsRecorded(name: String) async throws {
    let recording = try Recording(name)
    let replay = Replay(recording)
    let keys = try? await instance(replay)
    expectSameRequests(
      recording, replay,
      headers: ["x-aws-ec2-metadata-token-ttl-seconds", "x-aws-ec2-metadata-token"])
    #expect(keys?.outcome == recording.keys?.outcome)
  }

  @Test(arguments: ["ecs_credentials", "eks_pod_identity_credentials"])
  func theContainerIsAskedAsRecorded(name: String) async throws {
    let recording = try Recording(name)
    let replay = Replay(recording)
    // The recording leaves out the header of which it only knows that the SDK redacts it.
    let token = name.hasPrefix("eks") ? Secret("token") : nil
    let keys = try await containerCredentials(
      url: recording.exchanges[0].request.url, authorization: token, timing: .still,
      send: replay.send)
    expectSameRequests(recording, replay, headers: ["accept"])
    #expect(replay.requests.first?.headers.named("authorization") == token?.revealed)
    #expect(keys.outcome == recording.keys?.outcome)
  }

  @Test func thePortalIsAskedAsRecorded() async throws {
    let recording = try Recording("e2e_fips_and_dual_stack_sso")
    let replay = Replay(recording)
    let client = APIClient(
      endpoint: try .sso(region: "us-east-2", fips: true, dualStack: true), timing: .still,
      send: replay.send)
    let keys = try await client.call(
      GetRoleCredentials(
        accountID: "123456789", roleName: "MySsoRole", accessToken: Secret("a-token")))
    expectSameRequests(recording, replay, headers: ["x-amz-sso_bearer_token"])
    #expect(keys.outcome == recording.keys?.outcome)
  }

  @Test func aTokenThatIsRefusedIsSaidAsRecorded() async throws {
    let recording = try Recording("web_identity_token_invalid_jwt")
    let replay = Replay(recording)
    let operation = try WebIdentity(recording.exchanges[0]).operation
    let client = STSClient(
      endpoint: try .sts(region: "us-east-1"), credentials: nil, timing: .still, send: replay.send)
    let problem = await #expect(throws: ServiceError.self) { try await client.call(operation) }
    expectSameRequests(recording, replay, headers: [])
    #expect(replay.requests.map(\.body) == recording.exchanges.map(\.request.body))
    #expect(
      problem?.description.contains("No OpenIDConnect provider found in your account") == true)
  }

  @Test func aTokenThenARoleAsRecorded() async throws {
    let recording = try Recording("web_identity_token_source_profile")
    let replay = Replay(recording)
    let operation = try WebIdentity(recording.exchanges[0]).operation
    var client = STSClient(
      endpoint: try .sts(region: "us-east-1"), credentials: nil, timing: .still, send: replay.send)
    client.credentials = try await client.call(operation).credentials
    let role = try await client.call(
      AssumeRole(
        roleARN: "arn:aws:iam::123456789:role/RoleA",
        sessionName: "assume-role-from-profile-1629230104880"))
    expectSameRequests(recording, replay, headers: [])
    #expect(replay.requests.map(\.body) == recording.exchanges.map(\.request.body))
    #expect(role.credentials.outcome == recording.keys?.outcome)
  }

  @Test func theInstanceThenARoleAsRecorded() async throws {
    let recording = try Recording("imds_assume_role")
    let replay = Replay(recording)
    let keys = try await instance(replay)
    let client = STSClient(
      endpoint: try .sts(region: "us-east-1"), credentials: keys, timing: .still, send: replay.send)
    let form = parameters(recording.exchanges[3].request)
    let role = try await client.call(
      AssumeRole(
        roleARN: form["RoleArn"] ?? "", sessionName: form["RoleSessionName"] ?? ""))
    expectSameRequests(recording, replay, headers: ["x-aws-ec2-metadata-token"])
    #expect(replay.requests.last?.body == recording.exchanges.last?.request.body)
    #expect(role.credentials.outcome == recording.keys?.outcome)
  }

  private func instance(_ replay: Replay) async throws -> AWSCredentials {
    try await instanceCredentials(
      endpoint: "http://169.254.169.254", allowsVersion1: false, timeoutSeconds: 1, attempts: 1,
      timing: .still, send: replay.send)
  }

  /// Methods, addresses and these headers agree; signatures do not, since the recorded ones cover
  /// that SDK's headers.
  private func expectSameRequests(_ recording: Recording, _ replay: Replay, headers: [String]) {
    func lines(_ requests: [HTTPRequest]) -> [[String]] {
      requests.map { request in
        [request.method, request.address] + headers.map { request.headers.named($0) ?? "" }
      }
    }
    #expect(lines(replay.requests) == lines(recording.exchanges.map(\.request)))
  }
}

/// The parameters of a recorded AssumeRoleWithWebIdentity, to be asked for again.
private struct WebIdentity {
  let operation: AssumeRoleWithWebIdentity

  init(_ exchange: Recording.Exchange) throws {
    let form = parameters(exchange.request)
    operation = AssumeRoleWithWebIdentity(
      roleARN: try #require(form["RoleArn"]), sessionName: try #require(form["RoleSessionName"]),
      token: Secret(try #require(form["WebIdentityToken"])))
  }
}

private func parameters(_ request: HTTPRequest) -> [String: String] {
  let pairs = String(decoding: request.body, as: UTF8.self).split(separator: "&").map {
    $0.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
  }
  return Dictionary(pairs.map { ($0[0], $0[1]) }) { $1 }
}

extension HTTPRequest {
  /// The URL with its path, and its query in order: AWS's tools do not agree about that.
  fileprivate var address: String {
    let parts = (url.hasSuffix(target) ? url : url + target).split(separator: "?", maxSplits: 1)
    let query = parts.dropFirst().flatMap { $0.split(separator: "&") }.sorted()
    return parts[0] + "?" + query.joined(separator: "&")
  }
}

/// What the suite compares of keys, as texts.
extension AWSCredentials {
  fileprivate var outcome: [String?] {
    [
      accessKeyID, secretAccessKey.revealed, sessionToken?.revealed,
      expiration.map { String($0.timeIntervalSince1970) }, accountID,
    ]
  }
}

extension Recording.Outcome {
  fileprivate var outcome: [String?] {
    [access_key_id, secret_access_key, session_token, String(expiry), account_id]
  }
}

extension Timing {
  /// A clock that stands still, and no waiting but for a deadline, which does not come.
  fileprivate static let still = Timing(
    // Before the recordings were made: their sessions last then.
    now: { Date(timeIntervalSince1970: 1_234_560_000) },
    sleep: { _ in try await untilCancelled() }, chance: { 0 })
}
