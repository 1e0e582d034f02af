import AWSClient
import AWSConfig
import ArgumentParser
import CommandReference
import Credentials

/// `switchback logout`.
struct LogoutCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logout",
    abstract: "Log out of IAM Identity Center.",
    discussion: """
      Removes the tokens and all sessions obtained with them from this machine, and ends the login \
      at AWS. Without NAME it ends every login, as `aws sso logout` does.
      """)

  @Argument(help: "Name of an sso-session or an entry.", completion: CompletedValue.logins.kind)
  var name: String?
  @OptionGroup var verbosity: VerbosityOptions

  func run() async throws {
    let world = World.live(isVerbose: verbosity.verbose)
    do {
      try await logOut(world)
    } catch {
      throw CommandError(error)
    }
  }

  private func logOut(_ world: World) async throws {
    let configuration = Configuration.read(in: world)
    configuration.reportUnreadableFiles(in: world)
    let (shared, environment) = (configuration.shared, world.environment)
    let entry = name.flatMap(configuration.entryToLogIn)
    let login = try name.map { try shared.login(named: entry ?? $0) }
    let settings = try shared.callSettings(
      profile: entry, service: "sso", environment: environment)
    let dependencies = world.credentialDependencies(settings, sharesRoles: false)
    let removed = try await withTimeout {
      try await Credentials.logOut(
        login.map { [$0] } ?? shared.logins, andOthers: login == nil,
        attempts: settings.maxAttempts ?? 3, dependencies: dependencies
      ) { region in
        try Endpoint.sso(
          region: region, fips: settings.useFIPS, dualStack: settings.useDualStack,
          configured: settings.endpointURL)
      }
    }
    if let sentence = removed.sentence { world.say(sentence) }
    guard removed.problems.isEmpty else { throw CommandError.aws(removed.remainingProblems) }
  }
}

extension LogoutResult {
  /// A sentence with the removed items; nil if nothing was removed because of problems.
  fileprivate var sentence: String? {
    guard tokens + roles + sessions > 0 else {
      return problems.isEmpty ? "Not logged in." : nil
    }
    let parts = [
      counted(tokens, "login", "logins"),
      counted(roles, "cached session of the AWS CLI", "cached sessions of the AWS CLI"),
      counted(sessions, "cached session", "cached sessions"),
    ]
    return "Logged out (\(parts.compactMap(\.self).joined(separator: ", ")))."
  }

  /// The problems, and what to do about them.
  fileprivate var remainingProblems: String {
    (problems + ["The logout is incomplete. Correct this and run `switchback logout` again."])
      .joined(separator: "\n")
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String? {
    count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
  }
}
