import AWSClient
import AWSConfig
import Accounts
import Credentials
import Foundation
import STS
import Secrets

/// Becoming an entry from the command line; whoever is at the terminal is asked what AWS wants to know.
struct Switcher {
  let world: World
  let configuration: Configuration

  init(_ world: World) {
    self.init(world, Configuration.read(in: world))
    configuration.warnOfMissingFiles(world)
  }

  init(_ world: World, _ configuration: Configuration) {
    self.world = world
    self.configuration = configuration
  }

  /// Becomes what ENTRY names, once it is confirmed where it must be; throws a `CommandError`.
  func activate(at name: String, _ wish: SwitchRequest) async throws -> ActiveSession {
    let target = try target(name, source: wish.source)
    let plan = try plan(target, wish.choice)
    if let remark = plan.regionWarning(wish.choice.region) { world.say(remark) }
    try confirm(target, given: wish.confirmation, world)
    let session = try await resolvedSession(plan, loggingIn: true)
    return ActiveSession(
      target: target, session: session, plan: plan, choice: wish.choice,
      settings: configuration.settings)
  }

  /// What was become by a plan; throws a `CommandError`.
  func activeSession(
    _ name: String, _ wish: SwitchRequest, _ plan: Plan, _ session: Session
  ) throws -> ActiveSession {
    ActiveSession(
      target: try target(name, source: wish.source), session: session, plan: plan,
      choice: wish.choice, settings: configuration.settings)
  }

  /// The session of what ENTRY names, or of what the AWS CLI itself would use here; throws a `CommandError`.
  func session(entry: String?, _ wish: SwitchRequest) async throws -> Session {
    try await resolvedSession(try plan(entry, wish), loggingIn: false)
  }

  /// How an entry's credentials are got; throws a `CommandError` with the nearest names for an unknown one.
  func plan(_ entry: String?, _ wish: SwitchRequest) throws -> Plan {
    guard let entry else { return try ambientPlan(wish.choice) }
    return try plan(try target(entry, source: wish.source), wish.choice)
  }

  private func ambientPlan(_ choice: SessionOptions) throws -> Plan {
    do {
      let plan = try Plan(
        ambientIn: configuration, choice: choice, environment: world.environment)
      try plan.checkValues()
      return plan
    } catch {
      throw configuration.failure(error)
    }
  }

  private func target(_ name: String, source: String?) throws -> SwitchTarget {
    do { return try SwitchTarget(name, source: source, in: configuration) } catch {
      throw configuration.failure(error, entry: name)
    }
  }

  private func plan(_ target: SwitchTarget, _ choice: SessionOptions) throws -> Plan {
    do { return try target.plan(choice, in: configuration, world.environment) } catch {
      let failure = configuration.failure(error, entry: target.entry.name)
      guard case .role(_, from: nil) = target else { throw failure }
      throw CommandError(
        status: failure.status,
        description: failure.description + " Name the entry to assume it from: --source ENTRY.")
    }
  }

  /// Who AWS says the credentials of this place are, and the entry they belong to.
  func whoami(_ wish: SwitchRequest) async throws -> (CallerIdentity, entry: String?) {
    let plan = try plan(nil, wish)
    let session = try await resolvedSession(plan, loggingIn: false)
    defer { world.reportClock() }
    do {
      let asking = try plan.askingSTS(
        in: configuration.asTheCLIReads, world.environment, region: wish.choice.region)
      let identity = try await withTimeout { [world] in
        try await callerIdentity(of: session, asking, world)
      }
      return (identity, world.environment["SWITCHBACK_ENTRY"] ?? plan.chain.profile)
    } catch {
      throw CommandError(error)
    }
  }
}

/// What the command line says besides ENTRY.
struct SwitchRequest: Sendable {
  var choice = SessionOptions()
  /// `--source`.
  var source: String?
  /// `--confirm`: the name that was typed ahead.
  var confirmation: String?

  var withoutSource: SwitchRequest {
    SwitchRequest(choice: choice, confirmation: confirmation)
  }
}

/// Who AWS says a session's keys are; throws STS's `ServiceError`.
func callerIdentity(of session: Session, _ plan: Plan, _ world: World) async throws
  -> CallerIdentity
{
  let outside = world.credentialDependencies(plan.settings, sharesRoles: false)
  let client = STSClient(
    endpoint: plan.services.sts, credentials: session.keys,
    retries: RetryPolicy(attempts: plan.services.attempts), timing: outside.timing,
    send: outside.send)
  return try await client.call(GetCallerIdentity())
}

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
