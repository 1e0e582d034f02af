import AWSConfig
import Accounts
import Canvas
import Credentials
import Foundation
import STS
import Secrets

/// Becoming an entry from the command line: its session, a code asked for on the terminal where one is needed.
struct Switching {
  let world: World
  let configuration: Configuration

  init(_ world: World) {
    self.world = world
    configuration = Configuration.read(in: world)
  }

  /// Becomes the entry of that name; throws a `Failure`.
  func arrive(at name: String, region: String?) async throws -> Arrival {
    let plan = try plan(name, region: region)
    let entry = try configuration.catalogue.entry(named: plan.name)
    return Arrival(entry: entry, session: try await obtained(plan), plan: plan, region: region)
  }

  /// The session of an entry, or of what the AWS CLI itself would use here; throws a `Failure`.
  func session(entry: String?, region: String?) async throws -> Session {
    try await obtained(try plan(entry, region: region))
  }

  /// How an entry's credentials are got; throws a `Failure` with the nearest names for an unknown one.
  func plan(_ entry: String?, region: String?) throws -> Plan {
    do {
      guard let entry else {
        return try Plan(ambientIn: configuration, environment: world.environment, region: region)
      }
      let name = try configuration.catalogue.entry(named: entry).name
      return try Plan(
        entry: name, in: configuration, environment: world.environment, region: region)
    } catch {
      throw Failure(error, entry: entry)
    }
  }

  /// Carries a plan out.
  func obtained(_ plan: Plan) async throws -> Session {
    do {
      var obtaining = try plan.obtaining()
      var code: Secret?
      while true {
        switch try await inTime({ [obtaining, code] in try await step(obtaining, code) }) {
        case (_, .done(let session)): return session
        case (let rest, .codeNeeded(let request)):
          obtaining = rest
          code = try codeFromTerminal(request, world)
        }
      }
    } catch {
      throw Failure(error, entry: plan.name)
    }
  }

  private func step(_ obtaining: Obtaining, _ code: Secret?) async throws -> (
    Obtaining, Obtaining.Step
  ) {
    var obtaining = obtaining
    let step = try await obtaining.proceed(code: code, through: world.outside)
    return (obtaining, step)
  }

  /// Who AWS says the credentials of this place are, and the entry they belong to.
  func whoami(region: String?) async throws -> (CallerIdentity, entry: String?) {
    let plan = try plan(nil, region: region)
    let session = try await obtained(plan)
    do {
      let client = STSClient(
        endpoint: plan.endpoint, keys: session.keys, retries: RetryPolicy(attempts: plan.attempts),
        send: world.send)
      let identity = try await client.call(GetCallerIdentity())
      return (identity, world.environment["SWITCHBACK_ENTRY"] ?? plan.chain.profile)
    } catch {
      throw Failure(error)
    }
  }
}

/// The longest that AWS is waited for, retries included: a credential_process may take 60 s (AWS CLI).
let patience = 50

/// Runs `body`, and gives up after `patience` seconds.
func inTime<Value: Sendable>(
  _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try await Task.sleep(for: .seconds(patience))
      throw CredentialProblem.tookTooLong(seconds: patience)
    }
    defer { group.cancelAll() }
    guard let value = try await group.next() else { throw CancellationError() }
    return value
  }
}

/// A code typed at the terminal, asked for again until it has six digits.
func codeFromTerminal(_ request: CodeRequest, _ world: World) throws -> Secret {
  if request.afterWrongCode {
    world.say("AWS refused that code. Each code works once; wait for the next one if it was right.")
  }
  while true {
    guard let line = try world.ask("MFA code for \(request.device.cleaned): ") else {
      throw Failure.cancelled
    }
    let code = line.trimmingCharacters(in: .whitespaces)
    if isCode(code) { return Secret(code) }
    world.say("An MFA code has six digits.")
  }
}
