import Accounts
import Canvas
import Credentials
import Picker
import Secrets

/// What the picker asks for: an entry, or a role reference with the entry to assume it from.
struct Order: Equatable, Sendable {
  var name: String
  var source: String?
  var choice: Choice
  /// The name of the entry, or of the source, was typed.
  var isConfirmed = false
}

/// Becoming an entry on behalf of the picker: what is on its way while a code is asked for.
@MainActor
final class Becoming {
  enum Outcome: Sendable {
    case arrived(Arrival)
    case codeNeeded(CodeRequest)
    case failed(String)
  }

  private struct Way {
    var order: Order
    var choice: Choice
    var target: Target
    var plan: Plan
    var obtaining: Obtaining
    var settings: Settings
  }

  private let configuration: LatestConfiguration
  private let wish: Wish
  private let world: World
  private var waiting: Way?
  private var lending = Lending.nothing

  init(_ configuration: LatestConfiguration, _ wish: Wish, _ world: World) {
    self.configuration = configuration
    self.wish = wish
    self.world = world
  }

  /// Goes on with what waits for this code, or starts anew; every failure is a sentence.
  ///
  /// `tell` is given what whoever waits should know; `lending` is what programs have of the user meanwhile.
  func become(
    _ order: Order, code: String?, lending: Lending, tell: @escaping @Sendable (Message) -> Void
  ) async -> Outcome {
    self.lending = lending
    do {
      let way = try await start(order, resuming: code != nil)
      do {
        do {
          return try await go(way, code, tell)
        } catch let needed as LoginNeeded {
          try await logIn(needed, way.plan, tell)
          return try await go(try await start(order, resuming: false), nil, tell)
        }
      } catch {
        return .failed(way.plan.failure(error).description)
      }
    } catch {
      return .failed(Failure(error).description)
    }
  }

  /// Lets go of what waits for a code, and so of its locks.
  func forget() {
    waiting = nil
  }

  private func go(
    _ way: Way, _ code: String?, _ tell: @escaping @Sendable (Message) -> Void
  ) async throws -> Outcome {
    let outside = outside(way.plan, tell)
    let code = code.map(Secret.init)
    let (rest, came) = try await inTime { [obtaining = way.obtaining] in
      try await step(obtaining, code, outside)
    }
    switch came {
    case .done(let session):
      return .arrived(
        Arrival(
          target: way.target, session: session, plan: way.plan, choice: way.choice,
          settings: way.settings))
    case .codeNeeded(let request):
      // Given up meanwhile, it must not keep its locks.
      try Task.checkCancellation()
      waiting = way
      waiting?.obtaining = rest
      return .codeNeeded(request)
    }
  }

  private func logIn(
    _ needed: LoginNeeded, _ plan: Plan, _ tell: @escaping @Sendable (Message) -> Void
  ) async throws {
    let login = LoggingIn(needed.login, plan.services, world)
    try await login.run(since: needed, outside(plan, tell)) { news in
      tell(.loginNews(LoginNotice(news)))
    }
    tell(.progress(""))
  }

  /// The screen is ours: what is said becomes a line on it.
  private func outside(_ plan: Plan, _ tell: @escaping @Sendable (Message) -> Void) -> Outside {
    var outside = world.outside(
      plan.settings, sharesRoles: plan.sharesRoles, lending: lending)
    outside.say = { tell(.progress($0)) }
    return outside
  }

  private func start(_ order: Order, resuming: Bool) async throws -> Way {
    if resuming, let waiting, waiting.order == order { return waiting }
    forget()
    let configuration = await configuration.value()
    let choice = wish.choice.overridden(by: order.choice)
    let target = try Target(
      order.name, source: order.source, in: configuration)
    try target.refuseIfUnconfirmed(order)
    let plan = try target.plan(choice, in: configuration, world.environment)
    return Way(
      order: order, choice: choice, target: target, plan: plan, obtaining: plan.obtaining(),
      settings: configuration.settings)
  }
}

extension Target {
  /// The screen does not know the rules that label a role without a profile, and has not asked for its name.
  ///
  /// Nor does it know what the settings say by now.
  fileprivate func refuseIfUnconfirmed(_ order: Order) throws(Failure) {
    switch self {
    case .role(let role, let source) where role.label.confirm:
      throw .input(
        "A rule wants the name of \(role.name.cleaned) typed. Switch to it from the command line: "
          + "switchback shell \(role.name.cleaned) --source \(source?.name.cleaned ?? "ENTRY")")
    case .role(let entry, nil), .role(_, let entry?), .entry(let entry):
      guard entry.label.confirm, !order.isConfirmed else { return }
      throw .input(
        "\(entry.name.cleaned) must be confirmed by its name now: the settings have changed since the list was "
          + "read. Leave the picker, and open it again.")
    }
  }
}

extension LoginNotice {
  fileprivate init(_ news: LoginNews) {
    switch news {
    case .code(let userCode, let page, let completePage):
      self = .code(userCode: userCode, page: completePage ?? page)
    case .browser(let url): self = .browser(url: url)
    case .waitingForAnother: self = .waitingForAnother
    }
  }
}

extension Choice {
  /// What `other` says, and where it says nothing, this.
  fileprivate func overridden(by other: Choice) -> Choice {
    var choice = self
    choice.region = other.region ?? region
    choice.durationSeconds = other.durationSeconds ?? durationSeconds
    choice.sessionName = other.sessionName ?? sessionName
    choice.sourceIdentity = other.sourceIdentity ?? sourceIdentity
    choice.tags = other.tags.isEmpty ? tags : other.tags
    choice.isReadOnly = other.isReadOnly || isReadOnly
    return choice
  }
}
