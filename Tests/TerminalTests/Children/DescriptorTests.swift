import CPosix
import Glibc
import Terminal
import Testing

extension ChildTests {
  /// A command gets the inherited descriptors, and none that this process has opened itself.
  @Test func aCommandGetsNoDescriptorOfOurs() throws {
    let given = open("/dev/null", O_RDONLY)
    switchback_note_descriptors()
    let ours = [socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0), dup(given)]
    defer { for file in ours + [given] { close(file) } }
    let isOpen = { (file: Int32) in "[ -e /proc/$$/fd/\(file) ]" }
    let script = ([isOpen(given)] + ours.map { "! " + isOpen($0) }).joined(separator: " && ")
    let child = Child(
      path: "/bin/sh", arguments: ["sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"])
    #expect(try runBeside(child) == .exited(0))
  }
}
