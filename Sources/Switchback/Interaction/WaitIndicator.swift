import Credentials
import Glibc
import Synchronization
import Terminal
import Text

/// A line on the terminal that counts the seconds of a wait.
///
/// It appears after one second, and is removed at the end.
struct WaitIndicator: Sendable {
  private let name: String
  /// Nil if the line would not be visible.
  private let line: StatusLine?

  init(for name: String, _ world: World) {
    self.name = name
    line = world.showsProgress ? StatusLine(world.show) : nil
  }

  /// Runs `body`, and shows the line meanwhile.
  func during<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
    guard let line else { return try await body() }
    let counting = Task { await count(line) }
    do {
      let value = try await body()
      await stop(counting)
      return value
    } catch {
      await stop(counting)
      throw error
    }
  }

  /// Runs `body`, which asks the user, without the line.
  ///
  /// Then the count starts from 0 again.
  func paused<Value>(_ body: () async throws -> Value) async rethrows -> Value {
    line?.hold()
    defer { line?.restart() }
    return try await body()
  }

  /// Counts the seconds until the task is cancelled.
  private func count(_ line: StatusLine) async {
    let what = "Getting credentials for \(name.cleaned.truncated(to: 40)) ..."
    while (try? await Task.sleep(for: .seconds(1))) != nil { line.countSecond(of: what) }
    line.clear()
  }

  private func stop(_ counting: Task<Void, Never>) async {
    counting.cancel()
    await counting.value
  }

  /// The dependencies, with messages that are printed above the line.
  func printingAbove(_ dependencies: CredentialDependencies) -> CredentialDependencies {
    var dependencies = dependencies
    dependencies.say = { [say = dependencies.say] sentence in clear { say(sentence) } }
    return dependencies
  }

  /// The access of programs to the user during the wait: the terminal to ask on, and a place for
  /// messages.
  func terminalAccess(_ world: World) -> TerminalAccess {
    TerminalAccess(
      lender: { program in
        TerminalLender(
          heading: heading(of: program, for: name, keys: "Ctrl-C ends it"),
          isPlain: world.isTextOnlyTerminal, escapeTimeout: nil,
          leave: {
            line?.hold()
            return true
          },
          takeBack: { outcome in
            line?.release()
            // As if the terminal had sent the signal, to all processes in the foreground.
            if outcome == .interrupted { kill(0, SIGINT) }
          })
      },
      say: { text in clear { world.say(text) } }, keepsLines: true)
  }

  private func clear(before body: () -> Void) {
    if let line { line.clear(before: body) } else { body() }
  }
}

/// A line on the terminal that is overwritten repeatedly, while no other program writes there.
final class StatusLine: Sendable {
  private struct State {
    var isShown = false
    var isHeld = false
    var seconds = 0
  }

  private let state = Mutex(State())
  private let show: @Sendable (String) -> Void

  init(_ show: @escaping @Sendable (String) -> Void) {
    self.show = show
  }

  /// Shows a text in the line, unless another program has the terminal.
  func put(_ text: String) {
    state.withLock {
      guard !$0.isHeld else { return }
      show("\r\u{1B}[K" + text)
      $0.isShown = true
    }
  }

  /// Counts a second of a wait, and shows the count unless another program has the terminal.
  func countSecond(of what: String) {
    state.withLock {
      $0.seconds += 1
      guard !$0.isHeld else { return }
      show("\r\u{1B}[K\(what) \($0.seconds) s")
      $0.isShown = true
    }
  }

  /// Ends `hold`, and counts from 0 again.
  func restart() {
    state.withLock {
      $0.isHeld = false
      $0.seconds = 0
    }
  }

  /// Removes the line, and runs `body` before it is shown again.
  func clear(before body: () -> Void = {}) {
    state.withLock {
      clear(&$0)
      body()
    }
  }

  /// Removes the line until `release`.
  func hold() {
    state.withLock {
      clear(&$0)
      $0.isHeld = true
    }
  }

  func release() { state.withLock { $0.isHeld = false } }

  private func clear(_ state: inout State) {
    if state.isShown { show("\r\u{1B}[K") }
    state.isShown = false
  }
}
