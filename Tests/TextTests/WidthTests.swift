import Glibc
import Testing
import Text

struct WidthTests {
  @Test(arguments: [
    ("plain", 5), ("é", 1), ("e\u{0301}", 1), ("名前", 4), ("한글", 4), ("\u{1112}\u{1161}", 2),
    ("👩 dev", 6),
    ("⚠", 1), ("\u{E0A0}", 1), ("\u{1F1E9}\u{1F1EA}", 2), ("", 0), ("a\u{7}b", 3),
  ])
  func countsColumns(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  /// ncurses uses glibc's widths for its layout, so a different width breaks a line.
  @Test func agreesWithTheSystemOnEveryCharacter() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    let width = try systemWidth()
    let wrong = (UInt32(0)...0x10FFFF).compactMap { Unicode.Scalar($0) }.filter { scalar in
      scalar.columns.map { Int32($0) != width(scalar.value) } ?? false
    }
    #expect(wrong.map { String($0.value, radix: 16) } == [])
  }

  /// `wcwidth`, which Swift's Glibc does not show.
  private func systemWidth() throws -> @convention(c) (UInt32) -> Int32 {
    let symbol = try #require(dlsym(nil, "wcwidth"))
    return unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self)
  }

  @Test func drawsMostOfTheBasicPlane() {
    let drawable = (UInt32(0x20)...0xFFFD).compactMap { Unicode.Scalar($0) }
      .filter { $0.columns != nil }
    #expect(drawable.count > 60_000)
  }
}
