import AWSConfig
import ArgumentParser
import Files
import Foundation
import Secrets
import Text

/// `export --format ini`: writes credentials to a profile of the AWS CLI's credentials file.
struct CredentialsMerge {
  private let keys: AWSCredentials
  private let region: String
  private let profile: String
  private let options: CredentialsFileOptions

  init(keys: AWSCredentials, region: String, profile: String, _ options: CredentialsFileOptions) {
    self.keys = keys
    self.region = region
    self.profile = profile
    self.options = options
  }

  /// Shows the change, asks, and writes it, or only prints the section.
  ///
  /// Throws a `CommandError` or a `CredentialsFileError`.
  func run(_ shared: SharedConfig, _ world: World) throws {
    guard !options.print else { return try printSection(world) }
    let path = try path(world)
    let others = shared.profile(profile)?.config ?? Properties()
    if let other = others.winningSource { world.say(warning(other)) }
    let region = others.has(.region) ? nil : region
    while true {
      let change = try change(of: world.read(path), path, region)
      guard !change.diff.isEmpty else {
        return world.say("[\(profile.cleaned)] in \(path.cleaned) already has these credentials.")
      }
      show(change, path, world)
      try ask(path, world)
      do {
        return try write(change, path, region, world)
      } catch RewriteError.changedMeanwhile {
        world.say("\(path.cleaned) was changed by another program meanwhile. The change is now:")
      }
    }
  }

  private func change(
    of earlier: [UInt8]?, _ path: String, _ region: String?
  ) throws -> CredentialsChange {
    try CredentialsText(earlier ?? [], file: path).setting(
      keys, region: region, of: profile, replacingLongLived: options.replace)
  }

  private func show(_ change: CredentialsChange, _ path: String, _ world: World) {
    for line in ["--- \(path)", "+++ \(path)"] + change.diff { world.say(line.cleaned) }
  }

  /// Writes the change that the user agreed to.
  ///
  /// Other programs may write to the file between our reading and our writing. The agreed change is
  /// made to the new content; a different change is shown first.
  private func write(
    _ agreed: CredentialsChange, _ path: String, _ region: String?, _ world: World
  ) throws {
    let written = try rewriteFile(path, backupSuffix: suffix(world.now())) { found in
      let change = try change(of: found, path, region)
      guard change.isSame(as: agreed) || options.yes else {
        throw RewriteError.changedMeanwhile(file: path)
      }
      return change.bytes
    }
    world.say(
      "Wrote [\(profile.cleaned)] to \(path.cleaned)"
        + (written.backup.map { "; the previous content is in \($0.cleaned)." } ?? ".")
        + rights(written))
  }

  private func rights(_ written: RewrittenFile) -> String {
    if let owner = written.owner {
      return " The file belongs to another user (\(owner)), who can read the credentials."
    }
    return written.wasOpenToOthers
      ? " Others could access it; now that it has credentials, only you can read it (0600)." : ""
  }

  private func printSection(_ world: World) throws {
    let file = try CredentialsText([], file: "").setting(
      keys, region: region, of: profile)
    try world.write(file.bytes)
  }

  private func path(_ world: World) throws -> String {
    let path = options.file ?? sharedFilePaths(environment: world.environment).credentials
    guard !path.isEmpty else {
      throw CommandError.input(
        "AWS_SHARED_CREDENTIALS_FILE is empty, which means no file; name one with --file.")
    }
    return path
  }

  private func ask(_ path: String, _ world: World) throws {
    guard !options.yes else { return }
    let answer: String?
    do {
      answer = try world.prompter.ask("Write this to \(path.cleaned)? [y/N] ", true)
    } catch {
      throw CommandError.input(
        "Writing \(path) requires confirmation, and there is no terminal; add --yes."
      )
    }
    guard let answer else { throw CommandError.cancelled }
    guard ["y", "yes"].contains(answer.trimmingCharacters(in: .whitespaces).lowercased()) else {
      throw CommandError(status: 130, description: "Nothing was written.")
    }
  }

  /// The suffix of the backup, like `.backup-20260131-235959`, in UTC.
  private func suffix(_ now: Date) -> String {
    let digits = iso8601(now).filter { $0.isNumber || $0 == "T" }
    return ".backup-" + digits.replacing("T", with: "-")
  }

  private func warning(_ key: String) -> String {
    "The profile \(profile.cleaned) in the config file has \(key), which AWS's tools use before "
      + "the "
      + "credentials file. Use another name with --profile."
  }
}

extension Properties {
  /// The key in the config file that the AWS CLI uses before the credentials file.
  fileprivate var winningSource: String? {
    let winning: [KnownKey] = [.roleARN, .webIdentityTokenFile, .ssoAccountID, .ssoRoleName]
    return winning.first { has($0) }?.text
  }
}

extension CredentialsChange {
  /// True if both changes add and remove the same lines, wherever they are.
  fileprivate func isSame(as other: CredentialsChange) -> Bool {
    changedLines == other.changedLines
  }

  private var changedLines: [String] { diff.filter { $0.hasPrefix("+") || $0.hasPrefix("-") } }
}

/// Where `export --format ini` writes, and whether it asks.
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

  /// True if no option was given.
  var isEmpty: Bool { profile == nil && file == nil && !yes && !replace && !print }
}
