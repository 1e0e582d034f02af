import Credentials
import Foundation
import Secrets
import Shells
import Synchronization
import Text

/// A server of an entry's credentials, which are renewed in the background before they expire.
struct SessionServer: Sendable {
  let server: CredentialServer
  private let renewal: Task<Void, Never>

  /// Throws if no port can be used.
  init(_ activeSession: ActiveSession, _ world: World) async throws {
    let world = world.withClock(activeSession.plan.settings)
    let held = CurrentSession(activeSession.session)
    server = try await CredentialServer.start {
      held.response(at: world.now(), machine: world.machineTime())
    }
    renewal = Task.detached { await keepAlive(held, activeSession.plan, world) }
  }

  func stop() async {
    renewal.cancel()
    await server.stop()
  }
}

/// The session that is currently served.
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
  /// When to renew the session; nil if it does not expire.
  fileprivate var renewal: Renewal? {
    keys.expiration.map {
      Renewal(
        began: obtained.map { $0.wholeSeconds }, end: $0.wholeSeconds)
    }
  }
}

/// Renews the session in time until the task is cancelled.
///
/// A failed renewal is tried again.
private func keepAlive(_ held: CurrentSession, _ plan: Plan, _ world: World) async {
  var dependencies = world.credentialDependencies(plan.settings, sharesRoles: plan.sharesRoles)
  // The terminal belongs to the child.
  dependencies.say = { _ in }
  var backoff = RenewalBackoff()
  while let renewal = held.current.renewal {
    let wait = backoff.wait(for: renewal, at: world.now().timeIntervalSince1970)
    // The clock may be set meanwhile, or the machine may sleep.
    guard (try? await Task.sleep(for: .seconds(min(wait, longestSleep)))) != nil else { return }
    guard wait <= longestSleep else { continue }
    let session = try? await plan.resolve(with: dependencies)
    if Task.isCancelled { return }
    if let session, session.keys != held.current.keys { held.current = session }
    backoff.recordAttempt(held.current.renewal ?? renewal, at: world.now().timeIntervalSince1970)
  }
}

/// The longest sleep between two checks of the clock, in seconds.
private let longestSleep = 60.0

/// The wait before the next renewal: at least some seconds between two attempts, whatever the
/// clocks show, and longer after each failure.
struct RenewalBackoff: Sendable {
  private var least = 0.0

  /// Seconds until a session's renewal, at a time in seconds since 1970.
  func wait(for renewal: Renewal, at now: Double) -> Double {
    max(least, Double(renewal.start) - now)
  }

  /// Records an attempt that ended at `now`, with the next renewal of the current session.
  mutating func recordAttempt(_ renewal: Renewal, at now: Double) {
    let pause = Double(renewal.pause)
    let isLasting = Double(renewal.start) > now
    least = isLasting ? pause : min(max(pause, least * 2), longestPause)
  }
}

/// The longest pause, in seconds, so that a restored network is noticed.
private let longestPause = 300.0
