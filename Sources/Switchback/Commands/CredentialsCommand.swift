import ArgumentParser
import CommandReference
import Credentials
import Secrets
import Text

/// `switchback credentials`.
struct CredentialsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credentials",
    abstract: "Print credentials in the format of a credential_process.",
    discussion: """
      In ~/.aws/config: `credential_process = switchback credentials ENTRY`. Without ENTRY, prints \
      the credentials that the AWS CLI would use here.
      """)

  @Argument(
    help: "Exact name or display name of an entry.",
    completion: CompletedValue.entries.kind)
  var entry: String?
  @OptionGroup var sessionArguments: SessionArguments
  @OptionGroup var verbosity: VerbosityOptions

  func run() async throws {
    let world = sessionArguments.liveWorld(isVerbose: verbosity.verbose)
    try await printCredentials(of: entry, try sessionArguments.request(world), world)
  }
}

/// Prints the credentials of an entry, or those that the AWS CLI would use here.
///
/// Throws a `CommandError`.
func printCredentials(of entry: String?, _ request: SwitchRequest, _ world: World) async throws {
  let session = try await Switcher(world).session(entry: entry, request)
  try world.print(JSON(session.keys).printed() + "\n")
}

extension JSON {
  /// Credentials in the format of a credential_process.
  ///
  /// Source: AWS, "Sourcing credentials with an external process".
  init(_ keys: AWSCredentials) {
    self = .known([
      "Version": .number(1),
      "AccessKeyId": .text(keys.accessKeyID),
      "SecretAccessKey": .text(keys.secretAccessKey.revealed),
      "SessionToken": (keys.sessionToken?.revealed).map(JSON.text),
      "Expiration": keys.expiration.map { .text(iso8601($0)) },
      "AccountId": keys.accountID.map(JSON.text),
    ])
  }
}
