import Glibc
import Terminal
import Testing

struct DetachedCommandsTests {
  /// The output of a script, and how it ended.
  private func run(
    _ script: String, merging: Bool = false, among children: DetachedCommands = DetachedCommands()
  ) throws -> (output: String, errors: String, end: ChildEnd) {
    var (output, errors): ([UInt8], [UInt8]) = ([], [])
    let child = Child(
      path: "/bin/sh", arguments: ["sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"])
    let end = try children.run(child, mergesErrors: merging) { stream, bytes in
      if stream == .output { output += bytes } else { errors += bytes }
      return true
    }
    return (String(decoding: output, as: UTF8.self), String(decoding: errors, as: UTF8.self), end)
  }

  @Test func outputAndErrorsAreToldApartOrNot() throws {
    let script = "echo 1; echo 2 >&2; echo 3; exit 7"
    let apart = try run(script)
    #expect(apart.output == "1\n3\n" && apart.errors == "2\n" && apart.end == .exited(7))
    let merged = try run(script, merging: true)
    #expect(merged.output == "1\n2\n3\n" && merged.errors.isEmpty)
  }

  @Test func aSignalIsItsEnd() throws {
    #expect(try run("kill -9 $$").end == .signaled(SIGKILL))
  }

  @Test func itHasNothingToReadAndASessionOfItsOwn() throws {
    let ended = try run(#"cat; set -- $(cat /proc/self/stat); echo $6; echo $$"#)
    let lines = ended.output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0] == lines[1], "\(ended)")
  }

  @Test func noOtherDescriptorIsOpen() throws {
    let ended = try run("for f in /proc/$$/fd/*; do echo ${f##*/}; done")
    let open = ended.output.split(separator: "\n").filter { $0.count == 1 }.map(String.init)
    #expect(open.prefix(3) == ["0", "1", "2"] && open.count <= 4, "\(ended)")
  }

  @Test func muchComesWhole() throws {
    #expect(try run("head -c 3000000 /dev/zero").output.utf8.count == 3_000_000)
  }

  @Test func aPipeThatIsNotReadAnyMoreIsBroken() throws {
    let child = Child(
      path: "/bin/sh", arguments: ["sh", "-c", "exec yes"], environment: ["PATH": "/usr/bin:/bin"])
    let end = try DetachedCommands().run(child, mergesErrors: false) { _, _ in false }
    #expect(end == .signaled(SIGPIPE))
  }

  @Test func whatIsNotThereSaysSo() {
    let child = Child(path: "/no/such", arguments: ["such"], environment: [:])
    let error = #expect(throws: SpawnError.self) {
      try DetachedCommands().run(child, mergesErrors: true) { _, _ in true }
    }
    #expect(error == .notFound("/no/such"))
  }

  @Test func noneStartsOnceAllAreToldToEnd() throws {
    let children = DetachedCommands()
    children.terminate()
    let ended = try run("echo ran", among: children)
    #expect(ended.output.isEmpty && ended.end == .signaled(SIGTERM))
  }
}
