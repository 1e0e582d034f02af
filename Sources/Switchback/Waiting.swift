import Canvas
import Credentials

/// A line on the terminal that counts the seconds of a wait from the first one on, and is gone when the wait is over.
struct Waiting: Sendable {
  private let what: String
  private let show: (@Sendable (String) -> Void)?

  /// Shows nothing where nobody is there to see it.
  init(for name: String, _ world: World) {
    what = "Getting credentials for \(name.cleaned.truncated(to: 40)) ..."
    show = world.showsProgress ? world.show : nil
  }

  /// What `body` gives, with the line shown meanwhile.
  func during<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
    guard let show else { return try await body() }
    let counting = Task { await count(show) }
    do {
      let value = try await body()
      await stop(counting)
      return value
    } catch {
      await stop(counting)
      throw error
    }
  }

  /// Until it is cancelled; what was never shown is not wiped off either.
  private func count(_ show: @Sendable (String) -> Void) async {
    var seconds = 0
    while (try? await Task.sleep(for: .seconds(1))) != nil {
      seconds += 1
      show("\r\u{1B}[K\(what) \(seconds) s")
    }
    if seconds > 0 { show("\r\u{1B}[K") }
  }

  private func stop(_ counting: Task<Void, Never>) async {
    counting.cancel()
    await counting.value
  }

  /// An outside whose sentences begin on a line of their own.
  func clearing(_ outside: Outside) -> Outside {
    guard let show else { return outside }
    var outside = outside
    outside.say = { [say = outside.say] sentence in
      show("\r\u{1B}[K")
      say(sentence)
    }
    return outside
  }
}
