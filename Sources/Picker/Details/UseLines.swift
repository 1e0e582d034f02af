import Accounts
import Canvas

extension Details {
  /// The last switch, and how many there were, on a line.
  func lastUse(at now: Moment) -> String {
    guard let last = uses.first else { return "never" }
    switch useCount {
    case ...1: return last.at.ago(at: now)
    case 2: return last.at.ago(at: now) + ", used twice"
    default: return last.at.ago(at: now) + ", used \(useCount) times"
    }
  }
}

extension DetailLines {
  /// The last switches: how long ago, when exactly where there is room, how, and how they ended.
  mutating func addUses(_ details: Details, at now: Moment) {
    addHeading("Used", times(details.useCount))
    let agos = details.uses.map { $0.at.ago(at: now) }
    let widest = agos.reduce(0) { max($0, $1.columns) } + 2
    let isRoomy = width >= widest + 18 + 17
    for (use, ago) in zip(details.uses, agos) {
      add([
        Span(ago.padded(to: widest), surface.text),
        Span(isRoomy ? use.at.dateAndClock.padded(to: 18) : "", surface.muted),
        Span(use.words, surface.text),
      ])
    }
  }

  private func times(_ count: Int) -> String {
    switch count {
    case 0: "never"
    case 1: "once"
    default: "\(count) times"
    }
  }
}

extension Details.Use {
  /// `shell, exit 1`.
  fileprivate var words: String {
    how.rawValue + (exitStatus.map { ", exit \($0)" } ?? "")
  }
}
