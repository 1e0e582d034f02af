import Credentials
import Glibc
import Synchronization
import Terminal
import Text

/// A line on the terminal that counts the seconds of a wait from the first one on, and is gone when the wait is over.
struct WaitIndicator: Sendable {
  private let name: String
  /// Nil where it would not be seen.
  private let line: StatusLine?

  init(for name: String, _ world: World) {
    self.name = name
    line = world.showsProgress ? StatusLine(world.show) : nil
  }

  /// What `body` gives, with the line shown meanwhile.
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

  /// Until it is cancelled.
  private func count(_ line: StatusLine) async {
    let what = "Getting credentials for \(name.cleaned.truncated(to: 40)) ..."
    var seconds = 0
    while (try? await Task.sleep(for: .seconds(1))) != nil {
      seconds += 1
      line.put("\(what) \(seconds) s")
    }
    line.clear()
  }

  private func stop(_ counting: Task<Void, Never>) async {
    counting.cancel()
    await counting.value
  }

  /// An outside whose sentences begin on a line of their own.
  func printingAbove(_ outside: CredentialDependencies) -> CredentialDependencies {
    var outside = outside
    outside.say = { [say = outside.say] sentence in clear { say(sentence) } }
    return outside
  }

  /// What programs have of the user while this is waited for: the terminal, where they ask there, and
  /// somebody who sees what they say.
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
          takeBack: { ending in
            line?.release()
            // As where the terminal makes a signal of it: for all that runs in front.
            if ending == .interrupted { kill(0, SIGINT) }
          })
      },
      say: { text in clear { world.say(text) } }, keepsLines: true)
  }

  private func clear(before body: () -> Void) {
    if let line { line.clear(before: body) } else { body() }
  }
}

/// A line on the terminal that is written over again and again, while no other program writes there.
final class StatusLine: Sendable {
  private struct State {
    var isShown = false
    var isHeld = false
  }

  private let state = Mutex(State())
  private let show: @Sendable (String) -> Void

  init(_ show: @escaping @Sendable (String) -> Void) {
    self.show = show
  }

  /// Shows a text in its place, unless somebody else has the terminal.
  func put(_ text: String) {
    state.withLock {
      guard !$0.isHeld else { return }
      show("\r\u{1B}[K" + text)
      $0.isShown = true
    }
  }

  /// Takes it off, where it is shown, and runs `body` before it is shown again.
  func clear(before body: () -> Void = {}) {
    state.withLock {
      clear(&$0)
      body()
    }
  }

  /// Takes it off until `release`.
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
