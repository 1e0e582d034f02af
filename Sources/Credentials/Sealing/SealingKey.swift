import Accounts
import CPosix
import Crypto
import Foundation
import Glibc

/// The key that sessions are sealed with: in the kernel's user keyring, else a 0600 file in `keyFolder`.
///
/// Neither: nil, and nothing is kept. It is made under a lock in `lockFolder`, so that two processes agree on one;
/// where `lockFolder` is nil none is made.
func sealingKey(keyFolder: String?, makingIn lockFolder: String?) -> SymmetricKey? {
  if let key = keyringKey() { return key }
  if let keyFolder, let key = fileKey(keyFolder) { return key }
  guard let lockFolder else { return nil }
  return underLock(in: lockFolder) {
    keyringKey() ?? makeKeyringKey() ?? keyFolder.flatMap { fileKey($0) ?? makeFileKey($0) }
  }
}

private let keyName = "switchback:sessions"
private let keyBytes = 32
private let userKeyring = Int32(SWITCHBACK_USER_KEYRING)
private let forUser = UInt32(
  SWITCHBACK_POSSESSOR_ALL | SWITCHBACK_USER_VIEW | SWITCHBACK_USER_READ
    | SWITCHBACK_USER_SEARCH)

private func keyringKey() -> SymmetricKey? {
  let id = switchback_key_search(userKeyring, "user", keyName)
  guard id > 0 else { return nil }
  var bytes = [UInt8](repeating: 0, count: keyBytes)
  guard switchback_key_read(Int32(id), &bytes, keyBytes) == keyBytes else { return nil }
  return SymmetricKey(data: bytes)
}

private func makeKeyringKey() -> SymmetricKey? {
  let key = SymmetricKey(size: .bits256)
  let id = key.withUnsafeBytes { bytes in
    switchback_key_add("user", keyName, bytes.baseAddress, bytes.count, userKeyring)
  }
  // Readable by the user without possession: a session keyring that is not linked to the user's must do too.
  guard id > 0, switchback_key_setperm(Int32(id), forUser) == 0 else { return nil }
  return keyringKey()
}

/// The key in a file: nil where it, or its folder, is another's, a link, or one that others can change.
func fileKey(_ folder: String) -> SymmetricKey? {
  guard let directory = OwnDirectory(folder, forbidding: 0o022),
    let file = try? openOwnFile("key", in: directory.descriptor, flags: O_RDONLY, .isPrivate)
  else { return nil }
  defer { close(file) }
  var bytes = [UInt8](repeating: 0, count: keyBytes + 1)
  guard read(file, &bytes, bytes.count) == keyBytes else { return nil }
  return SymmetricKey(data: bytes.prefix(keyBytes))
}

private func makeFileKey(_ folder: String) -> SymmetricKey? {
  makePrivateFolder(folder)
  // Nothing is put into a folder that is another's.
  guard OwnDirectory(folder, forbidding: 0o022) != nil else { return nil }
  let key = SymmetricKey(size: .bits256)
  try? writePrivately(key.withUnsafeBytes(Array.init), to: folder + "/key")
  return fileKey(folder)
}

/// Runs `body` while no other process holds the lock, which dies with its holder; nil where another holds it for long.
private func underLock<Value>(in folder: String, _ body: () -> Value?) -> Value? {
  makePrivateFolder(folder)
  guard
    let lock = try? openOwnFile(folder + "/key.lock", flags: O_RDWR | O_CREAT, .isPrivate)
  else { return body() }
  defer { close(lock) }
  let end = ContinuousClock.now + .seconds(5)
  while flock(lock, LOCK_EX | LOCK_NB) != 0 {
    guard errno == EWOULDBLOCK || errno == EINTR else { return body() }
    guard ContinuousClock.now < end else { return nil }
    usleep(5_000)
  }
  return body()
}
