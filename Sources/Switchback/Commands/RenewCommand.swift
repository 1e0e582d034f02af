import ArgumentParser

/// `switchback renew`.
struct RenewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: "Renew the session of the shell that you are in.",
    discussion: """
      A switchback shell does so by itself while 15 minutes remain, at its next prompt, where no code is \
      needed. Where one is, or a login, it says so once, and this asks for it.
      """)

  @Flag(help: "Ask nobody: the shell says at its next prompt what is needed.")
  var quiet = false
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let renewing = try Renewing(.live(isVerbose: talk.verbose), quietly: quiet)
    try await quiet ? renewing.runQuietly() : renewing.run()
  }
}
