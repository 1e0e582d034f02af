import Credentials
import STS
import Secrets

extension Switcher {
  /// Carries a plan out; throws a `CommandError`.
  ///
  /// Where a login has ended and somebody is there to log in, `loggingIn` starts one and goes on.
  func resolvedSession(_ plan: Plan, loggingIn: Bool) async throws -> Session {
    defer { world.reportClock() }
    do {
      do {
        return try await asking(plan)
      } catch let needed as LoginNeededError where loggingIn && world.prompter.isPossible() {
        world.say("\(needed.why)")
        try await LoginFlow(needed.login, plan.services, world)
          .runInTerminal(since: needed, for: plan)
        return try await asking(plan)
      }
    } catch {
      throw plan.failure(error, entry: plan.name)
    }
  }

  /// Goes on until the session is there, asking for a code wherever one is wanted.
  private func asking(_ plan: Plan) async throws -> Session {
    var obtaining = plan.request()
    var code: Secret?
    let waiting = WaitIndicator(for: plan.name, world)
    let outside = waiting.printingAbove(
      world.credentialDependencies(
        plan.settings, sharesRoles: plan.sharesRoles, lending: waiting.terminalAccess(world)))
    while true {
      let now = try await waiting.during {
        try await withTimeout { [obtaining, code] in try await step(obtaining, code, outside) }
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
  _ obtaining: CredentialRequest, _ code: Secret?, _ outside: CredentialDependencies
) async throws -> (CredentialRequest, CredentialRequest.State) {
  var obtaining = obtaining
  let step = try await obtaining.proceed(code: code, through: outside)
  return (obtaining, step)
}
