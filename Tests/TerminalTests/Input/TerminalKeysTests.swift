import Canvas
import Foundation
import Terminal
import Testing

struct TerminalKeysTests {
  private func decode(_ bytes: String, _ named: [String: String]) -> String {
    var decoder = KeyDecoder(TerminalKeys { Array((named[$0] ?? "").utf8) })
    let inputs = decoder.feed(Array(bytes.utf8)) + decoder.timedOut()
    return inputs.map { if case .key(let key) = $0 { key.notation } else { "?" } }.joined()
  }

  /// The Linux console, sun, vt52 and rxvt.
  @Test(arguments: [
    ("kcbt", "\u{1b}\t", "<shift-tab>"), ("khome", "\u{1b}[214z", "<home>"),
    ("kdch1", "\u{7f}", "<del>"), ("kcuu1", "\u{1b}A", "<up>"), ("kf12", "\u{1b}[24~", "<f12>"),
    ("kRIT5", "\u{1b}Oc", "<ctrl-right>"), ("kcuu1", "\u{b}", "<ctrl-k>"),
    ("kcub1", "\u{8}", "<ctrl-h>"),
    ("kf1", "\u{1b}[", "<alt-[>"),
  ])
  func readsWhatTheEntryNames(name: String, sequence: String, key: String) {
    #expect(decode(sequence, [name: sequence]) == key)
    #expect(decode("x", [name: sequence]) == "x")
  }

  @Test func whatBackspaceSendsIsBackspace() {
    #expect(decode("\u{7f}", ["kdch1": "\u{7f}", "kbs": "\u{7f}"]) == "<backspace>")
  }

  @Test func theBeginningOfAKeyIsWaitedFor() {
    var decoder = KeyDecoder(TerminalKeys { $0 == "kf1" ? Array("\u{1b}?p".utf8) : [] })
    #expect(decoder.feed(Array("\u{1b}?".utf8)).isEmpty && decoder.isWaiting)
    #expect(decoder.feed(Array("p".utf8)) == [.key(Key(.function(1)))])
    #expect(decoder.feed(Array("\u{1b}?".utf8)).isEmpty)
    #expect(decoder.timedOut() == [.key(Key(.character("?"), .alt))])
  }
}

/// Every terminal that this machine knows; with ncurses-term these are some 2,000.
@Suite(.enabled(if: TerminfoSource.isPresent, "skipped: infocmp is not installed"))
struct EveryTerminalsKeysTests {
  private static let keys = [
    "kcuu1": "<up>", "kcud1": "<down>", "kcub1": "<left>", "kcuf1": "<right>", "khome": "<home>",
    "kend": "<end>", "kpp": "<pgup>", "knp": "<pgdn>", "kich1": "<ins>", "kdch1": "<del>",
    "kcbt": "<shift-tab>",
  ].merging((1...12).map { ("kf\($0)", "<f\($0)>") }) { first, _ in first }

  @Test(.timeLimit(.minutes(5)))
  func areReadAsTheirEntriesNameThem() throws {
    let terminals = try TerminfoSource.all()
    for (term, named) in terminals {
      var decoder = KeyDecoder(TerminalKeys { named[$0] ?? [] })
      for name in Self.keys.keys {
        guard let sequence = named[name], sequence.count > 2, sequence.first == 0x1B else {
          continue
        }
        let inputs = decoder.feed(sequence) + decoder.timedOut()
        let read = inputs.map { if case .key(let key) = $0 { key.notation } else { "?" } }.joined()
        // One sequence may have two names.
        let names = Self.keys.filter { named[$0.key] == sequence }.map(\.value)
        #expect(names.contains(read), "\(term): \(name) is \(read)")
      }
    }
    #expect(terminals.count > 20)
  }
}
