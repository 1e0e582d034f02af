import AWSConfig
import Credentials

/// A login to Identity Center on its way.
struct LoginFlow {
  private let login: SSOLogin
  private let services: ServiceEndpoints
  private let world: World

  init(_ login: SSOLogin, _ services: ServiceEndpoints, _ world: World) {
    self.login = login
    self.services = services
    self.world = world
  }

  /// Logs in, with what is to be known said on standard error; throws as `logIn` does.
  func runInTerminal(since needed: LoginNeededError, for plan: Plan) async throws {
    let outside = world.credentialDependencies(plan.settings, sharesRoles: plan.sharesRoles)
    try await run(since: needed, outside) { [world] news in world.say(news.sentence) }
  }

  /// Logs in; `needed` is what made the login necessary; `profile` what it is for where nothing did.
  func run(
    _ way: LoginMethod = .browser, profile: String? = nil, since needed: LoginNeededError? = nil,
    _ outside: CredentialDependencies,
    tell: @escaping @Sendable (LoginProgress) -> Void
  ) async throws {
    try await logIn(
      login, profile: needed?.profile ?? profile, way: way, services: services,
      outside: outside, since: needed, open: world.helperPrograms.open, tell: tell)
  }
}

extension LoginProgress {
  /// What whoever waits for the login is told.
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
