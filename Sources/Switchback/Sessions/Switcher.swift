import AWSClient
import AWSConfig
import Accounts
import Credentials
import Foundation
import STS
import Secrets

/// Switches to entries for commands, and asks the user at the terminal for codes and logins.
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

  /// The session of an entry, after its confirmation if required.
  ///
  /// Throws a `CommandError`.
  func activate(_ name: String, _ request: SwitchRequest) async throws -> ActiveSession {
    let target = try target(name, source: request.source)
    let plan = try plan(target, request.options)
    if let warning = plan.regionWarning(request.options.region) { world.say(warning) }
    try confirm(target, given: request.confirmation, world)
    let session = try await resolvedSession(plan, loggingIn: true)
    return ActiveSession(
      target: target, session: session, plan: plan, options: request.options,
      settings: configuration.settings)
  }

  /// The active session for a session that a plan gave.
  ///
  /// Throws a `CommandError`.
  func activeSession(
    _ name: String, _ request: SwitchRequest, _ plan: Plan, _ session: Session
  ) throws -> ActiveSession {
    ActiveSession(
      target: try target(name, source: request.source), session: session, plan: plan,
      options: request.options, settings: configuration.settings)
  }

  /// The session of an entry, or with the credentials that the AWS CLI would use here.
  ///
  /// Throws a `CommandError`.
  func session(entry: String?, _ request: SwitchRequest) async throws -> Session {
    try await resolvedSession(try plan(entry, request), loggingIn: false)
  }

  /// The plan for an entry's credentials.
  ///
  /// Throws a `CommandError`, with the nearest names for an unknown one.
  func plan(_ entry: String?, _ request: SwitchRequest) throws -> Plan {
    guard let entry else { return try ambientPlan(request.options) }
    return try plan(try target(entry, source: request.source), request.options)
  }

  private func ambientPlan(_ options: SessionOptions) throws -> Plan {
    do {
      let plan = try Plan(
        ambientIn: configuration, options: options, environment: world.environment)
      try plan.checkValues()
      return plan
    } catch {
      throw configuration.commandError(error)
    }
  }

  private func target(_ name: String, source: String?) throws -> SwitchTarget {
    do { return try SwitchTarget(name, source: source, in: configuration) } catch {
      throw configuration.commandError(error, entry: name)
    }
  }

  private func plan(_ target: SwitchTarget, _ options: SessionOptions) throws -> Plan {
    do { return try target.plan(options, in: configuration, world.environment) } catch {
      let error = configuration.commandError(error, entry: target.entry.name)
      guard case .role(_, from: nil) = target else { throw error }
      throw CommandError(
        status: error.status,
        description: error.description + " Name the entry to assume it from with --source ENTRY.")
    }
  }

  /// The identity of the current credentials, as AWS reports it, and their entry.
  func whoami(_ request: SwitchRequest) async throws -> (CallerIdentity, entry: String?) {
    let plan = try plan(nil, request)
    let session = try await resolvedSession(plan, loggingIn: false)
    defer { world.reportClock() }
    do {
      let stsPlan = try plan.askingSTS(
        in: configuration.asTheCLIReads, world.environment, region: request.options.region)
      let identity = try await withTimeout { [world] in
        try await callerIdentity(of: session, stsPlan, world)
      }
      return (identity, world.environment["SWITCHBACK_ENTRY"] ?? plan.chain.profile)
    } catch {
      throw CommandError(error)
    }
  }
}

/// The options of a switch besides ENTRY.
struct SwitchRequest: Sendable {
  var options = SessionOptions()
  /// `--source`.
  var source: String?
  /// `--confirm`: the name that confirms the switch in advance.
  var confirmation: String?

  var withoutSource: SwitchRequest {
    SwitchRequest(options: options, confirmation: confirmation)
  }
}

/// The identity of a session's credentials, as AWS reports it.
///
/// Throws `ServiceError`.
func callerIdentity(of session: Session, _ plan: Plan, _ world: World) async throws
  -> CallerIdentity
{
  let dependencies = world.credentialDependencies(plan.settings, sharesRoles: false)
  let client = STSClient(
    endpoint: plan.services.sts, credentials: session.keys,
    retries: RetryPolicy(attempts: plan.services.attempts), timing: dependencies.timing,
    send: dependencies.send)
  return try await client.call(GetCallerIdentity())
}

extension Switcher {
  /// The session that a plan gives, after asking the user for MFA codes as needed.
  ///
  /// With `loggingIn`, the user is asked to log in if a login has ended. Throws a `CommandError`.
  func resolvedSession(_ plan: Plan, loggingIn: Bool) async throws -> Session {
    defer { world.reportClock() }
    let indicator = WaitIndicator(for: plan.name, world)
    let dependencies = indicator.printingAbove(
      world.credentialDependencies(
        plan.settings, sharesRoles: plan.sharesRoles, access: indicator.terminalAccess(world)))
    do {
      return try await indicator.during {
        try await plan.resolve(
          with: dependencies,
          askForCode: { [world] request in
            try await indicator.paused { try codeFromTerminal(request, for: plan.name, world) }
          },
          logIn: { [world] needed in
            guard loggingIn, world.prompter.isPossible() else { throw needed }
            try await indicator.paused {
              world.say(needed.why)
              try await LoginFlow(needed.login, plan.services, world)
                .runInTerminal(since: needed, for: plan)
            }
          })
      }
    } catch {
      throw plan.commandError(error, entry: plan.name)
    }
  }
}
