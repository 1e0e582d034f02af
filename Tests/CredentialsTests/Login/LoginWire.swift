import AWSClient
import AWSConfig
import Credentials
import Files
import Foundation
import Synchronization
import Text

/// Services that answer by a script, a clock that moves by what is slept, caches in a folder that
/// goes away, and all that was asked, opened and told.
final class LoginWire: Sendable {
  static let now = Date(timeIntervalSince1970: 1_790_000_000)
  static let corp = SSOLogin(
    session: "corp", startURL: "https://d-1.awsapps.com/start", region: "eu-west-1")
  static let legacy = SSOLogin(startURL: "https://d-1.awsapps.com/start", region: "eu-west-1")
  static let services = ServiceEndpoints(
    sts: Endpoint(url: "https://sts.test", signingRegion: "eu-west-1"),
    sso: Endpoint(url: "https://portal.test", signingRegion: "eu-west-1"),
    oidc: Endpoint(url: "https://oidc.test", signingRegion: "eu-west-1"),
    signIn: Endpoint(url: "https://signin.test", signingRegion: "eu-west-1"), attempts: 1)

  private struct State {
    var script: [String: [HTTPResponse]]
    var now = LoginWire.now
    var asked: [HTTPRequest] = []
    var slept: [Int] = []
    var news: [LoginProgress] = []
    var opened: [String] = []
    var said: [String] = []
  }

  let folder = NSTemporaryDirectory() + "switchback-tests-\(UUID().uuidString)"
  private let state: Mutex<State>

  /// The answers to each path, in order; the last one is given again and again.
  init(_ script: [String: [HTTPResponse]] = [:]) {
    state = Mutex(State(script: script))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var asked: [HTTPRequest] { state.withLock(\.asked) }
  var paths: [String] { asked.map(path) }
  /// The waits of seconds: shorter ones are for locks.
  var slept: [Int] { state.withLock(\.slept) }
  var news: [LoginProgress] { state.withLock(\.news) }
  var opened: [String] { state.withLock(\.opened) }
  var said: [String] { state.withLock(\.said) }
  var tokens: TokenCache { TokenCache(folder: folder + "/sso") }
  var sessions: SessionCache {
    SessionCache(folder: folder + "/cache", keyFolder: folder + "/runtime")
  }

  /// The texts in what was asked at a path, the first time or another.
  func texts(_ path: String, _ index: Int = 0) -> [String: String]? {
    let asked = asked.filter { self.path($0) == path }
    guard asked.indices.contains(index), case .object(let members) = JSONValue(asked[index].body)
    else { return nil }
    return members.compactMapValues(\.text)
  }

  func tell(_ news: LoginProgress) { state.withLock { $0.news.append(news) } }
  func open(_ url: String) { state.withLock { $0.opened.append(url) } }

  /// With `impatient`, the ten minutes that a person has are over at once.
  func dependencies(impatient: Bool = false) -> CredentialDependencies {
    CredentialDependencies(
      timing: Timing(
        now: { self.state.withLock(\.now) },
        sleep: { try await self.sleep($0, impatient) }, chance: { 0 }),
      send: { self.answer($0) },
      run: { _ in "" }, runProgram: { _, _ in "" },
      read: { throw FileReadError(path: $0, reason: "there is no such file") },
      sessions: sessions, roles: RoleCache(folder: folder + "/cli"), tokens: tokens,
      logins: LoginCache(folder: folder + "/login"), locks: Locks(folder: folder + "/cache"),
      say: { sentence in self.state.withLock { $0.said.append(sentence) } })
  }

  private func answer(_ request: HTTPRequest) -> HTTPResponse {
    state.withLock { state in
      state.asked.append(request)
      let answers = state.script[path(request)] ?? []
      if answers.count > 1 { state.script[path(request)] = Array(answers.dropFirst()) }
      return answers.first ?? .refusal(404, "NotScripted")
    }
  }

  private func path(_ request: HTTPRequest) -> String {
    URLComponents(string: request.url)?.path ?? ""
  }

  /// The limits of a call, of a renewal, of a logout and of a login are waited for in earnest, and
  /// never reached.
  private func sleep(_ time: Duration, _ impatient: Bool) async throws {
    switch time {
    case .seconds(600) where impatient: return
    case .seconds(10), .seconds(15), .seconds(45), .seconds(600): try await Task.sleep(for: time)
    case ..<Duration.seconds(1): try await Task.sleep(for: .milliseconds(1))
    default:
      try Task.checkCancellation()
      let seconds = Int(time.components.seconds)
      state.withLock {
        $0.slept.append(seconds)
        $0.now += TimeInterval(seconds)
      }
    }
  }
}
