import Foundation
import Terminal
import Testing

/// One after another: while a child runs, signals have another meaning in the whole process.
@Suite(.serialized) struct ChildTests {
  @Test(
    arguments: [("exit 0", .exited(0)), ("exit 7", .exited(7)), ("kill -9 $$", .signaled(9))]
      as [(String, ChildEnd)])
  func saysHowItEnded(script: String, end: ChildEnd) throws {
    #expect(try runBeside(shell(script)) == end)
  }

  @Test func givesAStatusAsShellsDo() {
    #expect(ChildEnd.exited(3).status == 3)
    #expect(ChildEnd.signaled(15).status == 143)
  }

  @Test func getsItsEnvironmentAndNoOther() throws {
    let environment = ["GREETING": "two words", "PATH": "/usr/bin:/bin"]
    let script = #"[ "$GREETING" = "two words" ] && [ -z "${HOME+set}" ]"#
    #expect(try runBeside(shell(script, environment: environment)) == .exited(0))
  }

  @Test func startsWhereItIsTold() throws {
    var child = shell(#"[ "$(pwd -P)" = / ]"#)
    child.workingDirectory = "/"
    #expect(try runBeside(child) == .exited(0))
    child.workingDirectory = "/no/such/place"
    let error = #expect(throws: SpawnError.self) { try runBeside(child) }
    #expect(error?.description.contains("/no/such/place") == true)
    #expect(error?.status == 126)
  }

  @Test func isEndedByABrokenPipe() throws {
    // Libraries that ignore SIGPIPE must not make `exec prod -- yes | head` run forever.
    #expect(try runBeside(shell("kill -PIPE $$; exit 0")) == .signaled(13))
  }

  @Test func isNotFound() {
    let path = "/no/such/command"
    let error = #expect(throws: SpawnError.self) { try runBeside(child(path)) }
    #expect(error == .notFound(path))
    #expect(error?.status == 127)
  }

  @Test(arguments: ["#!/no/such/interpreter\n", ""])
  func cannotBeRun(text: String) throws {
    let isScript = !text.isEmpty
    let error = try withFile(text, permissions: isScript ? 0o700 : 0o600) { path in
      #expect(throws: SpawnError.self) { try runBeside(child(path)) }
    }
    #expect(error?.status == 126)
    #expect(error?.description.contains("interpreter") == isScript)
  }

  @Test func runsAScriptThatNamesNoInterpreter() throws {
    let end = try withFile("exit $(( $1 + 1 ))\n", permissions: 0o700) { path in
      try runBeside(child(path, "41"))
    }
    #expect(end == .exited(42))
  }

  @Test func runsOneAfterAnother() throws {
    for status in Int32(0)..<20 {
      #expect(try runBeside(shell("exit \(status)")) == .exited(status))
    }
  }
}

private func shell(
  _ script: String, environment: [String: String] = ["PATH": "/usr/bin:/bin"]
) -> Child {
  Child(path: "/bin/sh", arguments: ["sh", "-c", script], environment: environment)
}

private func child(_ path: String, _ arguments: String...) -> Child {
  Child(path: path, arguments: [path] + arguments, environment: ["PATH": "/usr/bin:/bin"])
}

/// Calls a function with the path of a file that exists only during the call.
private func withFile<R>(
  _ text: String, permissions: Int, _ body: (String) throws -> R
) throws -> R {
  let path = NSTemporaryDirectory() + "/switchback-\(UUID().uuidString)"
  let draft = path + ".draft"
  _ = FileManager.default.createFile(
    atPath: draft, contents: Data(text.utf8), attributes: [.posixPermissions: permissions])
  defer {
    for file in [draft, path] { try? FileManager.default.removeItem(atPath: file) }
  }
  // A child that another test forks meanwhile may keep a file that this process writes open, which
  // is then "busy" (ETXTBSY). So another process, which has ended, writes the program that runs.
  _ = try runBeside(shell("cp -p '\(draft)' '\(path)'"))
  return try body(path)
}
