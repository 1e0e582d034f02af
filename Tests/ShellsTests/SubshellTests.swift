import Shells
import Testing

struct SubshellTests {
  private let environment = ["TERM": "xterm-256color", "ENV": "$HOME/.shrc"]

  private func made(
    _ shell: String, _ identity: Identity = .sample(), _ environment: [String: String]? = nil
  ) -> Subshell {
    let base = environment ?? self.environment
    return subshell(
      shell, for: identity, environment: childEnvironment(base, for: identity),
      directory: "/d", program: "/opt/switchback")
  }

  @Test(arguments: [
    ("/bin/bash", ["bash", "--rcfile", "/d/bashrc", "-i"], ["bashrc"]),
    ("/opt/bash-5.2", ["bash-5.2", "--rcfile", "/d/bashrc", "-i"], ["bashrc"]),
    ("/bin/zsh", ["zsh", "-i"], [".zshenv", ".zprofile", ".zshrc"]),
    ("/bin/fish", ["fish", "-i", "-C", "builtin source '/d/label.fish'"], ["label.fish"]),
    ("/bin/dash", ["dash", "-i"], ["env"]), ("/bin/sh", ["sh", "-i"], ["env"]),
    ("/bin/nu", ["nu"], []),
  ])
  func startsEachShellItsOwnWay(_ path: String, _ arguments: [String], _ files: [String]) {
    let shell = made(path)
    #expect(shell.path == path)
    #expect(shell.arguments == arguments)
    #expect(shell.files.map(\.name) == files)
    #expect(shell.files.allSatisfy { $0.mode == 0o600 })
  }

  @Test func bashInPOSIXModeReadsENV() {
    let shell = made("/bin/bash", .sample(), ["POSIXLY_CORRECT": "1"])
    #expect(shell.environment["ENV"] == "/d/env")
    #expect(shell.arguments == ["bash", "-i"])
  }

  @Test(arguments: ["/bin/bash", "/bin/zsh", "/bin/fish", "/bin/dash"], hostileNames)
  func filesAndArgumentsHoldNoName(_ path: String, _ name: String) {
    let hostile = made(path, .sample(name, entry: name))
    #expect(hostile.files == made(path).files)
    #expect(hostile.arguments == made(path).arguments)
  }

  @Test(arguments: ["/bin/bash", "/bin/zsh", "/bin/fish", "/bin/dash"])
  func filesAndArgumentsHoldNoSecret(_ path: String) {
    let shell = made(path)
    let text = (shell.files.map(\.contents) + shell.arguments).joined()
    for secret in ["ASIASAMPLE", "a/secret", "a//token"] {
      #expect(!text.contains(secret))
    }
  }
}
