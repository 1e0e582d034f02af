import Subprocess
import Terminal

/// Opens an address in the user's browser: `$BROWSER`, else `xdg-open` where there is a display to open one on.
///
/// False where there is none, or where it fails within a second; some browsers stay in the foreground.
func openInBrowser(_ url: String, _ environment: [String: String]) async -> Bool {
  let found = browsers(environment).lazy.compactMap {
    try? findCommand($0, environment: environment)
  }
  guard let path = found.first else { return false }
  let ended = try? await Subprocess.run(
    .name("sh"), arguments: ["-c", launch, "sh", path, url],
    input: .none, output: .discarded, error: .discarded)
  return ended?.terminationStatus.isSuccess ?? false
}

private let launch = """
  "$@" </dev/null >/dev/null 2>&1 &
  sleep 1
  kill -0 $! 2>/dev/null || wait $!
  """

/// The programs to try, the user's own choice first; a list is separated by colons.
func browsers(_ environment: [String: String]) -> [String] {
  let chosen = environment["BROWSER"]?.split(separator: ":").map(String.init) ?? []
  guard !chosen.contains("none") else { return [] }
  let hasDisplay = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
  return chosen + (hasDisplay ? ["xdg-open"] : [])
}
