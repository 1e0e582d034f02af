import AWSClient
import AWSConfig
import Accounts
import ArgumentParser
import CommandReference
import Credentials
import Foundation
import Text

/// `switchback login`.
struct LoginCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login",
    abstract: "Log in to IAM Identity Center.",
    discussion: """
      NAME is an sso-session or an entry that uses one. Without NAME the only login is used, or \
      you choose from a list. Opens a browser on this machine if there is one; --no-browser shows \
      a code to approve on any device. The AWS CLI uses the same login.
      """)

  @Argument(help: "Name of an sso-session or an entry.", completion: CompletedValue.logins.kind)
  var name: String?
  @Flag(inversion: .prefixedNo, help: "Open a browser on this machine, or show a code.")
  var browser = true
  @OptionGroup var verbosity: VerbosityOptions

  func run() async throws {
    let world = World.live(isVerbose: verbosity.verbose)
    let configuration = Configuration.read(in: world)
    configuration.reportUnreadableFiles(in: world)
    do {
      try await logIn(configuration, world)
    } catch {
      throw configuration.commandError(error)
    }
  }

  private func logIn(_ configuration: Configuration, _ world: World) async throws {
    let (login, profile) = try chosen(in: configuration, world)
    for error in configuration.shared.valueErrors(of: login, environment: world.environment) {
      guard !error.isRefused else { throw error }
      world.say("\(error)".cleaned)
    }
    let settings = try configuration.shared.callSettings(
      profile: profile, service: "sts", environment: world.environment)
    var services = ServiceEndpoints(
      sts: try Endpoint.sts(region: login.region), attempts: settings.maxAttempts ?? 3)
    try services.add(
      login, profile: profile, configuration.shared, world.environment)
    let dependencies = world.credentialDependencies(settings, sharesRoles: false)
    try await LoginFlow(login, services, world).run(
      browser ? .browser : .deviceCode, profile: profile, dependencies
    ) { world.say($0.sentence) }
    world.say("Logged in to \((login.session ?? login.startURL).cleaned).")
    world.reportClock()
  }

  /// The named login, the only login, or the login that the user chooses; and the profile, if one
  /// was named.
  private func chosen(
    in configuration: Configuration, _ world: World
  ) throws -> (SSOLogin, profile: String?) {
    let shared = configuration.shared
    if let name {
      let entry = configuration.entryToLogIn(for: name)
      return (try shared.login(named: entry ?? name), entry)
    }
    let logins = shared.logins
    guard let first = logins.first else {
      throw CommandError.input(
        "No profile uses Identity Center. Set one up with `aws configure sso`.")
    }
    return (logins.count == 1 ? first : try chosenLogin(among: logins, world), nil)
  }
}

/// A login to Identity Center.
struct LoginFlow {
  private let login: SSOLogin
  private let services: ServiceEndpoints
  private let world: World

  init(_ login: SSOLogin, _ services: ServiceEndpoints, _ world: World) {
    self.login = login
    self.services = services
    self.world = world
  }

  /// Logs in, and reports progress on standard error.
  ///
  /// Throws the same errors as `logIn`.
  func runInTerminal(since needed: LoginNeededError, for plan: Plan) async throws {
    let dependencies = world.credentialDependencies(plan.settings, sharesRoles: plan.sharesRoles)
    try await run(since: needed, dependencies) { [world] progress in world.say(progress.sentence) }
  }

  /// Logs in.
  ///
  /// `needed` says why the login is necessary; without it, `profile` is the profile to log in for.
  func run(
    _ method: LoginMethod = .browser, profile: String? = nil, since needed: LoginNeededError? = nil,
    _ dependencies: CredentialDependencies,
    tell: @escaping @Sendable (LoginProgress) -> Void
  ) async throws {
    try await logIn(
      login, profile: needed?.profile ?? profile, method: method, services: services,
      dependencies: dependencies, since: needed, open: world.helperPrograms.open, tell: tell)
  }
}

extension LoginProgress {
  /// The sentence for the user who is logging in.
  var sentence: String {
    switch self {
    case .code(let userCode, let page, let completePage):
      """
      To log in, open
        \(completePage ?? page)
      and check that it shows the code \(userCode). Waiting for approval; Ctrl-C cancels.
      """
    case .browser(let url):
      """
      Opening the login page in your browser. If it doesn't open, go to
        \(url)
      on this machine, or run `switchback login NAME --no-browser` to use any device. Ctrl-C cancels.
      """
    case .waitingForAnother: "Another switchback is already logging in there; waiting for it."
    }
  }
}

/// Lets the user choose one of several logins from a numbered list on the terminal.
///
/// Throws a `CommandError`: with status 130 for an empty line; without a terminal one that lists
/// the logins.
func chosenLogin(among logins: [SSOLogin], _ world: World) throws -> SSOLogin {
  let names = logins.map { ($0.session ?? $0.startURL).cleaned }
  guard world.prompter.isPossible() else { throw severalLogins(names) }
  let list = zip(1..., logins).map { number, login in
    let address = login.session == nil ? "" : "  \(login.startURL.cleaned)"
    return "  \(number)  \(names[number - 1])\(address)\n"
  }
  world.prompter.show("Logins to IAM Identity Center:\n" + list.joined())
  while true {
    let line: String?
    do { line = try world.prompter.ask("Log in to (1 to \(logins.count)): ", true) } catch {
      throw severalLogins(names)
    }
    let typed = line?.trimmingCharacters(in: .whitespaces) ?? ""
    guard !typed.isEmpty else { throw CommandError.cancelled }
    if let number = Int(typed), logins.indices.contains(number - 1) { return logins[number - 1] }
    if let place = names.firstIndex(of: typed) { return logins[place] }
    world.prompter.show("Type a number from 1 to \(logins.count), or a login's name.\n")
  }
}

private func severalLogins(_ names: [String]) -> CommandError {
  .input("There are several logins. Name one of \(names.joined(separator: ", ")), or an entry.")
}

extension Configuration {
  /// The entry that NAME of `login` and `logout` means; nil if it is an sso-session, which takes
  /// precedence.
  func entryToLogIn(for name: String) -> String? {
    guard !shared.ssoSessions.contains(where: { $0.name == name }) else { return nil }
    return try? catalogue.entry(named: name).name
  }
}
