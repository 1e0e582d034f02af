import Foundation
import Secrets
import Shells
import Testing

/// The lines in real shells, with hostile text in every value.
struct ExportFormatTests {
  /// How each installed shell evaluates the value of the variable `LINES_`.
  private static let evaluations: [(shell: String, format: ExportFormat, script: String)] = [
    ("/bin/sh", .env, #"eval "$LINES_""#), ("/bin/bash", .env, #"eval "$LINES_""#),
    ("/bin/zsh", .env, #"eval "$LINES_""#),
    ("/usr/bin/fish", .fish, "printf %s $LINES_ | source"),
    ("/usr/bin/fish", .fish, "eval (printf %s $LINES_)"),
  ].filter { FileManager.default.isExecutableFile(atPath: $0.0) }

  @Test(arguments: evaluations, hostileNames)
  func evaluatedLinesSetExactlyTheValues(
    _ evaluation: (shell: String, format: ExportFormat, script: String), _ text: String
  ) throws {
    let folder = try Folder()
    let identity = Identity.hostile(text)
    let lines = exportLines(identity, format: evaluation.format)
    let before = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8", "AWS_PROFILE": "before",
      "KEPT": "kept", "LINES_": lines,
    ]
    let found = try folder.environment(
      after: evaluation.script, in: evaluation.shell, from: before)
    for variable in identity.variables where variable.name != "SWITCHBACK_DEPTH" {
      #expect(found[variable.name].map { Array($0.utf8) } == Array(variable.value.utf8))
    }
    #expect(found["AWS_PROFILE"] == nil)
    #expect(found["SWITCHBACK_DEPTH"] == nil)
    #expect(found["KEPT"] == "kept")
    #expect(!folder.has("PWNED"))
  }

  /// They belong to every fish, and `set -e` alone would erase them permanently.
  @Test func universalVariablesOfFishStay() {
    #expect(exportLines(.sample(), format: .fish).hasPrefix("set -eg "))
  }
}

extension Identity {
  /// The text in every member that takes text.
  static func hostile(_ text: String) -> Identity {
    var identity = Identity.sample(text, entry: text, isReadOnly: true, setsAWSVault: true)
    identity.region = text
    identity.roleName = text
    identity.accountID = text
    identity.credentials = AWSCredentials(
      accessKeyID: text, secretAccessKey: Secret(text), sessionToken: Secret(text))
    return identity
  }
}

extension Folder {
  /// The environment of a shell after it has run a script.
  fileprivate func environment(
    after script: String, in shell: String, from environment: [String: String]
  ) throws -> [String: String] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: shell)
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
