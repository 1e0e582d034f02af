import Crypto
package import Foundation
import Glibc
import Secrets

/// The sealed sessions of all entries, a file each; anything that cannot be opened is as if it were not there.
package struct SessionCache: Sendable {
  private let folder: String
  private let keyFolder: String?

  /// The cache below a folder, sealed with the key that `sealingKey` finds; without one nothing is kept.
  package init(folder: String, keyFolder: String?) {
    self.folder = folder + "/sessions"
    self.keyFolder = keyFolder
  }

  private var key: SymmetricKey? { sealingKey(keyFolder: keyFolder, makingIn: nil) }

  /// The session held for an entry, fresh or not.
  package func session(of entry: String) -> Session? {
    let name = sha256(entry)
    guard let bytes = try? readWhole(folder + "/" + name, limit: 1 << 20), let key,
      let session = unseal(bytes, with: key, at: name), session.entry == entry
    else { return nil }
    return session
  }

  /// Keeps a session; where that cannot be done, the next switch asks AWS again.
  package func keep(_ session: Session) {
    let name = sha256(session.entry)
    guard let key = sealingKey(keyFolder: keyFolder, makingIn: folder),
      let bytes = seal(session, with: key, at: name)
    else { return }
    try? writePrivately(bytes, to: folder + "/" + name)
  }

  /// When the held sessions end, in seconds since 1970, by entry; those that have ended are removed.
  package func ends(at now: Date) -> [String: Int] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder), !names.isEmpty,
      let key
    else { return [:] }
    var ends: [String: Int] = [:]
    for name in names where name.utf8.count == 64 {
      guard let bytes = try? readWhole(folder + "/" + name, limit: 1 << 20),
        let session = unseal(bytes, with: key, at: name), let end = session.keys.expiration
      else { continue }
      if end > now {
        ends[session.entry] = Int(end.timeIntervalSince1970)
      } else {
        unlink(folder + "/" + name)
      }
    }
    return ends
  }
}
