import Foundation

/// The terminfo entries of this machine as `infocmp`, a part of ncurses, prints them.
enum TerminfoSource {
  private static let infocmp = "/usr/bin/infocmp"
  static var isPresent: Bool { FileManager.default.isExecutableFile(atPath: infocmp) }

  /// The string capabilities of every terminal, by its name.
  static func all() throws -> [(String, [String: [UInt8]])] {
    let folders = ["/lib/terminfo", "/usr/share/terminfo", "/etc/terminfo"]
    let names = folders.flatMap { folder in
      (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
        .filter { $0.contains("/") }
        .compactMap { $0.split(separator: "/").last.map { String($0) } }
    }
    return try Set(names).sorted().map { ($0, try strings(of: $0)) }
  }

  private static func strings(of term: String) throws -> [String: [UInt8]] {
    let process = Process()
    process.executableURL = URL(filePath: infocmp)
    process.arguments = ["-1", "-x", term]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let pairs = text.split(separator: "\n").compactMap { line -> (String, [UInt8])? in
      guard line.hasPrefix("\tk"), line.hasSuffix(","), let equals = line.firstIndex(of: "=") else {
        return nil
      }
      let value = line[line.index(after: equals)...].dropLast()
      return (String(line[..<equals].dropFirst()), unescaped(value))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// terminfo(5): `\E`, `^X`, `\012`, `\n` and the like.
  private static func unescaped(_ text: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    let letters: [UInt8: UInt8] = [
      UInt8(ascii: "E"): 0x1B, UInt8(ascii: "e"): 0x1B, UInt8(ascii: "n"): 0x0A,
      UInt8(ascii: "r"): 0x0D,
      UInt8(ascii: "t"): 0x09, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
      UInt8(ascii: "s"): 0x20,
    ]
    while let byte = rest.popFirst() {
      switch (byte, rest.first) {
      case (UInt8(ascii: "^"), let next?):
        rest.removeFirst()
        bytes.append(next == UInt8(ascii: "?") ? 0x7F : next & 0x1F)
      case (UInt8(ascii: "\\"), let next?):
        let digits = rest.prefix(3).prefix { 0x30...0x37 ~= $0 }
        if digits.count == 3, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8) {
          bytes.append(value)
          rest.removeFirst(3)
        } else {
          rest.removeFirst()
          bytes.append(letters[next] ?? next)
        }
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
