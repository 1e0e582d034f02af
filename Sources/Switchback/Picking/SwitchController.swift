import Accounts
import Credentials
import Picker
import Secrets
import Text

/// Switches to entries for the picker, and hands typed MFA codes to the switch that waits for one.
@MainActor
final class SwitchController {
  enum Outcome: Sendable {
    case sessionReady(ActiveSession)
    case failed(String)
  }

  private struct Attempt {
    var options: SessionOptions
    var target: SwitchTarget
    var plan: Plan
    var settings: Settings
  }

  /// A question for a code that a switch waits for.
  private struct CodeQuestion {
    var number: Int
    var picked: PickedEntry
    var answer: AsyncStream<Secret>.Continuation
  }

  private let configuration: LatestConfiguration
  private let request: SwitchRequest
  private let world: World
  private var question: CodeQuestion?
  /// The number of questions so far.
  private var questions = 0
  /// A code that was typed before the switch has asked for one.
  private var earlyCode: Secret?
  private var terminalAccess = TerminalAccess.noAccess

  init(_ configuration: LatestConfiguration, _ request: SwitchRequest, _ world: World) {
    self.configuration = configuration
    self.request = request
    self.world = world
  }

  /// Starts a switch.
  ///
  /// Errors are sentences. `code` was typed before anything asked for it. `ask` shows the question
  /// for a code, `tell` takes messages about the progress; `access` is the programs' access to the
  /// user.
  func performSwitch(
    _ picked: PickedEntry, code: String?, access: TerminalAccess,
    ask: @escaping @MainActor @Sendable (CodeRequest) -> Void,
    tell: @escaping @Sendable (Message) -> Void
  ) async -> Outcome {
    self.terminalAccess = access
    earlyCode = code.map(Secret.init)
    do {
      let attempt = try await prepare(picked)
      do {
        do {
          return .sessionReady(try await activeSession(attempt, picked, ask, tell))
        } catch let needed as LoginNeededError {
          try await logIn(needed, attempt.plan, tell)
          // The files may have changed during the login.
          earlyCode = nil
          return .sessionReady(
            try await activeSession(try await prepare(picked), picked, ask, tell))
        }
      } catch {
        return .failed(attempt.plan.commandError(error).description)
      }
    } catch {
      return .failed(CommandError(error).description)
    }
  }

  private func activeSession(
    _ attempt: Attempt, _ picked: PickedEntry,
    _ ask: @escaping @MainActor @Sendable (CodeRequest) -> Void,
    _ tell: @escaping @Sendable (Message) -> Void
  ) async throws -> ActiveSession {
    let session = try await attempt.plan.resolve(
      with: dependencies(attempt.plan, tell),
      askForCode: { needed in try await self.code(needed, for: picked, ask) })
    return ActiveSession(
      target: attempt.target, session: session, plan: attempt.plan, options: attempt.options,
      settings: attempt.settings)
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

  private func prepare(_ picked: PickedEntry) async throws -> Attempt {
    let configuration = await configuration.value()
    let options = request.options.overridden(by: picked.options)
    let target = try SwitchTarget(
      picked.name, source: picked.source, in: configuration)
    try target.refuseIfUnconfirmed(picked)
    let plan = try target.plan(options, in: configuration, world.environment)
    return Attempt(
      options: options, target: target, plan: plan, settings: configuration.settings)
  }
}

extension SwitchController {
  /// Gives a typed code to the switch that waits for it; false if none does.
  func answer(_ code: Secret, for picked: PickedEntry) -> Bool {
    guard let question, question.picked == picked else { return false }
    self.question = nil
    question.answer.yield(code)
    question.answer.finish()
    return true
  }

  /// Ends the wait for a code.
  ///
  /// The switch that waited releases its locks.
  func cancelQuestion() {
    question?.answer.finish()
    question = nil
  }

  /// The code that was typed already, else the answer to a question on the screen.
  private func code(
    _ needed: CodeRequest, for picked: PickedEntry,
    _ ask: @MainActor @Sendable (CodeRequest) -> Void
  ) async throws -> Secret {
    if let code = earlyCode {
      earlyCode = nil
      return code
    }
    let (codes, answer) = AsyncStream<Secret>.makeStream()
    questions += 1
    let number = questions
    question = CodeQuestion(number: number, picked: picked, answer: answer)
    // A newer switch may have its own question by now.
    defer { if question?.number == number { question = nil } }
    ask(needed)
    // Ends without a code if the task or the question is cancelled.
    for await code in codes { return code }
    throw CancellationError()
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
