import Accounts
import Credentials

/// Tries many entries at once, within the limits that AWS accounts have for everybody's calls together.
struct Checking {
  private let switching: Switching
  private let progress: CheckProgress

  init(_ switching: Switching) {
    var limited = switching.world
    let progress = CheckProgress(limited)
    limited.sender = paced(limited.sender, callsPerSecond: 20)
    limited.say = { [say = limited.say] sentence in
      progress.end()
      say(sentence)
    }
    limited.readInput = {
      throw ReadProblem(path: "standard input", reason: "check asks nobody for anything")
    }
    self.switching = Switching(limited, switching.configuration)
    self.progress = progress
  }

  private static let atOnce = 10

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
      for _ in 0..<Self.atOnce { start() }
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
    } catch let needed as LoginNeeded {
      return CheckResult(entry: entry, outcome: .wantsLogin("\(needed)"))
    } catch {
      return CheckResult(entry: entry, outcome: .fails(Failure(error).description))
    }
  }

  private func outcome(of entry: Entry) async throws -> CheckResult.Outcome {
    let world = switching.world
    let plan = try Target.entry(entry).plan(
      Wish().choice, in: switching.configuration, world.environment)
    do { return try await outcome(of: plan) } catch {
      guard !(error is CancellationError), !(error is LoginNeeded) else { throw error }
      throw plan.failure(error)
    }
  }

  private func outcome(of plan: Plan) async throws -> CheckResult.Outcome {
    let world = switching.world
    let asking = try plan.askingSTS(in: switching.configuration, world.environment, region: nil)
    let outside = world.outside(plan.settings, sharesRoles: plan.sharesRoles)
    return try await inTime {
      switch try await step(plan.obtaining(), nil, outside).1 {
      case .codeNeeded(let request): .wantsCode(device: request.device)
      case .done(let session): .works(try await callerIdentity(of: session, asking, world))
      }
    }
  }
}
