import ArgumentParser

/// Where `export --format ini` writes, and how much it asks.
struct CredentialsFileOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Profile to write. Default: the entry's name.", valueName: "name"))
  var profile: String?
  @Option(
    help: """
      The file to change. Default: AWS_SHARED_CREDENTIALS_FILE, else ~/.aws/credentials.
      """,
    completion: .file())
  var file: String?
  @Flag(help: "Write without asking.")
  var yes = false
  @Flag(help: "Overwrite a profile that has long-lived keys.")
  var replace = false
  @Flag(help: "Print the section without writing it.")
  var print = false

  /// True where none of them was given.
  var isEmpty: Bool { profile == nil && file == nil && !yes && !replace && !print }
}
