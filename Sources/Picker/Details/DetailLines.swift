import Accounts
import Canvas
import Text

/// Lines of titles and values, for a pane of a given width on any surface.
struct DetailLines {
  let surface: Surface
  let marks: Marks
  let width: Int
  /// Whether a value takes one line only.
  ///
  /// Otherwise it takes as many as it needs.
  let isBrief: Bool
  private(set) var lines: [[Span]] = []

  init(_ surface: Surface, _ marks: Marks, width: Int, isBrief: Bool) {
    self.surface = surface
    self.marks = marks
    self.width = max(1, width)
    self.isBrief = isBrief
  }

  /// How a value that is longer than a line is shown.
  enum Fitting {
    case wrapped, withoutMiddle, withoutStart
  }

  /// The characters after which ARNs, addresses and paths may wrap.
  private static let ends: Set<Character> = [" ", "/", ":", "?", "&", ","]
  /// The columns that a value needs beside its title.
  ///
  /// With fewer it goes below.
  private static let leastValue = 16

  /// Adds a title, with its value beside or below it.
  mutating func add(
    _ title: String, _ value: String, _ style: KeyPath<Surface, Style> = \.text, indent: Int = 0,
    fitting: Fitting? = nil
  ) {
    let start = indent + (indent == 0 ? 10 : 13)
    let margin = String(repeating: " ", count: indent)
    guard isBrief || width - start >= Self.leastValue else {
      addLine(margin + title, \.muted)
      return add(value, style, indent: indent + 2)
    }
    for (number, text) in parts(of: value, width - start, fitting).enumerated() {
      let title = (number == 0 ? margin + title : "").padded(to: start)
      lines.append([Span(title, surface.muted), Span(text, surface[keyPath: style])])
    }
  }

  /// Adds a value without a title.
  ///
  /// `mark` stands before its first line.
  mutating func add(
    _ value: String, _ style: KeyPath<Surface, Style> = \.text, after mark: String = "",
    indent: Int = 0
  ) {
    for (number, text) in parts(of: value, width - indent).enumerated() {
      let margin = (number == 0 ? mark : "").padded(to: indent)
      lines.append([Span(margin, surface.muted), Span(text, surface[keyPath: style])])
    }
  }

  /// Adds sentences in full, however little room there is.
  mutating func add(sentences: String, _ style: KeyPath<Surface, Style>) {
    for text in sentences.wrapped(to: width) { addLine(text, style) }
  }

  /// Adds a heading and a note beside it.
  mutating func addHeading(_ title: String, _ note: String = "") {
    if !isBrief, !lines.isEmpty { lines.append([]) }
    lines.append([
      Span(title, surface.title), Span(note.isEmpty ? "" : " " + note, surface.muted),
    ])
  }

  mutating func add(_ spans: [Span]) {
    lines.append(spans)
  }

  private mutating func addLine(_ text: String, _ style: KeyPath<Surface, Style>) {
    lines.append([Span(text, surface[keyPath: style])])
  }

  private func parts(of value: String, _ room: Int, _ fitting: Fitting? = nil) -> [String] {
    let room = max(1, room)
    switch fitting ?? (isBrief ? .withoutMiddle : .wrapped) {
    case .wrapped: return value.wrapped(to: room, after: Self.ends)
    case .withoutStart: return [value.truncatedAtStart(to: room, ellipsis: marks.ellipsis)]
    case .withoutMiddle:
      let spans = [Span(value, surface.text)].truncatedInMiddle(to: room, ellipsis: marks.ellipsis)
      return [spans.map(\.text).joined()]
    }
  }
}

extension Details {
  /// The time of the last switch and the number of switches, on one line.
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
  /// Adds the last switches: how long ago, the exact time if there is room, the method, and how
  /// they ended.
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
