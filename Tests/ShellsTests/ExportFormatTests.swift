import Foundation
import Shells
import Testing

struct ExportFormatTests {
  @Test(arguments: hostileNames)
  func evaluatedLinesSetExactlyTheValues(_ name: String) throws {
    let folder = try Folder()
    let identity = Identity.sample(name, entry: name, isReadOnly: true)
    let lines = exportLines(identity, format: .env)
    let before = [
      "PATH": "/usr/bin:/bin", "AWS_PROFILE": "before", "KEPT": "kept", "LINES_": lines,
    ]
    let found = try folder.environment(after: "eval \"$LINES_\"", in: before)
    for variable in identity.variables where variable.name != "SWITCHBACK_DEPTH" {
      #expect(found[variable.name] == variable.value)
    }
    #expect(found["AWS_PROFILE"] == nil)
    #expect(found["SWITCHBACK_DEPTH"] == nil)
    #expect(found["KEPT"] == "kept")
    #expect(!folder.has("PWNED"))
  }
}

extension Folder {
  /// What `sh` leaves in the environment after running a script here.
  fileprivate func environment(
    after script: String, in environment: [String: String]
  ) throws -> [String: String] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script + "; env -0"]
    process.environment = environment
    process.currentDirectoryURL = URL(filePath: path)
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let pairs = text.split(separator: "\0").map { $0.split(separator: "=", maxSplits: 1) }
    return Dictionary(
      pairs.map { (String($0[0]), $0.count > 1 ? String($0[1]) : "") }, uniquingKeysWith: { $1 })
  }
}
