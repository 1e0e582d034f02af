import ArgumentParser

/// `switchback renew`.
struct RenewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: "Renew the session of the current shell.",
    discussion: """
      A Switchback shell renews its session by itself at the first prompt in the last 15 minutes, unless that \
      needs an MFA code or a login. Then it says so once, and this command asks for it.
      """)

  @Flag(help: "Don't ask for anything; the shell says at its next prompt what is needed.")
  var quiet = false
  @OptionGroup var verbosity: VerbosityOptions

  func run() async throws {
    let renewing = try SessionRenewal(.live(isVerbose: verbosity.verbose), quietly: quiet)
    try await quiet ? renewing.runQuietly() : renewing.run()
  }
}
