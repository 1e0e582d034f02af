import Glibc

/// A new folder that only its owner can access, locked until its owner is recorded in it.
package struct TemporaryFolder: ~Copyable {
  package let path: String
  private let directory: OwnDirectory

  /// Makes the folder in `$XDG_RUNTIME_DIR`, else `$TMPDIR`, else /tmp; throws a
  /// `TemporaryFolderError`.
  ///
  /// A place where `room` bytes cannot be written is skipped.
  package init(_ environment: [String: String], room: Int = 1 << 16) throws {
    var reasons: [String] = []
    for parent in temporaryPlaces(environment) {
      do throws(SystemError) {
        self = try TemporaryFolder(in: parent, room: room)
        return
      } catch {
        reasons.append("\(parent): \(error)")
      }
    }
    throw TemporaryFolderError(reasons: reasons)
  }

  private init(in parent: String, room: Int) throws(SystemError) {
    for _ in 1...10 {
      var template = Array((parent + "/" + ownedPrefix + "XXXXXX").utf8CString)
      guard mkdtemp(&template) != nil else { throw .latest }
      let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard let directory = OwnDirectory(path) else { throw SystemError(code: EPERM) }
      // A process that removes abandoned folders may have found it before it was locked.
      guard lock(directory.descriptor) else { continue }
      if let error = writeError(in: directory.descriptor, room: room) {
        rmdir(path)
        throw error
      }
      self.path = path
      self.directory = directory
      return
    }
    throw SystemError(code: EWOULDBLOCK)
  }

  /// Call this once the folder's owner is recorded in it.
  package consuming func release() {}
}

/// False if another process has it locked, or has removed it.
private func lock(_ folder: CInt) -> Bool {
  guard flock(folder, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { return false }
  var found = stat()
  return fstat(folder, &found) == 0 && found.st_nlink > 0
}

/// The prefix of the names of such folders.
package let ownedPrefix = "switchback-"

/// The name of the file that tests for free space.
package let roomName = "room"

/// The folders for temporary files, in order; those whose entries other users could rename come
/// last.
package func temporaryPlaces(_ environment: [String: String]) -> [String] {
  var places: [String] = []
  for place in [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"], "/tmp"] {
    guard let place, place.hasPrefix("/"), !places.contains(place) else { continue }
    places.append(place)
  }
  return places.filter(protectsNames) + places.filter { !protectsNames($0) }
}

/// True for a folder in which only root and this user can rename this user's files.
private func protectsNames(_ path: String) -> Bool {
  var found = stat()
  guard stat(path, &found) == 0, [0, geteuid()].contains(found.st_uid) else { return false }
  return found.st_mode & 0o022 == 0 || found.st_mode & S_ISVTX != 0
}

/// Why `room` bytes cannot be written in a folder; nil if they can.
private func writeError(in folder: CInt, room: Int) -> SystemError? {
  let file = openat(folder, roomName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
  guard file >= 0 else { return .latest }
  defer {
    unlinkat(folder, roomName, 0)
    close(file)
  }
  let error = posix_fallocate(file, 0, room)
  // If space cannot be reserved, one write shows at least that there is some.
  guard error == EOPNOTSUPP || error == EINVAL || error == ENOSYS else {
    return error == 0 ? nil : SystemError(code: error)
  }
  let block = [UInt8](repeating: 1, count: 1 << 12)
  return writeWhole(block, to: file).map { SystemError(code: $0) }
}

/// The error if a temporary folder cannot be made anywhere.
package struct TemporaryFolderError: Error, CustomStringConvertible {
  /// The reason for each place.
  package let reasons: [String]

  package var description: String {
    "Cannot make a temporary folder. Set TMPDIR to a writable folder ("
      + reasons.joined(separator: "; ") + ")."
  }
}
