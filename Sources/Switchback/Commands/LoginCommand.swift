import AWSConfig
import Accounts
import ArgumentParser
import Canvas
import Credentials
import STS

/// `switchback login`.
struct LoginCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login",
    abstract: "Log in to IAM Identity Center.",
    discussion: """
      NAME is an sso-session or an entry that uses one. Without NAME the only login is used, or you choose \
      from a list. Opens a browser on this machine if there is one; --no-browser shows a code to approve on any \
      device. The AWS CLI uses the same login.
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
      throw configuration.failure(error)
    }
  }

  private func logIn(_ configuration: Configuration, _ world: World) async throws {
    let (login, profile) = try chosen(in: configuration, world)
    for fault in configuration.shared.valueErrors(of: login, environment: world.environment) {
      guard !fault.isRefused else { throw fault }
      world.say("\(fault)".cleaned)
    }
    let settings = try configuration.shared.callSettings(
      profile: profile, service: "sts", environment: world.environment)
    var services = ServiceEndpoints(
      sts: try Endpoint.sts(region: login.region), attempts: settings.maxAttempts ?? 3)
    try services.add(
      login, profile: profile, configuration.shared, world.environment)
    let outside = world.credentialDependencies(settings, sharesRoles: false)
    try await LoginFlow(login, services, world).run(
      browser ? .browser : .deviceCode, profile: profile, outside
    ) { world.say($0.sentence) }
    world.say("Logged in to \((login.session ?? login.startURL).cleaned).")
    world.reportClock()
  }

  /// The login that was named, the only one there is, or the one that is chosen at the terminal; and the profile that it
  /// belongs to where one was named.
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
