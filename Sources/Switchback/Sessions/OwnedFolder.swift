import Accounts
import CPosix
import Files
import Glibc
import Shells

/// A private folder that is marked as in use while this process runs.
///
/// It is removed if a signal ends the process. After KILL, the next run removes it.
struct OwnedFolder {
  let path: String
  private let lock: Int32

  /// Creates a folder in `$XDG_RUNTIME_DIR` or another place for temporary folders with enough
  /// space, in bytes.
  ///
  /// Throws a `TemporaryFolderError`.
  init(_ environment: [String: String], room: Int = 1 << 16) throws {
    let folder = try TemporaryFolder(environment, room: room)
    path = folder.path
    lock = Self.lock(path)
    if let directory = OwnDirectory(path) { switchback_remove_at_end(path, directory.descriptor) }
    folder.release()
  }

  /// Removes the folder and its content.
  func remove() {
    removeOwnFolder(path, last: [Self.owner])
    switchback_keep_at_end(path)
    if lock >= 0 { close(lock) }
  }

  /// The file that the process keeps locked.
  static let owner = "owner"

  /// The text in that file, which distinguishes it from files of other programs.
  static let ownerText = "A running switchback has this file locked.\n"

  /// Creates the locked file.
  ///
  /// It is locked before it gets its name, so that no process finds it unlocked.
  private static func lock(_ path: String) -> Int32 {
    let draft = path + "/." + owner
    let file = try? openOwnFile(draft, flags: O_RDWR | O_CREAT | O_EXCL, .isPrivate)
    guard let file else { return -1 }
    flock(file, LOCK_EX | LOCK_NB)
    writeWhole(Array(ownerText.utf8), to: file)
    rename(draft, path + "/" + owner)
    return file
  }
}

/// Removes our folders, of processes and of shells, that are no longer in use.
///
/// A name proves nothing in a folder that others may write to. A folder is ours if it belongs to
/// the user, is closed to others, and contains one of our files that names its owner.
func removeAbandonedFolders(_ environment: [String: String]) {
  for place in temporaryPlaces(environment) {
    for name in ownedNames(in: place) { remove(place + "/" + name) }
  }
}

/// The maximum number of folders to check in one run, since another user may create any number of
/// them.
private let mostLookedAt = 256

/// The time limit for listing a place.
private let longestListing = Duration.milliseconds(20)

/// The names in a place that look like our folders; a random selection if there are too many.
///
/// Other names are skipped before a `String` is created, since a temporary folder may contain
/// thousands.
private func ownedNames(in place: String) -> [String] {
  guard let stream = opendir(place) else { return [] }
  defer { closedir(stream) }
  let length = ownedPrefix.utf8.count
  let end = ContinuousClock.now + longestListing
  var names: [String] = []
  var (passed, found) = (0, 0)
  while let entry = readdir(stream) {
    passed += 1
    if passed % 1024 == 0, ContinuousClock.now > end { break }
    withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { name in
        guard strncmp(name, ownedPrefix, length) == 0, strlen(name) == length + 6 else { return }
        found += 1
        if names.count < mostLookedAt {
          names.append(String(cString: name))
        } else if case let place = Int.random(in: 0..<found), place < mostLookedAt {
          names[place] = String(cString: name)
        }
      }
    }
  }
  return names
}

/// Removes a folder if it is abandoned.
///
/// A process that has just created it keeps it locked.
private func remove(_ path: String) {
  guard let folder = OwnDirectory(path), flock(folder.descriptor, LOCK_EX | LOCK_NB) == 0,
    isAbandoned(folder.descriptor, names: folder.names)
  else { return }
  removeOwnFolder(path, last: [OwnedFolder.owner, InitScript.ownerFile])
  folder.release()
}

private func isAbandoned(_ folder: CInt, names: [String]) -> Bool {
  if names.contains(InitScript.ownerFile) { return ShellOwner(in: folder)?.isGone ?? false }
  guard names.contains(OwnedFolder.owner) else {
    // The process that created it was killed before it wrote the owner. Or the shell has removed
    // the files that it knew, but not its note for that process, which was killed.
    return !names.isEmpty
      && names.allSatisfy {
        ["." + OwnedFolder.owner, roomName, ActiveEntryNote.file].contains($0) || isDraft($0)
      }
  }
  let owner = try? openOwnFile(OwnedFolder.owner, in: folder, flags: O_RDWR, .isPrivate)
  guard let owner else { return false }
  defer { close(owner) }
  return flock(owner, LOCK_EX | LOCK_NB) == 0 && holdsOwnerText(owner)
}

private func holdsOwnerText(_ file: CInt) -> Bool {
  let text = Array(OwnedFolder.ownerText.utf8)
  var bytes = [UInt8](repeating: 0, count: text.count + 1)
  return pread(file, &bytes, bytes.count, 0) == text.count && bytes.starts(with: text)
}

/// The owner of the folder of a shell with `init`.
///
/// None of our processes runs as long, so no file is locked.
struct ShellOwner {
  /// The namespace of the process IDs.
  private let namespace: String
  /// The processes that have evaluated the output of `init`, each with its start time in the
  /// kernel's units.
  private let shells: [(id: pid_t, start: String)]
  private let age: Int

  /// Nil if the folder does not belong to a shell.
  init?(in folder: CInt) {
    guard
      let file = try? openOwnFile(
        InitScript.ownerFile, in: folder, flags: O_RDONLY, .isPrivate)
    else { return nil }
    defer { close(file) }
    var found = stat()
    guard fstat(file, &found) == 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = max(0, read(file, &bytes, bytes.count))
    let lines = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n")
    namespace = lines.first.map(String.init) ?? ""
    // Some users store the output of `init` in a file, so several shells may use the folder.
    shells = lines.dropFirst().compactMap { line in
      ProcessIdentity.parse(line).map { ($0.id, $0.start) }
    }
    age = time(nil) - Int(found.st_ctim.tv_sec)
  }

  /// True if none of its shells runs any more; false if that is not known in this process's
  /// namespace.
  var isGone: Bool {
    guard !namespace.isEmpty, namespace == ProcessIdentity.namespace,
      ProcessIdentity.start(of: getpid()) != nil
    else { return false }
    // A shell may not have evaluated the output of `init` yet.
    guard !shells.isEmpty else { return age > 3600 }
    return shells.allSatisfy { ProcessIdentity.start(of: $0.id) != $0.start }
  }

  /// The first line, which `init` writes.
  ///
  /// The shell adds the kernel's line about itself.
  static var firstLine: String { ProcessIdentity.namespace + "\n" }
}
