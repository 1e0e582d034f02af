import Accounts
import Credentials
import Foundation
import STS

@testable import Switchback

extension World {
  /// A world of these files, in which nothing answers, nobody is there and nothing is kept.
  static func stub(
    files: [String: String] = [:], environment: [String: String] = [:],
    unreadable: Set<String> = [],
    send: @escaping Send = { _ in
      throw HTTPFailure.unreachable(host: "nowhere", reason: "no network in tests")
    }
  ) -> World {
    let environment = environment.merging(["HOME": "/home/maya"]) { own, _ in own }
    let places = Places(environment: environment)
    return World(
      environment: environment, parent: 1, places: places,
      now: { Date(timeIntervalSince1970: 1_790_000_000) },
      utcOffset: { _ in 3600 },
      read: { path in
        if unreadable.contains(path) { throw ReadProblem(path: path, reason: "Permission denied") }
        return files[path].map { Array($0.utf8) }
      },
      readInput: { [] }, readBlocks: { _ in }, write: { _ in }, say: { _ in }, show: { _ in },
      sender: { _ in send },
      commands: Commands(run: { _, _ in "" }, runProgram: { _, _, _ in "" }, open: { _ in false }),
      asking: Asking(isPossible: { false }, ask: { _, _ in nil }, tell: { _ in }),
      sessions: SessionCache(folder: "/nowhere", keyFolder: nil),
      store: Store(file: "/nowhere/state.sqlite", now: { Date() }, tell: { _ in }))
  }
}
