import Credentials
import Foundation
import Secrets
import Shells
import Synchronization
import Text

/// A server of an entry's keys, which are renewed beside it before they end.
struct SessionServer: Sendable {
  let server: CredentialServer
  private let renewing: Task<Void, Never>

  /// Throws where nothing can listen.
  init(_ arrival: ActiveSession, _ world: World) async throws {
    let world = world.withClock(arrival.plan.settings)
    let held = CurrentSession(arrival.session)
    server = try await CredentialServer.start {
      held.response(at: world.now(), machine: world.machineTime())
    }
    renewing = Task.detached { await keepAlive(held, arrival.plan, world) }
  }

  func stop() async {
    renewing.cancel()
    await server.stop()
  }
}

/// The session that is served now.
private final class CurrentSession: Sendable {
  private let session: Mutex<Session>

  init(_ session: Session) {
    self.session = Mutex(session)
  }

  var current: Session {
    get { session.withLock { $0 } }
    set { session.withLock { $0 = newValue } }
  }

  func response(at now: Date, machine: Date) -> ServedCredentials {
    let session = current
    if let left = session.left(at: now, machine: machine), left <= 0 {
      return .unavailable(
        code: "SessionEnded",
        message:
          "The session of \(session.entry) has expired. Run `switchback renew` in its shell."
      )
    }
    return .keys(session.keys)
  }
}

extension Session {
  /// When it is to be renewed; nil where it does not end.
  fileprivate var renewal: Renewal? {
    keys.expiration.map {
      Renewal(
        began: obtained.map { $0.wholeSeconds }, end: $0.wholeSeconds)
    }
  }
}

/// Renews the session whenever it is time, until it is cancelled; what cannot be renewed now is tried again.
private func keepAlive(_ held: CurrentSession, _ plan: Plan, _ world: World) async {
  var outside = world.credentialDependencies(plan.settings, sharesRoles: plan.sharesRoles)
  // The terminal is somebody else's.
  outside.say = { _ in }
  var pace = RenewalBackoff()
  while let renewal = held.current.renewal {
    let wait = pace.wait(for: renewal, at: world.now().timeIntervalSince1970)
    // The clock may be set meanwhile, or the machine sleep.
    guard (try? await Task.sleep(for: .seconds(min(wait, longestSleep)))) != nil else { return }
    guard wait <= longestSleep else { continue }
    let now = try? await withTimeout { [outside] in try await step(plan.request(), nil, outside) }
    if Task.isCancelled { return }
    if case .done(let session)? = now?.1, session.keys != held.current.keys {
      held.current = session
    }
    pace.recordAttempt(held.current.renewal ?? renewal, at: world.now().timeIntervalSince1970)
  }
}

/// In seconds.
private let longestSleep = 60.0

/// How long to wait before AWS is asked for another session: never less than some seconds between two askings, whatever
/// clocks and answers say, and ever longer where nothing comes of it.
struct RenewalBackoff: Sendable {
  private var least = 0.0

  /// Seconds until a session's renewal, at a time in seconds since 1970.
  func wait(for renewal: Renewal, at now: Double) -> Double {
    max(least, Double(renewal.start) - now)
  }

  /// Counts an asking that ended at a time, with when the session that is there now is to be renewed.
  mutating func recordAttempt(_ renewal: Renewal, at now: Double) {
    let pause = Double(renewal.pause)
    let isLasting = Double(renewal.start) > now
    least = isLasting ? pause : min(max(pause, least * 2), longestPause)
  }
}

/// In seconds: a network that is back again should not go unnoticed for longer.
private let longestPause = 300.0
