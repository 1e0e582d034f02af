import Accounts
import Glibc
import Shells

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
