import Files
import Glibc

/// The identity of a process: its number alone may be reused.
package struct ProcessIdentity: Sendable, Hashable {
  /// The boot and the PID namespace, the process number, and the start time in the kernel's ticks.
  package let text: String

  package init(text: String) {
    self.text = text
  }

  /// The identity of a running process; nil if there is none of that number, or if the kernel does
  /// not tell.
  package init?(_ process: Int32) {
    guard let start = Self.start(of: process) else { return nil }
    text = "\(Self.machine) \(process) \(start)"
  }

  /// True if the process is certainly running.
  package var isRunning: Bool {
    let words = text.split(separator: " ")
    guard words.count == 4, let process = Int32(words[2]) else { return false }
    return ProcessIdentity(process) == self
  }
}

extension ProcessIdentity {
  /// The start time of a process, in the kernel's ticks.
  package static func start(of process: Int32) -> String? { stat(of: process)?.start }

  /// The parent of a process.
  package static func parent(of process: Int32) -> Int32? { stat(of: process)?.parent }

  /// Parses a line of `/proc/PID/stat`; the name in parentheses may contain any character.
  package static func parse(
    _ line: Substring
  ) -> (id: Int32, parent: Int32, start: String)? {
    guard let name = line.firstIndex(of: "("), let end = line.lastIndex(of: ")"),
      let id = Int32(line[..<name].filter { !$0.isWhitespace })
    else { return nil }
    let fields = line[line.index(after: end)...].split(whereSeparator: \.isWhitespace)
    guard fields.count > 19, let parent = Int32(fields[1]) else { return nil }
    return (id, parent, String(fields[19]))
  }

  /// The namespace of process numbers of this process.
  package static var namespace: String { link("/proc/self/ns/pid") }

  private static func stat(of process: Int32) -> (id: Int32, parent: Int32, start: String)? {
    guard let bytes = try? readBytes("/proc/\(process)/stat", limit: 4096) else { return nil }
    return parse(Substring(decoding: bytes, as: UTF8.self))
  }

  private static var machine: String {
    let boot = (try? readBytes("/proc/sys/kernel/random/boot_id", limit: 64)) ?? []
    let name = String(decoding: boot.prefix { !$0.isASCIISpace }, as: UTF8.self)
    let namespace = namespace.filter { !$0.isWhitespace }
    return "\(name.isEmpty ? "-" : name) \(namespace.isEmpty ? "-" : namespace)"
  }

  private static func link(_ path: String) -> String {
    var bytes = [CChar](repeating: 0, count: 64)
    let count = readlink(path, &bytes, bytes.count)
    return String(
      decoding: bytes.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
