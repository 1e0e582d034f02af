import Crypto
import Files
package import Foundation
import Glibc
import Text

/// The sealed sessions, one file for each entry and chain.
///
/// A file that cannot be opened counts as missing.
package struct SessionCache: Sendable {
  private let folder: String
  private let keyFolder: String?

  /// The cache below a folder, sealed with the key from `sealingKey`.
  ///
  /// Without a key, nothing is kept.
  package init(folder: String, keyFolder: String?) {
    self.folder = folder + "/sessions"
    self.keyFolder = keyFolder
  }

  private var key: SymmetricKey? { sealingKey(keyFolder: keyFolder, makingIn: nil) }

  /// The cached session of an entry and its chain, fresh or not.
  package func session(of entry: String, fingerprint: String) -> Session? {
    let name = name(entry, fingerprint)
    guard let bytes = try? readWhole(folder + "/" + name, limit: 1 << 20), let key,
      let session = unseal(bytes, with: key, at: name), session.entry == entry
    else { return nil }
    return session
  }

  /// Writes a session to the cache.
  ///
  /// If that fails, the next switch asks AWS again.
  package func keep(_ session: Session) {
    let name = name(session.entry, session.fingerprint)
    guard let key = sealingKey(keyFolder: keyFolder, makingIn: folder),
      let bytes = seal(session, with: key, at: name)
    else { return }
    try? writePrivately(bytes, to: folder + "/" + name)
  }

  /// Removes the cached session of an entry and its chain.
  package func forget(_ entry: String, fingerprint: String) {
    unlink(folder + "/" + name(entry, fingerprint))
  }

  private func name(_ entry: String, _ fingerprint: String) -> String {
    sha256(fingerprint + "\n" + entry)
  }
}

extension SessionCache {
  /// The end of each entry's last session, in seconds since 1970.
  ///
  /// Expired sessions are removed. With `tokens`, sessions whose login has ended are not counted.
  package func ends(at now: Date, machine: Date? = nil, tokens: TokenCache? = nil) -> [String: Int]
  {
    var ends: [String: Int] = [:]
    // Many sessions share a login. Its file is read once.
    var logins: [String: Bool] = [:]
    func hasLogin(_ session: Session) -> Bool {
      guard let tokens, let login = session.login else { return true }
      let isThere = logins[login] ?? tokens.hasLogin(of: session)
      logins[login] = isThere
      return isThere
    }
    for (name, session) in all().value {
      guard let session, let left = session.left(at: now, machine: machine) else { continue }
      if left <= 0 {
        unlink(folder + "/" + name)
      } else if !session.isHidden, hasLogin(session) {
        ends[session.entry] = max(ends[session.entry] ?? 0, (now + left).wholeSeconds)
      }
    }
    return ends
  }

  /// Removes the sessions of a login (an sso-session's name or a start URL), or of all logins for
  /// nil.
  ///
  /// Files that cannot be opened are removed, too, since they may belong to the login. Gives the
  /// number of removed files.
  @discardableResult
  package func forgetAll(login loginName: String?) -> PartialResult<Int> {
    let sessions = all()
    var removed = PartialResult(value: 0, problems: sessions.problems)
    for (name, session) in sessions.value {
      if let session {
        guard let login = session.login, loginName == nil || login == loginName else { continue }
      }
      do throws(FileRemovalError) {
        if try removeFile(folder + "/" + name) { removed.value += 1 }
      } catch {
        removed.problems.append("\(error)")
      }
    }
    return removed
  }

  /// All cached sessions, nil for each that cannot be opened.
  ///
  /// Unreadable files are among the problems.
  private func all() -> PartialResult<[(name: String, session: Session?)]> {
    let names = cacheFiles(in: folder) { $0.utf8.count == 64 }
    var found = PartialResult<[(name: String, session: Session?)]>(
      value: [], problems: names.problems)
    guard !names.value.isEmpty else { return found }
    let key = key
    for name in names.value {
      do throws(FileReadError) {
        guard let bytes = try readWholeIfThere(folder + "/" + name, limit: 1 << 20) else {
          continue
        }
        found.value.append((name, key.flatMap { unseal(bytes, with: $0, at: name) }))
      } catch {
        found.problems.append("\(error)")
      }
    }
    return found
  }
}
