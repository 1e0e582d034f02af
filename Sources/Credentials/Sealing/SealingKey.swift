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

private func fileKey(_ folder: String) -> SymmetricKey? {
  guard let bytes = try? readWhole(folder + "/key", limit: keyBytes), bytes.count == keyBytes else {
    return nil
  }
  return SymmetricKey(data: bytes)
}

private func makeFileKey(_ folder: String) -> SymmetricKey? {
  let key = SymmetricKey(size: .bits256)
  try? writePrivately(key.withUnsafeBytes(Array.init), to: folder + "/key")
  return fileKey(folder)
}

/// Runs `body` while no other process holds the lock, which dies with its holder.
private func underLock<Value>(in folder: String, _ body: () -> Value) -> Value {
  makePrivateFolder(folder)
  let lock = open(folder + "/key.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
  defer { close(lock) }
  flock(lock, LOCK_EX)
  return body()
}
