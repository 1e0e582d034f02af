package import AWSClient
import Files
import Foundation
import Glibc
import Synchronization
import Text

/// A sender that says of each exchange where it went, what came back and how long it took; never what was in it.
package func loggingSender(_ send: @escaping RequestSender, _ log: (@Sendable (String) -> Void)?)
  -> RequestSender
{
  guard let log else { return send }
  return { request in
    let clock = ContinuousClock()
    let began = clock.now
    func tell(_ end: String) {
      log("\(subject(of: request)): \(end), \((clock.now - began).milliseconds) ms")
    }
    do {
      let response = try await send(request)
      tell("HTTP \(response.status)")
      return response
    } catch {
      tell("\(error)")
      throw error
    }
  }
}

/// The method, the host and the path, without the query; of STS's calls the action too.
private func subject(of request: HTTPRequest) -> String {
  let parts = URLComponents(string: request.url)
  let port = parts?.port.map { ":\($0)" } ?? ""
  let place = "\(request.method) \(parts?.host ?? "?")\(port)\(parts?.path ?? "")"
  return action(in: request.body).map { "\($0), \(place)" } ?? place
}

/// The value of `Action`, which comes first in a form; what follows it may be secret.
private func action(in body: [UInt8]) -> String? {
  guard body.starts(with: "Action=".utf8) else { return nil }
  return String(decoding: body.dropFirst(7).prefix { $0 != UInt8(ascii: "&") }, as: UTF8.self)
}

extension Duration {
  fileprivate var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}

/// What takes the lines of `-v`: standard error where it was given, and the file that `SWITCHBACK_LOG` names.
package func makeRequestLog(
  isVerbose: Bool, _ environment: [String: String], tell: @escaping @Sendable (String) -> Void
) -> (@Sendable (String) -> Void)? {
  let path = environment["SWITCHBACK_LOG"] ?? ""
  guard isVerbose || !path.isEmpty else { return nil }
  let file = path.isEmpty ? nil : LogFile(path: path, tell: tell)
  return { line in
    let line = line.cleaned + "\n"
    file?.add(line)
    if isVerbose { writeWhole(Array("switchback: \(line)".utf8), to: STDERR_FILENO) }
  }
}

/// A file that lines are added to: made readable by its owner alone where it is not there, and no other than a file of
/// our own, since it may stand where others can write.
private final class LogFile: Sendable {
  private let path: String
  private let tell: @Sendable (String) -> Void
  private let isRefused = Mutex(false)

  init(path: String, tell: @escaping @Sendable (String) -> Void) {
    self.path = path
    self.tell = tell
  }

  /// One that cannot be written to is said once, and stops nothing.
  func add(_ line: String) {
    do throws(OwnershipError) {
      let file = try openOwnFile(path, flags: O_WRONLY | O_APPEND | O_CREAT, .hasOneName)
      defer { close(file) }
      guard let error = writeWhole(Array(line.utf8), to: file) else { return }
      reportOnce("\(SystemError(code: error))")
    } catch {
      reportOnce("\(error)")
    }
  }

  private func reportOnce(_ reason: String) {
    let isNew = isRefused.withLock { isRefused in
      defer { isRefused = true }
      return !isRefused
    }
    guard isNew else { return }
    tell(
      "switchback: SWITCHBACK_LOG is not written: \(path.cleaned) cannot be used, since \(reason).")
  }
}
