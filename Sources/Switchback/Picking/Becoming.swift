import Accounts
import Credentials
import Secrets

/// Becoming an entry on behalf of the picker: what is on its way while a code is asked for.
@MainActor
final class Becoming {
  enum Outcome: Sendable {
    case arrived(Arrival)
    case codeNeeded(CodeRequest)
    case failed(String)
  }

  private let configuration: Configuration
  private let region: String?
  private let world: World
  private var waiting: (entry: String, plan: Plan, obtaining: Obtaining)?

  init(_ configuration: Configuration, region: String?, _ world: World) {
    self.configuration = configuration
    self.region = region
    self.world = world
  }

  /// Goes on with what waits for this code, or starts anew; every failure is a sentence.
  func become(_ name: String, code: String?) async -> Outcome {
    do {
      let (entry, plan, obtaining) = try start(name, resuming: code != nil)
      let (rest, step) = try await inTime { [world] in
        var obtaining = obtaining
        let step = try await obtaining.proceed(code: code.map(Secret.init), through: world.outside)
        return (obtaining, step)
      }
      switch step {
      case .done(let session):
        return .arrived(Arrival(entry: entry, session: session, plan: plan, region: region))
      case .codeNeeded(let request):
        waiting = (name, plan, rest)
        return .codeNeeded(request)
      }
    } catch {
      return .failed(Failure(error).description)
    }
  }

  private func start(_ name: String, resuming: Bool) throws -> (Entry, Plan, Obtaining) {
    let entry = try configuration.catalogue.entry(named: name)
    if resuming, let waiting, waiting.entry == name {
      return (entry, waiting.plan, waiting.obtaining)
    }
    let plan = try Plan(
      entry: name, in: configuration, environment: world.environment, region: region)
    return (entry, plan, try plan.obtaining())
  }
}
