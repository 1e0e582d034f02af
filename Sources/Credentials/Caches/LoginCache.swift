import Foundation

/// The AWS CLI's cache of `aws login`, `~/.aws/login/cache`, a file each.
package struct LoginCache: Sendable {
  let folder: String

  package init(folder: String) {
    self.folder = folder
  }
}

extension LoginCache {
  /// The name of a session's file, as the AWS CLI has it.
  package static func file(of session: String) -> String {
    sha256(session.trimmingCharacters(in: .whitespacesAndNewlines)) + ".json"
  }

  /// What `aws login` obtained for a session; throws where the AWS CLI could not use it either.
  func login(of session: String) throws(ConsoleLoginError) -> ConsoleLogin {
    let path = path(of: session)
    let bytes: [UInt8]?
    do throws(FileReadError) { bytes = try readWholeIfThere(path, limit: 1 << 20) } catch {
      throw .unreadable(error)
    }
    guard let bytes else { throw .missing }
    guard let json = JSONValue(bytes) else { throw .damaged(path) }
    return try ConsoleLogin(json)
  }

  /// Puts a renewed login in its place; throws `FileWriteError`.
  func keep(_ login: ConsoleLogin, of session: String) throws(FileWriteError) {
    try writePrivately(
      Array(pythonJSON(.object(login.members), spaced: true).utf8), to: path(of: session))
  }

  private func path(of session: String) -> String { folder + "/" + Self.file(of: session) }
}
