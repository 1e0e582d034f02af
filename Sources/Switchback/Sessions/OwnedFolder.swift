import Accounts
import CPosix
import Files
import Glibc
import Shells

/// A private folder that is known to be in use for as long as this process lives: it goes when a signal ends that, and
/// what KILL leaves is removed by the next run.
struct OwnedFolder {
  let path: String
  private let lock: Int32

  /// In `$XDG_RUNTIME_DIR` or wherever temporary folders are, where there is room for so many bytes; throws a `CommandError`.
  init(_ environment: [String: String], room: Int = 1 << 16) throws {
    let folder = try TemporaryFolder(environment, room: room)
    path = folder.path
    lock = Self.lock(path)
    if let directory = OwnDirectory(path) { switchback_remove_at_end(path, directory.descriptor) }
    folder.release()
  }

  /// Removes it with all that is in it.
  func remove() {
    removeOwnFolder(path, last: [Self.owner])
    switchback_keep_at_end(path)
    if lock >= 0 { close(lock) }
  }

  /// The file that its process keeps locked.
  static let owner = "owner"

  /// What stands in that file, so that no other program's is taken for one.
  static let ownerText = "A running switchback has this file locked.\n"

  /// Locked before it has its name, so that no other process finds it unlocked.
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

/// Removes the folders of ours, of processes and of shells, that are no longer in use.
///
/// Names prove nothing in a place that others may write to: a folder counts if it belongs to us, is closed to others,
/// and holds a file of ours that says whose it is.
func removeAbandonedFolders(_ environment: [String: String]) {
  for place in temporaryPlaces(environment) {
    for name in ownedNames(in: place) { remove(place + "/" + name) }
  }
}

/// How many folders are looked at in one run: another user may have made any number with such names.
private let mostLookedAt = 256

/// How long a place is listed, at most.
private let longestListing = Duration.milliseconds(20)

/// The names in a place that look like those of Switchback's folders; a random choice of them where they are too many.
///
/// Other names are skipped before a `String` is made of them: a temporary folder may hold thousands.
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

/// Removes a folder where it is abandoned; whoever has just made it has it locked.
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
    // Its maker was killed before it could say whose it is.
    // The shell has removed what it knew of, but not what it noted for its maker, who was killed.
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

/// What the folder of a shell with `init` says of the shell: no process of ours lives as long, so nothing is locked.
struct ShellOwner {
  /// The namespace that process ids are counted in.
  private let namespace: String
  /// The processes that have evaluated what `init` printed, each with when it was started, as the kernel counts.
  private let shells: [(id: pid_t, start: String)]
  private let age: Int

  /// Nil where the folder is none of a shell's.
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
    // Some keep in a file what `init` printed.
    shells = lines.dropFirst().compactMap { line in
      ProcessIdentity.parse(line).map { ($0.id, $0.start) }
    }
    age = time(nil) - Int(found.st_ctim.tv_sec)
  }

  /// True where no shell of it lives; false, too, where that cannot be told from here.
  var isGone: Bool {
    guard !namespace.isEmpty, namespace == ProcessIdentity.namespace,
      ProcessIdentity.start(of: getpid()) != nil
    else { return false }
    // What `init` has just printed is yet to be evaluated.
    guard !shells.isEmpty else { return age > 3600 }
    return shells.allSatisfy { ProcessIdentity.start(of: $0.id) != $0.start }
  }

  /// What `init` writes, before the shell adds the line that the kernel has about it.
  static var firstLine: String { ProcessIdentity.namespace + "\n" }
}
