package import Accounts
package import Canvas

import Text

/// The entries of a run as they are shown: cleaned, and in colour if possible.
package struct RunNames: Sendable {
  private let entries: [Entry]
  private let colors: LabelColors
  /// The width of the widest name, in columns.
  let width: Int

  package init(_ entries: [Entry], _ colors: LabelColors) {
    self.entries = entries
    self.colors = colors
    width = entries.map { $0.name.cleaned.columns }.max() ?? 0
  }

  var count: Int { entries.count }

  func cleaned(_ index: Int) -> String { entries[index].name.cleaned }

  func color(_ index: Int) -> Color { entries[index].label.color }

  /// The name in its entry's colours, at most `columns` wide.
  func colored(_ index: Int, upTo columns: Int = .max) -> String {
    let name = cleaned(index)
    return painted(columns == .max ? name : name.truncated(to: columns), index)
  }

  /// The heading of a command's output: the label in its colours, and the name if it differs.
  func heading(_ index: Int) -> String {
    let entry = entries[index]
    let (name, label) = (cleaned(index), entry.label.displayName.cleaned)
    guard colors != .unstyled else { return "==> \(name) <==\n" }
    let shown = label.allSatisfy(\.isWhitespace) ? name : label
    let rest = ([shown == name ? "" : name] + [entry.accountID ?? ""].map(\.cleaned))
      .filter { !$0.isEmpty }
    return ([painted(" \(shown) ", index)] + rest).joined(separator: "  ") + "\n"
  }

  /// A sentence without the entry's name before it, to show beside the name.
  func withoutName(_ index: Int, _ sentence: String) -> String {
    let name = cleaned(index) + ": "
    return sentence.hasPrefix(name) ? String(sentence.dropFirst(name.count)) : sentence
  }

  /// A sentence without the entry's name, account and role, so that it is the same for all entries.
  func generalized(_ index: Int, _ sentence: String) -> String {
    let entry = entries[index]
    return [entry.roleARN, entry.accountID, entry.name].compactMap { $0?.cleaned }
      .filter { $0.count > 1 }.reduce(sentence) { $0.replacing($1, with: "…") }
  }

  private func painted(_ text: String, _ index: Int) -> String {
    guard let parameters = colors.parameters(for: entries[index].label.color) else { return text }
    return "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
  }
}
