import HTTP
import ArgumentParser
import CommandReference
import Credentials
import Files
import Foundation
import Glibc
import Picker
import Sandbox
import Secrets
import Terminal
import Text

/// `switchback demo`.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Try everything against a simulated AWS. No account needed.",
    discussion: "Your own files, history and sessions aren't touched.")

  @OptionGroup var look: LookOptions
  @Option(
    help: "Path of the shell to open. Default: $SHELL.", completion: CompletedValue.shells.kind)
  var shell: String?

  func run() async throws {
    let session = PickerSession(
      shell: ShellOptions(path: shell), theme: look.theme, color: look.color.choice,
      mouse: look.mouse,
      accessible: look.accessible)
    throw ExitCode(try await playDemo(.live(), session))
  }
}

/// `switchback demo-code`: the current codes of the demo's MFA devices.
struct DemoCodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo-code",
    abstract: "Show the MFA codes of the demo's devices.",
    shouldDisplay: false)

  @Argument(help: "A device's serial number. Default: all of them.")
  var device: String?

  func run() async throws {
    let world = World.live()
    guard let device else {
      return try world.write(
        alignedColumns(DemoWorld.codes(at: world.clock.machineNow()).map { [$0.code, $0.device] }))
    }
    guard let code = DemoWorld.currentCode(device: device, at: world.clock.machineNow()) else {
      throw CommandError.input("The demo has no MFA device \(device.cleaned).")
    }
    try world.print(code + "\n")
  }
}

/// Runs the picker against a simulated AWS on loopback, in a folder that is removed at the end.
///
/// Gives the exit status.
func playDemo(_ world: World, _ session: PickerSession) async throws -> Int32 {
  let ourselves = programPath()
  let demo = DemoWorld(codeCommand: posixQuoted(ourselves) + " demo-code")
  let owned = try OwnedFolder(world.environment)
  defer { owned.remove() }
  let folder = owned.path
  for (file, text) in demo.files {
    try writePrivately(Array(text.revealed.utf8), to: folder + "/" + file.rawValue)
  }
  try checkDescriptors(32)
  let server = try await SandboxServer.start(demo.fakeAWS)
  let environment = withOwnFolderInPath(
    ourselves, in: demoEnvironment(world.environment, folder: folder, url: server.url))
  var session = session
  session.lesson = .filter
  session.codeHint = { device in
    DemoWorld.currentCode(device: device, at: world.clock.machineNow())
      .map { "The demo's device shows \($0)." } ?? ""
  }
  world.say(welcome(server.url))
  do {
    let status = try await session.run(query: "", .live(environment))
    await server.stop()
    return status
  } catch {
    await server.stop()
    throw error
  }
}

private func welcome(_ url: String) -> String {
  """
  Demo: a simulated AWS at \(url). Your own files aren't touched.
  In its shells try `switchback whoami` and `aws sts get-caller-identity` (AWS CLI before 2.13: \
  add --endpoint-url "$AWS_ENDPOINT_URL"). `exit` returns to the picker. `switchback demo-code` \
  shows MFA codes.
  """
}

/// The environment with the program's folder at the end of PATH, if PATH has no `switchback` yet.
private func withOwnFolderInPath(_ path: String, in environment: [String: String]) -> [String:
  String]
{
  guard (try? findCommand("switchback", environment: environment)) == nil,
    let slash = path.lastIndex(of: "/")
  else { return environment }
  let folders = [environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin", String(path[..<slash])]
  return environment.merging(["PATH": folders.joined(separator: ":")]) { $1 }
}

/// The path of this program, for files and shells.
func programPath() -> String {
  (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "switchback"
}
