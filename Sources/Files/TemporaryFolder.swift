import Glibc

/// A new folder that only its owner can read, locked until it says whose it is.
package struct TemporaryFolder: ~Copyable {
  package let path: String
  private let directory: OwnDirectory

  /// In `$XDG_RUNTIME_DIR`, else `$TMPDIR`, else /tmp; throws a `TemporaryFolderError`.
  ///
  /// A place where `room` bytes cannot be written, for whatever reason, is passed over.
  package init(_ environment: [String: String], room: Int = 1 << 16) throws {
    var faults: [String] = []
    for parent in temporaryPlaces(environment) {
      do throws(SystemError) {
        self = try TemporaryFolder(in: parent, room: room)
        return
      } catch {
        faults.append("\(parent): \(error)")
      }
    }
    throw TemporaryFolderError(reasons: faults)
  }

  private init(in parent: String, room: Int) throws(SystemError) {
    for _ in 1...10 {
      var template = Array((parent + "/" + ownedPrefix + "XXXXXX").utf8CString)
      guard mkdtemp(&template) != nil else { throw .latest }
      let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard let directory = OwnDirectory(path) else { throw SystemError(code: EPERM) }
      // Whoever removes abandoned folders may have found it before it was locked.
      guard lock(directory.descriptor) else { continue }
      if let fault = fault(of: directory.descriptor, room: room) {
        rmdir(path)
        throw fault
      }
      self.path = path
      self.directory = directory
      return
    }
    throw SystemError(code: EWOULDBLOCK)
  }

  /// To be called once the folder says whose it is.
  package consuming func release() {}
}

/// False if another has it locked, or has removed it.
private func lock(_ folder: CInt) -> Bool {
  guard flock(folder, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { return false }
  var found = stat()
  return fstat(folder, &found) == 0 && found.st_nlink > 0
}

/// What the names of such folders begin with.
package let ownedPrefix = "switchback-"

/// The name of the file that shows whether there is room.
package let roomName = "room"

/// Where such folders are made, in order; where others could give them another name comes last.
package func temporaryPlaces(_ environment: [String: String]) -> [String] {
  var places: [String] = []
  for place in [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"], "/tmp"] {
    guard let place, place.hasPrefix("/"), !places.contains(place) else { continue }
    places.append(place)
  }
  return places.filter(protectsNames) + places.filter { !protectsNames($0) }
}

/// True for a folder in which only root and we can rename what is ours.
private func protectsNames(_ path: String) -> Bool {
  var found = stat()
  guard stat(path, &found) == 0, [0, geteuid()].contains(found.st_uid) else { return false }
  return found.st_mode & 0o022 == 0 || found.st_mode & S_ISVTX != 0
}

/// Why so many bytes cannot be written in a folder; nil if they can.
private func fault(of folder: CInt, room: Int) -> SystemError? {
  let file = openat(folder, roomName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
  guard file >= 0 else { return .latest }
  defer {
    unlinkat(folder, roomName, 0)
    close(file)
  }
  let error = posix_fallocate(file, 0, room)
  // Where room cannot be set aside, one write shows at least whether there is some.
  guard error == EOPNOTSUPP || error == EINVAL || error == ENOSYS else {
    return error == 0 ? nil : SystemError(code: error)
  }
  let block = [UInt8](repeating: 1, count: 1 << 12)
  return writeWhole(block, to: file).map { SystemError(code: $0) }
}

/// No place was found for a temporary folder.
package struct TemporaryFolderError: Error, CustomStringConvertible {
  /// Why not, place by place.
  package let reasons: [String]

  package var description: String {
    "No temporary folder can be made: set TMPDIR to a folder that can be written to ("
      + reasons.joined(separator: "; ") + ")."
  }
}
