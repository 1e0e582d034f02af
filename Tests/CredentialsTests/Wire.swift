import AWSClient
import AWSConfig
import Credentials
import Files
import Foundation
import Sandbox
import Secrets
import Synchronization

/// A pretend AWS in memory, a clock that stands still, caches in a folder that goes away, and what
/// was called and said.
final class Wire: Sendable {
  static let now = Date(timeIntervalSince1970: 1_790_000_000)
  static let device = "arn:aws:iam::111111111111:mfa/phone"
  static let seed = Secret("JBSWY3DPEHPK3PXP")
  static let services = ServiceEndpoints(
    sts: Endpoint(url: "http://127.0.0.1:1", signingRegion: "eu-west-1"),
    sso: Endpoint(url: "http://127.0.0.1:2", signingRegion: "eu-west-1"), attempts: 1)

  private struct State {
    var cloud: FakeAWS
    var calls: [RecordedCall] = []
    var said: [String] = []
    var slept: [Duration] = []
    var programs: [[String]] = []
    var variables: [String: String] = [:]
  }

  let folder = NSTemporaryDirectory() + "switchback-tests-\(UUID().uuidString)"
  private let state: Mutex<State>

  init(roles: [Role] = []) {
    let keys = AWSCredentials(
      accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: Secret("secret"))
    let user = User(
      arn: "arn:aws:iam::111111111111:user/maya", keys: [keys],
      devices: [MFADevice(serial: Wire.device, seed: Wire.seed)])
    state = Mutex(State(cloud: FakeAWS(users: [user], roles: roles, seed: Secret("tests"))))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var calls: [RecordedCall] { state.withLock(\.calls) }
  var operations: [String] { calls.map(\.operation) }
  var said: [String] { state.withLock(\.said) }
  var slept: [Duration] { state.withLock(\.slept) }
  /// The programs that ran, and the variables that the last one had besides ours.
  var programs: [[String]] { state.withLock(\.programs) }
  var variables: [String: String] { state.withLock(\.variables) }

  var sessions: SessionCache {
    SessionCache(folder: folder + "/cache", keyFolder: folder + "/runtime")
  }

  func kept(_ entry: String, _ chain: RoleChain) -> Session? {
    sessions.session(of: entry, fingerprint: obtaining(chain, entry: entry).fingerprint)
  }

  /// The answers of the cloud, but for those that `answering` gives itself.
  func dependencies(
    printing printed: String = "", at now: Date = Wire.now, files: [String: String] = [:],
    sharing: Bool = false, profileChain: [String] = [], patience: Timing? = nil,
    answering: @escaping @Sendable (HTTPRequest) throws -> HTTPResponse? = { _ in nil },
    tampering: @escaping @Sendable (HTTPResponse) -> HTTPResponse = { $0 }
  ) -> CredentialDependencies {
    var timing =
      patience
      ?? Timing(
        now: { now }, sleep: { time in self.state.withLock { $0.slept.append(time) } },
        chance: { 0 })
    timing.now = { now }
    // A deadline that is slept through at once would be the end of every call.
    let sleep = timing.sleep
    timing.sleep = { $0 >= .seconds(40) ? try await Task.sleep(for: $0) : try await sleep($0) }
    return CredentialDependencies(
      timing: timing,
      send: { request in
        if let answer = try answering(request) { return answer }
        let answer = self.state.withLock { state in
          let (response, call) = state.cloud.exchange(request, at: now)
          state.calls.append(call)
          return response
        }
        return tampering(answer)
      },
      run: { try output(of: $0, printed) },
      runProgram: { words, variables in
        self.state.withLock { state in
          state.programs.append(words)
          state.variables = variables
        }
        return try output(of: words.first ?? "", printed)
      },
      read: { path in
        guard let text = files[path] else {
          throw FileReadError(path: path, reason: "there is no such file")
        }
        return Array(text.utf8)
      },
      sessions: sessions, roles: RoleCache(folder: folder + "/cli", isShared: sharing),
      tokens: TokenCache(folder: folder + "/sso"), logins: LoginCache(folder: folder + "/login"),
      locks: Locks(folder: folder + "/cache"), profileChain: profileChain,
      say: { sentence in self.state.withLock { $0.said.append(sentence) } })
  }

  /// Goes the whole way, for an entry that needs no code.
  func session(
    _ chain: RoleChain, entry: String = "p", _ dependencies: CredentialDependencies? = nil
  ) async throws -> Session {
    var way = obtaining(chain, entry: entry)
    guard
      case .done(let session) = try await way.proceed(through: dependencies ?? self.dependencies())
    else {
      throw Unexpected()
    }
    return session
  }
}

struct Unexpected: Error {}

private func output(of command: String, _ printed: String) throws -> String {
  switch command {
  case "false": throw HelperError.failed(status: "1", output: "no \u{1B}[31mkey")
  case "fails-saying": throw HelperError.failed(status: "1", output: "key \(printed)!")
  case "asked": throw HelperError.timedOutAsking(seconds: 49)
  case "alone": throw HelperError.failed(status: "1", output: "", hadTerminal: false)
  case "missing": throw HelperError.notStarted("there is no such file")
  default: return printed
  }
}

/// A chain from maya's keys over roles.
func chain(
  _ hops: RoleHop..., secret: String = "secret", sharesDevice: Bool = false
) -> RoleChain {
  let keys = AWSCredentials(accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: Secret(secret))
  var chain = RoleChain(profile: "p", base: .staticKeys(keys, profile: "base"), hops: hops)
  chain.sharesDevice = sharesDevice
  return chain
}

func hop(
  _ role: String, profile: String = "p", device: String? = nil, process: String? = nil,
  externalID: String? = nil, seconds: Int? = nil
) -> RoleHop {
  RoleHop(
    profile: profile, roleARN: role, externalID: externalID, mfaSerial: device,
    mfaProcess: process, durationSeconds: seconds)
}

func obtaining(_ chain: RoleChain, entry: String = "p") -> CredentialRequest {
  CredentialRequest(entry: entry, chain: chain, services: Wire.services)
}

/// The code that maya's device shows.
func code(at now: Date = Wire.now) throws -> Secret {
  guard let code = oneTimeCode(seed: Wire.seed, at: now) else { throw Unexpected() }
  return Secret(code)
}
