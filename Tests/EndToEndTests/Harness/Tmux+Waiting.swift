extension Tmux {
  /// Waits until the screen is as `holds` wants it, and gives it.
  @discardableResult
  func waits(
    _ what: String = "the screen", within patience: Duration = .seconds(20), styled: Bool = false,
    until holds: (String) -> Bool
  ) async throws -> String {
    let end = ContinuousClock.now + patience
    while true {
      let screen = try await screen(styled: styled)
      home.expectNoSecret(onScreen: screen)
      if holds(screen) { return screen }
      guard changes.wait(until: end) else { throw NeverCame(what: what, screen: screen) }
    }
  }

  @discardableResult
  func waits(for text: String, within patience: Duration = .seconds(20)) async throws -> String {
    try await waits("“\(text)”", within: patience) { $0.contains(text) }
  }

  /// Waits for the program to end, and gives its status as a shell has it.
  func status() async throws -> Int32 {
    let end = ContinuousClock.now + .seconds(20)
    while true {
      if let status = try? home.read(name + "/status"), status.hasSuffix("\n") {
        return Int32(status.dropLast()) ?? -1
      }
      guard changes.wait(until: end) else {
        throw NeverCame(what: "the program's end", screen: try await screen())
      }
    }
  }

  /// How a program that was started `captured` ended.
  func outcome() async throws -> Outcome {
    Outcome(
      status: try await status(), output: try home.read(name + "/output"),
      errors: try home.read(name + "/errors"))
  }

  /// What is not as it was before the program ran: modes, screen, cursor, keypad, mouse, title.
  func damage() throws -> [String] {
    let (before, after) = (try home.read(name + "/before"), try home.read(name + "/after"))
    return zip(before.split(separator: "\n"), after.split(separator: "\n"))
      .filter { $0 != $1 }.map { "\($0) became \($1)" }
  }
}

/// Something that was waited for and did not come, and what was on the screen instead.
struct NeverCame: Error, CustomStringConvertible {
  var what: String
  var screen: String

  var description: String { "never came: \(what)\n\(screen)" }
}
