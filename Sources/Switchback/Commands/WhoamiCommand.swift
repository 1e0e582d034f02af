import Accounts
import ArgumentParser
import STS
import Text

/// `switchback whoami`.
struct WhoamiCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whoami",
    abstract: "Show the identity of the current credentials.",
    discussion:
      "Calls STS GetCallerIdentity with the credentials of `switchback credentials` without ENTRY.")

  @Option(help: "Region to call AWS in.")
  var region: String?
  @OptionGroup var verbosity: VerbosityOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let world = World.live(isVerbose: verbosity.verbose)
    var request = SwitchRequest()
    request.options.region = region
    let (identity, entry) = try await Switcher(world).whoami(request)
    guard json else {
      return try world.print(
        "\(identity.arn.cleaned)\naccount \(identity.account.cleaned)"
          + (entry.map { ", entry \($0.cleaned)" } ?? "") + "\n")
    }
    let reply = JSON.known([
      "account": .text(identity.account), "arn": .text(identity.arn),
      "user_id": .text(identity.userID), "entry": entry.map(JSON.text),
    ])
    try world.print(reply.printed() + "\n")
  }
}
