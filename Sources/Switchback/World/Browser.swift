import Subprocess
import Terminal
import Text

/// Opens an address in the user's browser: `$BROWSER`, else `xdg-open` if there is a display.
///
/// The browser runs in its own session without a terminal, so that its messages do not disturb
/// ours. False if there is no browser, or if it fails within a second; some browsers stay in the
/// foreground.
func openInBrowser(_ url: String, _ environment: [String: String]) async -> Bool {
  for browser in browsers(environment) {
    guard let path = try? findCommand(browser.program, environment: environment) else { continue }
    var options = PlatformOptions()
    options.createSession = true
    // The shell only waits. The words are arguments, not code.
    let ended = try? await Subprocess.run(
      .name("sh"),
      arguments: .init(["-c", launch, "sh", path] + browser.arguments(for: url)),
      platformOptions: options, input: .none, output: .discarded, error: .discarded)
    if ended?.terminationStatus.isSuccess == true { return true }
  }
  return false
}

private let launch = """
  "$@" </dev/null >/dev/null 2>&1 &
  sleep 1
  kill -0 $! 2>/dev/null || wait $!
  """

/// A command that opens an address.
struct Browser: Equatable {
  var program: String
  /// The arguments.
  ///
  /// `%s` is replaced with the address; without it, the address is the last argument.
  var arguments: [String] = []

  /// Reads an entry of `BROWSER`, as Python's `webbrowser` does: words as in a shell.
  ///
  /// An `&` at the end, which means that the browser stays in the foreground, is ignored.
  init?(_ command: String) {
    guard var words = shellWords(command) else { return nil }
    if words.last == "&" { words.removeLast() }
    guard let program = words.first, !program.isEmpty else { return nil }
    (self.program, arguments) = (program, Array(words.dropFirst()))
  }

  func arguments(for url: String) -> [String] {
    let filled = arguments.map { $0.replacing("%s", with: url) }
    return arguments.contains { $0.contains("%s") } ? filled : filled + [url]
  }
}

/// The browsers to try in turn, the user's own choice first; a list is separated by colons.
func browsers(_ environment: [String: String]) -> [Browser] {
  let chosen = environment["BROWSER"]?.split(separator: ":").map(String.init) ?? []
  guard !chosen.contains("none") else { return [] }
  let hasDisplay = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
  return (chosen + (hasDisplay ? ["xdg-open"] : [])).compactMap(Browser.init)
}
