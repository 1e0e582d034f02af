import Canvas
import Foundation
import Terminal
import Testing

/// Skipped if this machine has no terminfo entry for xterm-256color, or no infocmp to read one
/// back.
@Suite(.enabled(if: (try? terminfoEntry(for: "xterm-256color", environment: [:])) != nil))
struct CompiledEntryTests {
  @Test(arguments: ["xterm-256color", "linux", "screen", "vt100", "xterm"])
  func survivesReadingAndWriting(term: String) throws {
    guard let entry = try terminfoEntry(for: term, environment: [:]) else { return }
    #expect(TerminfoEntry(entry.encoded) == entry)
  }

  @Test func isNilForWhatIsNone() throws {
    let entry = try #require(try terminfoEntry(for: "xterm-256color", environment: [:]))
    #expect(TerminfoEntry([]) == nil)
    #expect(TerminfoEntry(Array("not an entry at all".utf8)) == nil)
    for length in stride(from: 0, to: entry.encoded.count, by: 7) {
      let cut = TerminfoEntry(Array(entry.encoded.prefix(length)))
      #expect(cut != entry)
    }
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: infocmp)),
    arguments: [
      (
        ColorDepth.truecolor, "colors#0x1000000",
        "setaf=\\E[%?%p1%{8}%<%t3%p1%d%e%p1%{16}%<%t9%p1%{8}%-%d%e"
          + "38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"
      ),
      (
        .indexed256, "colors#0x100",
        "setab=\\E[%?%p1%{8}%<%t4%p1%d%e%p1%{16}%<%t10%p1%{8}%-%d%e48;5;%p1%d%;m"
      ),
    ])
  func ncursesReadsWhatWeChanged(depth: ColorDepth, colors: String, selection: String) throws {
    let entry = try #require(try terminfoEntry(for: "xterm-256color", environment: [:]))
    let before = try read(entry)
    let after = try read(try #require(entry.with(depth)))
    #expect(after.contains(colors))
    #expect(after.contains(selection))
    #expect(after.contains("RGB") == (depth == .truecolor))
    // Nothing else has changed.
    let changed = Set(after).symmetricDifference(before).map { $0.prefix(while: \.isLetter) }
    #expect(Set(changed).isSubset(of: ["colors", "pairs", "setaf", "setab", "RGB"]))
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: infocmp)),
    arguments: ["xterm-256color", "screen", "linux", "vt100"])
  func leavesCharacterSetsAlone(term: String) throws {
    guard let entry = try terminfoEntry(for: term, environment: [:]) else { return }
    let before = try read(entry, term)
    let after = try read(entry.withoutCharacterSets, term)
    let changed = Set(after).symmetricDifference(before).map { $0.prefix { $0 != "=" } }
    #expect(Set(changed).isSubset(of: ["sgr", "sgr0"]))
    let attributes = after.filter { $0.hasPrefix("sgr") }.joined()
    #expect(!attributes.contains("E(B") && !attributes.contains("\\017"))
  }

  /// The capabilities, a line each, as infocmp finds them in the environment.
  private func read(
    _ entry: TerminfoEntry, _ term: String = "xterm-256color"
  ) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: infocmp)
    process.arguments = ["-x1", term]
    process.environment = ["TERMINFO": entry.asEnvironmentValue, "PATH": "/usr/bin:/bin"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").filter { $0.hasPrefix("\t") }
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\t,")) }
  }
}

private let infocmp = "/usr/bin/infocmp"
