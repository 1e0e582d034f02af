import ArgumentParser
import CommandReference
import Files
import Glibc
import Shells

/// `switchback init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Print shell code to switch your own shell in place, without a subshell.",
    discussion: """
      eval "$(switchback init bash)" at the end of ~/.bashrc, eval "$(switchback init zsh)" of \
      ~/.zshrc, switchback init fish | source of ~/.config/fish/config.fish.

      Then `switchback`, `switchback QUERY` and `switchback -` switch the current shell: its \
      credentials, label and title. `switchback off` drops them. --nest and `switchback shell` \
      still open a subshell. Includes completions.
      """)

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish
  }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    let world = World.live()
    let (kind, completing): (InitScript.Shell, CompletingShell) =
      switch shell {
      case .bash: (.bash, .bash)
      case .zsh: (.zsh, .zsh)
      case .fish: (.fish, .fish)
      }
    let callingShell = CallingShell(world, for: .initializing)?.folder
    let folder = try callingShell ?? shellFolder(world)
    let script = InitScript(
      kind, program: programPath(), folder: folder,
      ownsFolder: callingShell == nil || fileExists(folder + "/" + InitScript.ownerFile),
      completions: completions(for: completing, program: programPath()),
      environment: world.environment, clock: world.shellClock)
    try world.print(script.text)
  }
}

/// True if a file exists at the path.
///
/// Links are not followed.
private func fileExists(_ path: String) -> Bool {
  var found = stat()
  return lstat(path, &found) == 0
}

/// A folder for this shell.
///
/// If the shell ends without removing it, the next run removes it.
private func shellFolder(_ world: World) throws -> String {
  let folder = try TemporaryFolder(world.environment)
  let path = folder.path
  try writePrivately(
    Array(ShellOwner.firstLine.utf8), to: path + "/" + InitScript.ownerFile, lasting: false)
  folder.release()
  return path
}
