import Accounts
import Foundation
import Testing
@testable import Switchback

/// The mark is not important: a tmux whose server has stopped is not waited for.
struct TmuxMarkTests {
  @Test(.timeLimit(.minutes(1))) func aTmuxThatDoesNotAnswerIsAskedOnce() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "tmux")
    try Data("#!/bin/sh\necho asked >> \(folder.path)/log\nexec sleep 1000\n".utf8).write(
      to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let mark = TmuxMark(
      .border, ["TMUX": "/none,1,0", "TMUX_PANE": "%1", "PATH": folder.path + ":/usr/bin:/bin"])
    try #require(mark).remove()
    let log = try String(contentsOf: folder.appending(path: "log"), encoding: .utf8)
    #expect(log == "asked\n")
  }
}
