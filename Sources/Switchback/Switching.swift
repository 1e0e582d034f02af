import AWSConfig
import Accounts
import Canvas
import Credentials
import Foundation
import STS

/// Becoming an entry from the command line; whoever is at the terminal is asked what AWS wants to know.
struct Switching {
  let world: World
  let configuration: Configuration

  init(_ world: World) {
    self.init(world, Configuration.read(in: world))
    configuration.tellOfLostFiles(world)
  }

  init(_ world: World, _ configuration: Configuration) {
    self.world = world
    self.configuration = configuration
  }

  /// Becomes what ENTRY names, once it is confirmed where it must be; throws a `Failure`.
  func arrive(at name: String, _ wish: Wish) async throws -> Arrival {
    let target = try target(name, source: wish.source)
    let plan = try plan(target, wish.choice)
    if let remark = plan.regionRemark(wish.choice.region) { world.say(remark) }
    try confirm(target, given: wish.confirmation, world)
    let session = try await obtained(plan, loggingIn: true)
    return Arrival(
      target: target, session: session, plan: plan, choice: wish.choice,
      settings: configuration.settings)
  }

  /// What was become by a plan; throws a `Failure`.
  func arrival(
    _ name: String, _ wish: Wish, _ plan: Plan, _ session: Session
  ) throws -> Arrival {
    Arrival(
      target: try target(name, source: wish.source), session: session, plan: plan,
      choice: wish.choice, settings: configuration.settings)
  }

  /// The session of what ENTRY names, or of what the AWS CLI itself would use here; throws a `Failure`.
  func session(entry: String?, _ wish: Wish) async throws -> Session {
    try await obtained(try plan(entry, wish), loggingIn: false)
  }

  /// How an entry's credentials are got; throws a `Failure` with the nearest names for an unknown one.
  func plan(_ entry: String?, _ wish: Wish) throws -> Plan {
    guard let entry else { return try ambientPlan(wish.choice) }
    return try plan(try target(entry, source: wish.source), wish.choice)
  }

  private func ambientPlan(_ choice: Choice) throws -> Plan {
    do {
      let plan = try Plan(
        ambientIn: configuration, choice: choice, environment: world.environment)
      try plan.checkValues()
      return plan
    } catch {
      throw configuration.failure(error)
    }
  }

  private func target(_ name: String, source: String?) throws -> Target {
    do { return try Target(name, source: source, in: configuration) } catch {
      throw configuration.failure(error, entry: name)
    }
  }

  private func plan(_ target: Target, _ choice: Choice) throws -> Plan {
    do { return try target.plan(choice, in: configuration, world.environment) } catch {
      let failure = configuration.failure(error, entry: target.entry.name)
      guard case .role(_, from: nil) = target else { throw failure }
      throw Failure(
        status: failure.status,
        description: failure.description + " Name the entry to assume it from: --source ENTRY.")
    }
  }

  /// Who AWS says the credentials of this place are, and the entry they belong to.
  func whoami(_ wish: Wish) async throws -> (CallerIdentity, entry: String?) {
    let plan = try plan(nil, wish)
    let session = try await obtained(plan, loggingIn: false)
    defer { world.tellOfClock() }
    do {
      let asking = try plan.askingSTS(
        in: configuration.asTheCLIReads, world.environment, region: wish.choice.region)
      let identity = try await inTime { [world] in
        try await callerIdentity(of: session, asking, world)
      }
      return (identity, world.environment["SWITCHBACK_ENTRY"] ?? plan.chain.profile)
    } catch {
      throw Failure(error)
    }
  }
}

/// What the command line says besides ENTRY.
struct Wish: Sendable {
  var choice = Choice()
  /// `--source`.
  var source: String?
  /// `--confirm`: the name that was typed ahead.
  var confirmation: String?

  var withoutSource: Wish {
    Wish(choice: choice, confirmation: confirmation)
  }
}

/// Who AWS says a session's keys are; throws STS's `Problem`.
func callerIdentity(of session: Session, _ plan: Plan, _ world: World) async throws
  -> CallerIdentity
{
  let outside = world.outside(plan.settings, sharesRoles: false)
  let client = STSClient(
    endpoint: plan.services.sts, keys: session.keys,
    retries: RetryPolicy(attempts: plan.services.attempts), timing: outside.timing,
    send: outside.send)
  return try await client.call(GetCallerIdentity())
}
