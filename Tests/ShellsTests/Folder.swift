import Foundation

/// A directory of the test's own, removed with it.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/shells-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// A program of sh.
  ///
  /// Another process writes it. If this process wrote it, a child of another test could inherit the
  /// open file, and the program would be "busy".
  func script(_ name: String, _ text: String) throws {
    try write(name + ".text", "#!/bin/sh\n" + text + "\n")
    let copying = try Process.run(
      URL(filePath: "/usr/bin/install"),
      arguments: ["-m", "755", path + "/" + name + ".text", path + "/" + name])
    copying.waitUntilExit()
    try FileManager.default.removeItem(atPath: path + "/" + name + ".text")
  }

  func append(_ name: String, _ text: String) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: path + "/" + name))
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + name)
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path) }
  }

  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
