package import AWSClient
import Files
import Foundation
import Glibc
import Synchronization
import Text

/// A sender that logs the address, the result and the duration of each exchange, not its content.
package func loggingSender(
  _ send: @escaping RequestSender, _ log: (@Sendable (String) -> Void)?
) -> RequestSender {
  guard let log else { return send }
  return { request in
    let clock = ContinuousClock()
    let start = clock.now
    func add(_ result: String) {
      log("\(subject(of: request)): \(result), \((clock.now - start).milliseconds) ms")
    }
    do {
      let response = try await send(request)
      add("HTTP \(response.status)")
      return response
    } catch {
      add("\(error)")
      throw error
    }
  }
}

/// The method, the host and the path without the query; for calls to STS also the action.
private func subject(of request: HTTPRequest) -> String {
  let parts = URLComponents(string: request.url)
  let port = parts?.port.map { ":\($0)" } ?? ""
  let address = "\(request.method) \(parts?.host ?? "?")\(port)\(parts?.path ?? "")"
  return action(in: request.body).map { "\($0), \(address)" } ?? address
}

/// The value of `Action`, which is first in a form; later values may be secret.
private func action(in body: [UInt8]) -> String? {
  guard body.starts(with: "Action=".utf8) else { return nil }
  return String(decoding: body.dropFirst(7).prefix { $0 != UInt8(ascii: "&") }, as: UTF8.self)
}

extension Duration {
  fileprivate var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}

/// The function that writes log lines; nil if nothing is logged.
///
/// With `-v` it writes to standard error, and with `SWITCHBACK_LOG` to the file of that name.
/// `tell` reports, once, that the file cannot be written.
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

/// A file to which lines are appended.
///
/// A new file is only readable by its owner. An existing file must belong to this user, since it
/// may be in a folder that others can write to.
private final class LogFile: Sendable {
  private let path: String
  private let tell: @Sendable (String) -> Void
  private let isRefused = Mutex(false)

  init(path: String, tell: @escaping @Sendable (String) -> Void) {
    self.path = path
    self.tell = tell
  }

  /// Appends a line; an error is reported once, and does not stop anything.
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
