import Accounts
import Credentials
import Picker
import Secrets
import Text

/// Becoming an entry on behalf of the picker: what is on its way while a code is asked for.
@MainActor
final class SwitchController {
  enum Outcome: Sendable {
    case sessionReady(ActiveSession)
    case codeNeeded(CodeRequest)
    case failed(String)
  }

  private struct Attempt {
    var order: PickedEntry
    var choice: SessionOptions
    var target: SwitchTarget
    var plan: Plan
    var obtaining: CredentialRequest
    var settings: Settings
  }

  private let configuration: LatestConfiguration
  private let request: SwitchRequest
  private let world: World
  private var pending: Attempt?
  private var terminalAccess = TerminalAccess.noAccess

  init(_ configuration: LatestConfiguration, _ wish: SwitchRequest, _ world: World) {
    self.configuration = configuration
    self.request = wish
    self.world = world
  }

  /// Goes on with what waits for this code, or starts anew; every failure is a sentence.
  ///
  /// `tell` is given what whoever waits should know; `lending` is what programs have of the user meanwhile.
  func performSwitch(
    _ order: PickedEntry, code: String?, lending: TerminalAccess,
    tell: @escaping @Sendable (Message) -> Void
  ) async -> Outcome {
    self.terminalAccess = lending
    do {
      let way = try await prepare(order, resuming: code != nil)
      do {
        do {
          return try await advance(way, code, tell)
        } catch let needed as LoginNeededError {
          try await logIn(needed, way.plan, tell)
          return try await advance(try await prepare(order, resuming: false), nil, tell)
        }
      } catch {
        return .failed(way.plan.failure(error).description)
      }
    } catch {
      return .failed(CommandError(error).description)
    }
  }

  /// Lets go of what waits for a code, and so of its locks.
  func cancelPending() {
    pending = nil
  }

  private func advance(
    _ way: Attempt, _ code: String?, _ tell: @escaping @Sendable (Message) -> Void
  ) async throws -> Outcome {
    let outside = dependencies(way.plan, tell)
    let code = code.map(Secret.init)
    let (rest, came) = try await withTimeout { [obtaining = way.obtaining] in
      try await step(obtaining, code, outside)
    }
    switch came {
    case .done(let session):
      return .sessionReady(
        ActiveSession(
          target: way.target, session: session, plan: way.plan, choice: way.choice,
          settings: way.settings))
    case .codeNeeded(let request):
      // Given up meanwhile, it must not keep its locks.
      try Task.checkCancellation()
      pending = way
      pending?.obtaining = rest
      return .codeNeeded(request)
    }
  }

  private func logIn(
    _ needed: LoginNeededError, _ plan: Plan, _ tell: @escaping @Sendable (Message) -> Void
  ) async throws {
    let login = LoginFlow(needed.login, plan.services, world)
    try await login.run(since: needed, dependencies(plan, tell)) { news in
      tell(.loginChanged(LoginNotice(news)))
    }
    tell(.progress(""))
  }

  /// The screen is ours: what is said becomes a line on it.
  private func dependencies(_ plan: Plan, _ tell: @escaping @Sendable (Message) -> Void)
    -> CredentialDependencies
  {
    var outside = world.credentialDependencies(
      plan.settings, sharesRoles: plan.sharesRoles, lending: terminalAccess)
    outside.say = { tell(.progress($0)) }
    outside.tell = {
      tell(.called(role: $0.roleName, account: $0.accountID, attempt: $0.attempt))
    }
    return outside
  }

  private func prepare(_ order: PickedEntry, resuming: Bool) async throws -> Attempt {
    if resuming, let pending, pending.order == order { return pending }
    cancelPending()
    let configuration = await configuration.value()
    let choice = request.choice.overridden(by: order.options)
    let target = try SwitchTarget(
      order.name, source: order.source, in: configuration)
    try target.refuseIfUnconfirmed(order)
    let plan = try target.plan(choice, in: configuration, world.environment)
    return Attempt(
      order: order, choice: choice, target: target, plan: plan, obtaining: plan.request(),
      settings: configuration.settings)
  }
}

extension SwitchTarget {
  /// The screen does not know the rules that label a role without a profile, and has not asked for its name.
  ///
  /// Nor does it know what the settings say by now.
  fileprivate func refuseIfUnconfirmed(_ order: PickedEntry) throws(CommandError) {
    switch self {
    case .role(let role, let source) where role.label.confirm:
      throw .input(
        "A rule requires confirmation for \(role.name.cleaned), which the picker cannot ask for. Quit and run "
          + "`switchback shell \(role.name.cleaned) --source \(source?.name.cleaned ?? "ENTRY")`.")
    case .role(let entry, nil), .role(_, let entry?), .entry(let entry):
      guard entry.label.confirm, !order.isConfirmed else { return }
      throw .input(
        "\(entry.name.cleaned) requires confirmation: the settings have changed since the list was read. Quit, "
          + "and open the picker again.")
    }
  }
}

extension LoginNotice {
  fileprivate init(_ news: LoginProgress) {
    switch news {
    case .code(let userCode, let page, let completePage):
      self = .code(userCode: userCode, page: completePage ?? page)
    case .browser(let url): self = .browser(url: url)
    case .waitingForAnother: self = .waitingForAnother
    }
  }
}

extension SessionOptions {
  /// What `other` says, and where it says nothing, this.
  fileprivate func overridden(by other: SessionOptions) -> SessionOptions {
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
