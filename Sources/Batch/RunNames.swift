package import Accounts
package import Canvas

import Text

/// The entries of a run as they are shown: cleaned, and in their colours where there are any.
package struct RunNames: Sendable {
  private let entries: [Entry]
  private let colors: LabelColors
  /// In columns, of the widest name.
  let width: Int

  package init(_ entries: [Entry], _ colors: LabelColors) {
    self.entries = entries
    self.colors = colors
    width = entries.map { $0.name.cleaned.columns }.max() ?? 0
  }

  var count: Int { entries.count }

  func cleaned(_ index: Int) -> String { entries[index].name.cleaned }

  func color(_ index: Int) -> Color { entries[index].label.color }

  /// The name in its entry's colours, no wider than that.
  func colored(_ index: Int, upTo columns: Int = .max) -> String {
    let name = cleaned(index)
    return painted(columns == .max ? name : name.truncated(to: columns), index)
  }

  /// Above what a command printed: the label in its colours, and the name where that is another.
  func heading(_ index: Int) -> String {
    let entry = entries[index]
    let (name, label) = (cleaned(index), entry.label.displayName.cleaned)
    guard colors != .unstyled else { return "==> \(name) <==\n" }
    let shown = label.allSatisfy(\.isWhitespace) ? name : label
    let rest = ([shown == name ? "" : name] + [entry.accountID ?? ""].map(\.cleaned))
      .filter { !$0.isEmpty }
    return ([painted(" \(shown) ", index)] + rest).joined(separator: "  ") + "\n"
  }

  /// A sentence without the entry's name before it, where that stands beside it already.
  func withoutName(_ index: Int, _ sentence: String) -> String {
    let name = cleaned(index) + ": "
    return sentence.hasPrefix(name) ? String(sentence.dropFirst(name.count)) : sentence
  }

  /// A sentence as it is for any entry: without this one's name, account and role.
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
