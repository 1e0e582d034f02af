import Accounts
import Glibc
import Shells

/// What the folder of a shell with `init` says of the shell: no process of ours lives as long, so nothing is locked.
struct ShellOwner {
  /// The namespace that process ids are counted in.
  private let namespace: String
  /// The process, and when it was started, as the kernel counts; nil until the shell has written it.
  private let process: (id: pid_t, start: String)?
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
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = max(0, read(file, &bytes, bytes.count))
    let lines = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n")
    namespace = lines.first.map(String.init) ?? ""
    // A shell that has become another in its place adds a line, too.
    process = lines.dropFirst().last.flatMap { Self.process(in: $0) }
    age = time(nil) - Int(found.st_ctim.tv_sec)
  }

  /// True where the shell has ended; false, too, where that cannot be told from here.
  var isGone: Bool {
    guard namespace == Self.ownNamespace else { return false }
    // What `init` printed has not been evaluated by anyone.
    guard let process else { return age > 3600 }
    return Self.start(of: process.id) != process.start && Self.start(of: getpid()) != nil
  }

  /// What `init` writes, before the shell adds the line that the kernel has about it.
  static var firstLine: String { ownNamespace + "\n" }

  private static var ownNamespace: String {
    var bytes = [CChar](repeating: 0, count: 64)
    let count = readlink("/proc/self/ns/pid", &bytes, bytes.count)
    return String(
      decoding: bytes.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func start(of process: pid_t) -> String? {
    guard let bytes = try? readBytes("/proc/\(process)/stat", limit: 4096) else { return nil }
    return self.process(in: Substring(decoding: bytes, as: UTF8.self))?.start
  }

  /// Of a line of `/proc/PID/stat`: the name in parentheses may hold anything.
  private static func process(in line: Substring) -> (id: pid_t, start: String)? {
    guard let name = line.firstIndex(of: "("), let end = line.lastIndex(of: ")"),
      let id = pid_t(line[..<name].filter { !$0.isWhitespace })
    else { return nil }
    let fields = line[line.index(after: end)...].split(whereSeparator: \.isWhitespace)
    guard fields.count > 19 else { return nil }
    return (id, String(fields[19]))
  }
}
