import Terminal
import Testing

struct FindCommandTests {
  @Test func looksThroughThePath() throws {
    let environment = ["PATH": "/no/such/place:/bin:/usr/bin"]
    #expect(try findCommand("sh", environment: environment) == "/bin/sh")
    #expect(try findCommand("sh", environment: [:]) == "/bin/sh")
  }

  @Test(arguments: ["./sh", "/opt/x", "a/b"])
  func takesAPathAsItIs(name: String) throws {
    #expect(try findCommand(name, environment: ["PATH": "/bin"]) == name)
  }

  @Test(arguments: ["no-such-command-here", "", "."])
  func saysWhatItCannotFind(name: String) {
    let error = #expect(throws: SpawnError.self) {
      try findCommand(name, environment: ["PATH": "/bin:/usr/bin"])
    }
    #expect(error == .notFound(name))
    #expect(error?.description.contains("'\(name)'") == true)
  }

  @Test func saysWhatItMayNotRun() {
    // A file without execute permission on every Linux.
    let error = #expect(throws: SpawnError.self) {
      try findCommand("passwd", environment: ["PATH": "/etc"])
    }
    #expect(error?.status == 126)
  }
}
