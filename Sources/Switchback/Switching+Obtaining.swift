import Credentials
import STS
import Secrets

extension Switching {
  /// Carries a plan out; throws a `Failure`.
  ///
  /// Where a login has ended and somebody is there to log in, `loggingIn` starts one and goes on.
  func obtained(_ plan: Plan, loggingIn: Bool) async throws -> Session {
    defer { world.tellOfClock() }
    do {
      do {
        return try await asking(plan)
      } catch let needed as LoginNeeded where loggingIn && world.asking.isPossible() {
        world.say("\(needed.why)")
        try await LoggingIn(needed.login, plan.services, world)
          .fromTerminal(since: needed, for: plan)
        return try await asking(plan)
      }
    } catch {
      throw plan.failure(error, entry: plan.name)
    }
  }

  /// Goes on until the session is there, asking for a code wherever one is wanted.
  private func asking(_ plan: Plan) async throws -> Session {
    var obtaining = plan.obtaining()
    var code: Secret?
    let waiting = Waiting(for: plan.name, world)
    let outside = waiting.clearing(
      world.outside(
        plan.settings, sharesRoles: plan.sharesRoles, lending: waiting.lending(world)))
    while true {
      let now = try await waiting.during {
        try await inTime { [obtaining, code] in try await step(obtaining, code, outside) }
      }
      switch now {
      case (_, .done(let session)): return session
      case (let rest, .codeNeeded(let request)):
        obtaining = rest
        code = try codeFromTerminal(request, for: plan.name, world)
      }
    }
  }
}

/// One step of what is on its way, and what is left of it.
func step(
  _ obtaining: Obtaining, _ code: Secret?, _ outside: Outside
) async throws -> (Obtaining, Obtaining.Step) {
  var obtaining = obtaining
  let step = try await obtaining.proceed(code: code, through: outside)
  return (obtaining, step)
}
