import Accounts
import Credentials
import Foundation
import Glibc
import Picker
import Sandbox
import Secrets
import Shells
import Terminal

/// Runs the picker against a simulated AWS on loopback, in a folder that is removed at the end; gives the status.
func playDemo(_ world: World, _ trip: PickerSession) async throws -> Int32 {
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
  var trip = trip
  trip.lesson = .filter
  trip.codeHint = { device in
    DemoWorld.currentCode(device: device, at: world.clock.machineNow())
      .map { "The demo's device shows \($0)." } ?? ""
  }
  world.say(welcome(server.url))
  do {
    let status = try await trip.run(query: "", .live(environment))
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
  In its shells try `switchback whoami` and `aws sts get-caller-identity` (AWS CLI before 2.13: add \
  --endpoint-url "$AWS_ENDPOINT_URL"). `exit` returns to the picker. `switchback demo-code` shows MFA codes.
  """
}

/// The environment with our own folder at the end of PATH, where no `switchback` is found there yet.
private func withOwnFolderInPath(_ path: String, in environment: [String: String]) -> [String:
  String]
{
  guard (try? findCommand("switchback", environment: environment)) == nil,
    let slash = path.lastIndex(of: "/")
  else { return environment }
  let folders = [environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin", String(path[..<slash])]
  return environment.merging(["PATH": folders.joined(separator: ":")]) { $1 }
}

/// Where this program is, for files and shells to name it.
func programPath() -> String {
  (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "switchback"
}
