import Accounts
import Canvas

/// A line on the terminal that says how far it has come; nothing where there is no terminal.
struct CheckProgress: Sendable {
  private let write: @Sendable (String) -> Void

  init(_ world: World) {
    write = { [show = world.show, isSeen = world.showsProgress] text in if isSeen { show(text) } }
  }

  func begin(_ count: Int) {
    write("\r\u{1B}[KTrying \(count == 1 ? "1 entry" : "\(count) entries") ...")
  }

  func advance(_ done: Int, of count: Int, _ latest: CheckResult) {
    let name = latest.entry.name.cleaned.truncated(to: 40)
    write("\r\u{1B}[K\(done) of \(count): \(name) \(latest.outcome.word)")
  }

  func end() {
    write("\r\u{1B}[K")
  }
}
