import CPosix
package import Crypto
import Files
import Foundation
import Glibc
import Secrets

/// Seals a session with ChaCha20-Poly1305; nil if that fails.
///
/// The box is bound to `place`, so a file that was renamed to another place does not open.
func seal(_ session: Session, with key: SymmetricKey, at place: String) -> [UInt8]? {
  let plain = packed(session.fields)
  guard let box = try? ChaChaPoly.seal(plain, using: key, authenticating: Array(place.utf8)) else {
    return nil
  }
  return [UInt8](box.combined)
}

/// Opens a sealed session; nil if the bytes are damaged or were sealed with another key.
func unseal(_ bytes: [UInt8], with key: SymmetricKey, at place: String) -> Session? {
  guard let box = try? ChaChaPoly.SealedBox(combined: bytes),
    let plain = try? ChaChaPoly.open(box, using: key, authenticating: Array(place.utf8)),
    let fields = unpacked(plain)
  else { return nil }
  return Session(fields)
}

extension Session {
  fileprivate var fields: [String?] {
    [
      entry, fingerprint, keys.accessKeyID, keys.secretAccessKey.revealed,
      keys.sessionToken?.revealed, packedTime(keys.expiration), keys.accountID, arn, login,
      packedTime(obtained), packedTime(obtainedHere),
    ]
  }

  fileprivate init?(_ fields: [String?]) {
    // Versions before 0.2 do not write the last field.
    guard fields.count == 10 || fields.count == 11, let entry = fields[0],
      let fingerprint = fields[1],
      let id = fields[2], let secret = fields[3]
    else { return nil }
    let end = unpackedTime(fields[5])
    guard end != nil || fields[5] == nil else { return nil }
    let keys = AWSCredentials(
      accessKeyID: id, secretAccessKey: Secret(secret), sessionToken: fields[4].map(Secret.init),
      expiration: end, accountID: fields[6])
    self.init(
      entry: entry, keys: keys, arn: fields[7], fingerprint: fingerprint, login: fields[8],
      obtained: unpackedTime(fields[9]),
      obtainedHere: fields.count > 10 ? unpackedTime(fields[10]) : nil)
  }
}

/// A time as the bits of its `Double`, so that nothing is lost.
private func packedTime(_ time: Date?) -> String? {
  (time?.timeIntervalSinceReferenceDate.bitPattern).map { String($0) }
}

/// Nil for a time outside of 1970 to 9999, which no AWS service gives.
private func unpackedTime(_ text: String?) -> Date? {
  let date = text.flatMap { UInt64($0) }
    .map { Date(timeIntervalSinceReferenceDate: Double(bitPattern: $0)) }
  return date.flatMap { 0..<253_402_300_800 ~= $0.timeIntervalSince1970 ? $0 : nil }
}

/// Texts, each with its length before it.
///
/// A session is stored in this form because it is quick to read.
func packed(_ fields: [String?]) -> [UInt8] {
  fields.flatMap { field in
    guard let field else { return length(.max) }
    return length(UInt32(field.utf8.count)) + Array(field.utf8)
  }
}

/// The texts in the result of `packed`; nil if a length does not fit.
func unpacked(_ bytes: some Collection<UInt8>) -> [String?]? {
  var rest = Array(bytes)[...]
  var fields: [String?] = []
  while !rest.isEmpty {
    guard rest.count >= 4 else { return nil }
    let length = rest.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    rest = rest.dropFirst(4)
    guard length != .max else {
      fields.append(nil)
      continue
    }
    guard rest.count >= length else { return nil }
    fields.append(String(decoding: rest.prefix(Int(length)), as: UTF8.self))
    rest = rest.dropFirst(Int(length))
  }
  return fields
}

private func length(_ count: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
}

/// The key that seals sessions: in the kernel's user keyring, else in a file with mode 0600 in
/// `keyFolder`.
///
/// Nil if neither is possible; then nothing is kept. The key is created under a lock in
/// `lockFolder`, so that two processes use the same key. If `lockFolder` is nil, no key is created.
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
  // The user can read it without possession, because a session keyring may not be linked to the
  // user keyring.
  guard id > 0, switchback_key_setperm(Int32(id), forUser) == 0 else { return nil }
  return keyringKey()
}

/// The key in a file; nil if the file or its folder belongs to another user, is a link, or can be
/// changed by others.
package func fileKey(_ folder: String) -> SymmetricKey? {
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
  // Nothing is written to a folder of another user.
  guard OwnDirectory(folder, forbidding: 0o022) != nil else { return nil }
  let key = SymmetricKey(size: .bits256)
  try? writePrivately(key.withUnsafeBytes(Array.init), to: folder + "/key")
  return fileKey(folder)
}

/// Runs `body` while no other process holds the lock; nil if another process holds it for 5 s.
///
/// The lock ends with its process.
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
