import AWSClient
import Accounts
import Credentials
import Files
import Foundation
@testable import Switchback

extension World {
  /// A world of these files, in which nothing answers, no user can be asked and nothing is stored.
  static func stub(
    files: [String: String] = [:], environment: [String: String] = [:],
    unreadable: Set<String> = [],
    send: @escaping RequestSender = { _ in
      throw HTTPError.unreachable(host: "nowhere", reason: "no network in tests")
    }
  ) -> World {
    let environment = environment.merging(["HOME": "/home/maya"]) { own, _ in own }
    let places = AppDirectories(environment: environment)
    return World(
      environment: environment, parent: 1, directories: places,
      now: { Date(timeIntervalSince1970: 1_790_000_000) },
      utcOffset: { _ in 3600 },
      read: { path in
        if unreadable.contains(path) {
          throw FileReadError(path: path, reason: "Permission denied")
        }
        return files[path].map { Array($0.utf8) }
      },
      readInput: { [] }, readBlocks: { _ in }, write: { _ in }, say: { _ in }, show: { _ in },
      sender: { _ in send },
      helperPrograms: HelperPrograms(
        run: { _, _ in "" }, runProgram: { _, _, _ in "" }, open: { _ in false }),
      prompter: Prompter(isPossible: { false }, ask: { _, _ in nil }, show: { _ in }),
      sessions: SessionCache(folder: "/nowhere", keyFolder: nil),
      store: Store(file: "/nowhere/state.sqlite", now: { Date() }, report: { _ in }))
  }
}
