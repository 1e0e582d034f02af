import Shells
import Testing

/// PowerShell's rules for a string in single quotes, and for adding strings up
/// (about_Quoting_Rules).
struct PowershellLinesTests {
  @Test(arguments: hostileNames + ["Bäse 🔑", "", "[char]0x41", "' + (calc) + '", "\u{201B}"])
  func everyValueIsOneExpressionOnOneLine(_ text: String) throws {
    let identity = Identity.hostile(text)
    let lines = exportLines(identity, format: .powershell).split(separator: "\n")
    let printable = try Regex("[ -~]*")
    #expect(lines.allSatisfy { $0.wholeMatch(of: printable) != nil })
    let set = lines.filter { $0.hasPrefix("$Env:") }.map { $0.dropFirst(5) }
    let values = Dictionary(
      set.map { line in
        let parts = line.split(separator: " = ", maxSplits: 1)
        return (String(parts[0]), value(ofExpression: parts[1]))
      }
    ) { $1 }
    for variable in identity.variables where variable.name != "SWITCHBACK_DEPTH" {
      let value = values[variable.name] ?? nil
      #expect(value.map { Array($0.utf8) } == Array(variable.value.utf8))
    }
  }

  @Test func removesVariablesThatTheIdentityLacks() {
    let lines = exportLines(.sample(), format: .powershell)
    #expect(lines.contains("Remove-Item Env:AWS_PROFILE -ErrorAction SilentlyContinue\n"))
    #expect(!lines.contains("SWITCHBACK_DEPTH"))
  }
}

/// The value of strings and characters added in PowerShell; nil for anything else.
private func value(ofExpression text: Substring) -> String? {
  var units: [UInt16] = []
  var rest = text
  while true {
    if let match = rest.prefixMatch(of: /'((?:[^']|'')*)'/) {
      units += String(match.1).replacing("''", with: "'").utf16
      rest = rest[match.range.upperBound...]
    } else if !units.isEmpty || rest.count < text.count,
      let match = rest.prefixMatch(of: /\[char\]0x([0-9A-F]+)/)
    {
      guard let unit = UInt16(match.1, radix: 16) else { return nil }
      units.append(unit)
      rest = rest[match.range.upperBound...]
    } else {
      return nil
    }
    if rest.isEmpty { return String(decoding: units, as: UTF16.self) }
    guard rest.hasPrefix(" + ") else { return nil }
    rest = rest.dropFirst(3)
  }
}
