import Accounts
import Credentials

/// Tries many entries at once, within the limits that AWS accounts have for everybody's calls together.
struct EntryChecker {
  private let switching: Switcher
  private let progress: CheckProgress

  init(_ switching: Switcher) {
    var limited = switching.world
    let progress = CheckProgress(limited)
    limited.sender = rateLimited(limited.sender, callsPerSecond: 20)
    limited.say = { [say = limited.say] sentence in
      progress.end()
      say(sentence)
    }
    limited.readInput = {
      throw FileReadError(path: "standard input", reason: "check asks nobody for anything")
    }
    self.switching = Switcher(limited, switching.configuration)
    self.progress = progress
  }

  private static let maxConcurrent = 10

  /// The results in the entries' order; throws where the task is cancelled.
  func results(of entries: [Entry]) async throws -> [CheckResult] {
    progress.begin(entries.count)
    defer { progress.end() }
    var results: [Int: CheckResult] = [:]
    try await withThrowingTaskGroup(of: (Int, CheckResult).self) { group in
      var waiting = entries.enumerated().makeIterator()
      func start() {
        guard let (index, entry) = waiting.next() else { return }
        group.addTask { (index, try await result(of: entry)) }
      }
      for _ in 0..<Self.maxConcurrent { start() }
      for try await (index, result) in group {
        results[index] = result
        progress.advance(results.count, of: entries.count, result)
        start()
      }
    }
    return entries.indices.compactMap { results[$0] }
  }

  private func result(of entry: Entry) async throws -> CheckResult {
    do {
      return CheckResult(entry: entry, outcome: try await outcome(of: entry))
    } catch is CancellationError {
      throw CancellationError()
    } catch let needed as LoginNeededError {
      return CheckResult(entry: entry, outcome: .needsLogin("\(needed)"))
    } catch {
      return CheckResult(entry: entry, outcome: .fails(CommandError(error).description))
    }
  }

  private func outcome(of entry: Entry) async throws -> CheckResult.Outcome {
    let world = switching.world
    let plan = try SwitchTarget.entry(entry).plan(
      SwitchRequest().choice, in: switching.configuration, world.environment)
    do { return try await outcome(of: plan) } catch {
      guard !(error is CancellationError), !(error is LoginNeededError) else { throw error }
      throw plan.failure(error)
    }
  }

  private func outcome(of plan: Plan) async throws -> CheckResult.Outcome {
    let world = switching.world
    let asking = try plan.askingSTS(in: switching.configuration, world.environment, region: nil)
    let outside = world.credentialDependencies(plan.settings, sharesRoles: plan.sharesRoles)
    return try await withTimeout {
      switch try await step(plan.request(), nil, outside).1 {
      case .codeNeeded(let request): .needsCode(device: request.device)
      case .done(let session): .works(try await callerIdentity(of: session, asking, world))
      }
    }
  }
}
