import Accounts
import Credentials
import Picker
import Secrets
import Text

/// Switches to entries for the picker, and keeps the switch that waits for a code.
@MainActor
final class SwitchController {
  enum Outcome: Sendable {
    case sessionReady(ActiveSession)
    case codeNeeded(CodeRequest)
    case failed(String)
  }

  private struct Attempt {
    var picked: PickedEntry
    var options: SessionOptions
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

  init(_ configuration: LatestConfiguration, _ request: SwitchRequest, _ world: World) {
    self.configuration = configuration
    self.request = request
    self.world = world
  }

  /// Continues the switch that waits for this code, or starts a new one.
  ///
  /// Errors are sentences.
  ///
  /// `tell` takes messages about the progress; `access` is the programs' access to the user.
  func performSwitch(
    _ picked: PickedEntry, code: String?, access: TerminalAccess,
    tell: @escaping @Sendable (Message) -> Void
  ) async -> Outcome {
    self.terminalAccess = access
    do {
      let way = try await prepare(picked, resuming: code != nil)
      do {
        do {
          return try await advance(way, code, tell)
        } catch let needed as LoginNeededError {
          try await logIn(needed, way.plan, tell)
          return try await advance(try await prepare(picked, resuming: false), nil, tell)
        }
      } catch {
        return .failed(way.plan.commandError(error).description)
      }
    } catch {
      return .failed(CommandError(error).description)
    }
  }

  /// Drops the switch that waits for a code, and releases its locks.
  func cancelPending() {
    pending = nil
  }

  private func advance(
    _ way: Attempt, _ code: String?, _ tell: @escaping @Sendable (Message) -> Void
  ) async throws -> Outcome {
    let dependencies = dependencies(way.plan, tell)
    let code = code.map(Secret.init)
    let (rest, came) = try await withTimeout { [obtaining = way.obtaining] in
      try await step(obtaining, code, dependencies)
    }
    switch came {
    case .done(let session):
      return .sessionReady(
        ActiveSession(
          target: way.target, session: session, plan: way.plan, options: way.options,
          settings: way.settings))
    case .codeNeeded(let request):
      // A cancelled switch must not keep its locks.
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
    try await login.run(since: needed, dependencies(plan, tell)) { progress in
      tell(.loginChanged(LoginNotice(progress)))
    }
    tell(.progress(""))
  }

  /// The dependencies, with messages shown as a line on the screen.
  private func dependencies(_ plan: Plan, _ tell: @escaping @Sendable (Message) -> Void)
    -> CredentialDependencies
  {
    var dependencies = world.credentialDependencies(
      plan.settings, sharesRoles: plan.sharesRoles, access: terminalAccess)
    dependencies.say = { tell(.progress($0)) }
    dependencies.tell = {
      tell(.called(role: $0.roleName, account: $0.accountID, attempt: $0.attempt))
    }
    return dependencies
  }

  private func prepare(_ picked: PickedEntry, resuming: Bool) async throws -> Attempt {
    if resuming, let pending, pending.picked == picked { return pending }
    cancelPending()
    let configuration = await configuration.value()
    let options = request.options.overridden(by: picked.options)
    let target = try SwitchTarget(
      picked.name, source: picked.source, in: configuration)
    try target.refuseIfUnconfirmed(picked)
    let plan = try target.plan(options, in: configuration, world.environment)
    return Attempt(
      picked: picked, options: options, target: target, plan: plan, obtaining: plan.request(),
      settings: configuration.settings)
  }
}

extension SwitchTarget {
  /// Throws if the target requires a confirmation that the screen has not asked for.
  ///
  /// The screen does not know the rules for a role without a profile, or settings that have
  /// changed.
  fileprivate func refuseIfUnconfirmed(_ picked: PickedEntry) throws(CommandError) {
    switch self {
    case .role(let role, let source) where role.label.confirm:
      throw .input(
        "A rule requires confirmation for \(role.name.cleaned), which the picker cannot ask for. "
          + "Quit "
          + "and run `switchback shell \(role.name.cleaned) --source "
          + "\(source?.name.cleaned ?? "ENTRY")`.")
    case .role(let entry, nil), .role(_, let entry?), .entry(let entry):
      guard entry.label.confirm, !picked.isConfirmed else { return }
      throw .input(
        "\(entry.name.cleaned) requires confirmation: the settings have changed since the list was "
          + "read. Quit, and open the picker again.")
    }
  }
}

extension LoginNotice {
  fileprivate init(_ progress: LoginProgress) {
    switch progress {
    case .code(let userCode, let page, let completePage):
      self = .code(userCode: userCode, page: completePage ?? page)
    case .browser(let url): self = .browser(url: url)
    case .waitingForAnother: self = .waitingForAnother
    }
  }
}

extension SessionOptions {
  /// The options of `other`, and of this value for those that `other` does not set.
  fileprivate func overridden(by other: SessionOptions) -> SessionOptions {
    var options = self
    options.region = other.region ?? region
    options.durationSeconds = other.durationSeconds ?? durationSeconds
    options.sessionName = other.sessionName ?? sessionName
    options.sourceIdentity = other.sourceIdentity ?? sourceIdentity
    options.tags = other.tags.isEmpty ? tags : other.tags
    options.isReadOnly = other.isReadOnly || isReadOnly
    return options
  }
}
