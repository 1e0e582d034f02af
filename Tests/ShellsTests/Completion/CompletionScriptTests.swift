import CommandReference
import Foundation
import Testing

struct CompletionScriptTests {
  @Test(arguments: CompletingShell.allCases)
  func theShellCanReadIt(_ shell: CompletingShell) throws {
    let path = "/usr/bin/\(shell.rawValue)"
    guard FileManager.default.isExecutableFile(atPath: path) else { return }
    let folder = try Folder()
    try folder.write("script", completions(for: shell))
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-n", folder.path + "/script"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
