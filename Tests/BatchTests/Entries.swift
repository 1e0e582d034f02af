import Accounts
import Batch
import Canvas
import Synchronization

/// An entry with a name, and what a test looks at besides.
func runEntry(
  _ name: String, _ display: String? = nil, group: String? = nil, account: String? = nil,
  confirm: Bool = false
) -> Entry {
  let label = Label(
    displayName: display ?? name, color: .rgb(209, 50, 18), group: group, confirm: confirm)
  return Entry(
    name: name, label: label, kind: .staticKeys, accountID: account,
    origin: Origin(file: "f", line: 1))
}

/// What a display wrote, in order.
final class Written: Sendable {
  private let pieces = Mutex<[String]>([])

  /// Escape sequences are written `ESC`.
  var text: String { pieces.withLock { $0.joined() }.replacing("\u{1B}", with: "ESC") }

  func add(_ bytes: [UInt8], _ mark: String) {
    guard !bytes.isEmpty else { return }
    pieces.withLock { $0.append(mark + String(decoding: bytes, as: UTF8.self)) }
  }

  /// A display that writes here, each piece to standard output after `out:`, each other after
  /// `err:`.
  var display: RunDisplay {
    RunDisplay(output: { self.add($0, "out:") }, errors: { self.add($0, "err:") })
  }
}
