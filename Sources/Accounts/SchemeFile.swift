import Canvas
import Yams

/// The result of reading a scheme file: no scheme if one of its first 16 colours is missing.
package struct SchemeFile: Sendable, Hashable {
  package let scheme: Scheme?
  package let diagnostics: [Diagnostic]

  /// Reads base16 and base24 files, also in the old form with colours at the top level.
  ///
  /// A colour may also be one of the terminal's own: `default`, or `ansi0` to `ansi15`.
  ///
  /// `file` is the path for the diagnostics; the file itself is not read.
  package init(yaml: String, file: String) {
    var reader = YAMLReader(file: file)
    scheme = reader.root(of: yaml).flatMap { reader.scheme($0) }
    diagnostics = reader.diagnostics.sorted { $0.origin.line < $1.origin.line }
  }
}

extension YAMLReader {
  fileprivate mutating func scheme(_ root: Node) -> Scheme? {
    guard let top = fields(of: root, in: "A scheme") else { return nil }
    let inner = top.values["palette"].flatMap { fields(of: $0, in: "'palette'") }
    let colors = colors(in: inner ?? top)
    let missing = (0..<16).filter { colors[$0] == nil }.map(key)
    guard missing.isEmpty else {
      report(
        top.line, "The scheme has no usable \(missing.joined(separator: ", ")); it is not used.")
      return nil
    }
    let palette = completed(colors)
    return Scheme(
      name: text("name", in: top) ?? text("scheme", in: top) ?? file,
      author: text("author", in: top),
      variant: choice("variant", in: top) ?? variant(of: palette[0]), palette: palette)
  }

  private mutating func colors(in fields: YAMLFields) -> [Color?] {
    (0..<24).map { index in
      value(key(index), in: fields, expected: "a colour of six hexadecimal digits") {
        Color(hex: $0) ?? Color(terminal: $0)
      }
    }
  }
}

/// `base00` to `base17`.
private func key(_ index: Int) -> String {
  "base" + (index < 16 ? "0" : "") + String(index, radix: 16, uppercase: true)
}

/// The colours of base16 that base24 uses for its own in a scheme with only 16.
private let standIns = [0x00, 0x00, 0x08, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E]

private func completed(_ colors: [Color?]) -> [Color] {
  colors.indices.compactMap { index in
    colors[index] ?? (index < 16 ? nil : colors[standIns[index - 16]])
  }
}

private func variant(of background: Color) -> Scheme.Variant? {
  guard background.hex != nil else { return nil }
  return background.textColor == .white ? .dark : .light
}

extension Color {
  /// One of the terminal's own colours: `default`, or `ansi0` to `ansi15`.
  fileprivate init?(terminal name: String) {
    if name == "default" {
      self = .standard
    } else if let index = (0..<16 as Range<UInt8>).first(where: { name == "ansi\($0)" }) {
      self = .ansi(index)
    } else {
      return nil
    }
  }
}
