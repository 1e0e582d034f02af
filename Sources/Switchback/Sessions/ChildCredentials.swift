import AWSConfig
import Accounts
import Credentials
import Files
import Foundation
import Glibc
import Secrets
import Shells
import Text

/// The credentials of a child process: a folder with its files, and a server if needed.
struct ChildCredentials {
  private let owned: OwnedFolder
  private(set) var delivery = DeliveryMethod.keys
  private var server: SessionServer?

  /// Creates the folder and the files for a mode.
  ///
  /// Throws a `CommandError`.
  init(
    of activeSession: ActiveSession, by mode: Settings.CredentialMode, _ world: World
  ) async throws {
    owned = try OwnedFolder(world.environment, room: room(for: mode, world))
    let folder = owned.path
    do {
      switch mode {
      case .keys: break
      case .process:
        delivery = .process(try activeSession.writeProfile(in: folder, isProcess: true, world))
      case .server:
        let sessionServer = try await SessionServer(activeSession, world)
        self.server = sessionServer
        let tokenFile = folder + "/token"
        try writePrivately(
          Array(sessionServer.server.token.revealed.utf8), to: tokenFile, lasting: false)
        let profile = try activeSession.writeProfile(in: folder, isProcess: false, world)
        delivery = .server(profile, url: sessionServer.server.url, tokenFile: tokenFile)
      }
    } catch {
      owned.remove()
      throw CommandError(error, entry: activeSession.entry.name)
    }
  }

  /// Stops the server and removes the folder.
  func end() async {
    await server?.stop()
    owned.remove()
  }

  var folder: String { owned.path }
}

/// The space for the files, in bytes: copies of the user's config file, and start-up files.
private func room(for delivery: Settings.CredentialMode, _ world: World) -> Int {
  let startUpFiles = 1 << 16
  guard delivery != .keys else { return startUpFiles }
  let config = sharedFilePaths(environment: world.environment).config
  return startUpFiles + max(0, Int(FileStamp(of: config).size))
}

extension ActiveSession {
  /// Writes a copy of the user's config file, with a profile for this entry at its end.
  ///
  /// Each switch in place gets its own file, so that running jobs keep theirs. Throws if the file
  /// cannot be written.
  func writeProfile(in folder: String, isProcess: Bool, _ world: World) throws -> GeneratedProfile {
    let paths = sharedFilePaths(environment: world.environment)
    let users = try world.read(paths.config) ?? []
    let configuration = Configuration.read(in: world)
    let name = configuration.shared.freeProfileName(for: entry.name)
    let section = generatedSection(
      name, like: configuration.shared.profile(plan.chain.profile ?? entry.name),
      region: region(world.environment),
      lines: isProcess ? ["credential_process = " + credentialProcess] : [])
    let taken = Set(try files(in: folder))
    let number = (1...).first { !taken.contains("config-\($0)") } ?? 1
    let file = "\(folder)/config-\(number)"
    try writePrivately(users + Array("\n\(section)".utf8), to: file, lasting: false)
    return GeneratedProfile(
      name: name, file: file, usersConfig: paths.config, usersCredentials: paths.credentials)
  }

  /// The command for `credential_process`.
  ///
  /// The AWS CLI splits it like a shell, and other SDKs run it with a shell. Single quotes work for
  /// both.
  private var credentialProcess: String {
    let words = [programPath(), "credentials"] + commandLineOptions + ["--", entry.name]
    return words.map { word in
      posixQuoted(word.map { $0.isNewline ? " " : String($0) }.joined())
        // Some SDKs read these characters as the start of a comment after a blank.
        .replacing(" #", with: " '\\#'").replacing(" ;", with: " '\\;'")
    }.joined(separator: " ")
  }
}
