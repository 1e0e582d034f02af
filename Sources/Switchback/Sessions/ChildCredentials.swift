import AWSConfig
import Accounts
import Credentials
import Files
import Foundation
import Glibc
import Secrets
import Shells
import Text

/// A folder of a child's own, with what it needs to come by its credentials, and what serves it meanwhile.
struct ChildCredentials {
  private let owned: OwnedFolder
  private(set) var delivery = DeliveryMethod.keys
  private var server: SessionServer?

  /// Makes the folder and what is wanted in it; throws a `CommandError`.
  init(
    of arrival: ActiveSession, by wanted: Settings.CredentialMode, _ world: World
  ) async throws {
    owned = try OwnedFolder(world.environment, room: room(for: wanted, world))
    let folder = owned.path
    do {
      switch wanted {
      case .keys: break
      case .process:
        delivery = .process(try arrival.writeProfile(in: folder, isProcess: true, world))
      case .server:
        let serving = try await SessionServer(arrival, world)
        self.server = serving
        let tokenFile = folder + "/token"
        try writePrivately(Array(serving.server.token.revealed.utf8), to: tokenFile, lasting: false)
        let profile = try arrival.writeProfile(in: folder, isProcess: false, world)
        delivery = .server(profile, url: serving.server.url, tokenFile: tokenFile)
      }
    } catch {
      owned.remove()
      throw CommandError(error, entry: arrival.entry.name)
    }
  }

  /// Takes it all away again.
  func end() async {
    await server?.stop()
    owned.remove()
  }

  var folder: String { owned.path }
}

/// How much is to be written: copies of the user's config file, and start-up files.
private func room(for delivery: Settings.CredentialMode, _ world: World) -> Int {
  let few = 1 << 16
  guard delivery != .keys else { return few }
  let config = sharedFilePaths(environment: world.environment).config
  return few + max(0, Int(FileStamp(of: config).size))
}

extension ActiveSession {
  /// Writes a copy of the user's config file with a profile for this entry behind it.
  ///
  /// A file for each switch in place: jobs keep what they were started with. Throws where it cannot be written.
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

  /// What the AWS CLI splits as a shell would, and other SDKs give to one: single quotes say the same to both.
  private var credentialProcess: String {
    let words = [programPath(), "credentials"] + options + ["--", entry.name]
    return words.map { word in
      posixQuoted(word.map { $0.isNewline ? " " : String($0) }.joined())
        // Some SDKs see the start of a comment behind a blank.
        .replacing(" #", with: " '\\#'").replacing(" ;", with: " '\\;'")
    }.joined(separator: " ")
  }
}
