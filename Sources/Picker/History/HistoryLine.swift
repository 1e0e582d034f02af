import Accounts

/// One row of the history as it is drawn.
struct HistoryLine: Equatable {
  /// Of the table.
  var row: Int
  var recent: SwitchRecord
  var entryState: EntryState
  var isSelected: Bool
  var isMarked: Bool

  /// What has become of the entry.
  enum EntryState: Equatable {
    case exists(Label)
    /// There never was one: the role was typed.
    case role
    case missing
  }

  /// How it ended.
  enum Status: Equatable {
    case running
    case ended(Int)
    /// The shell went on as another entry, or as none.
    case replaced(SwitchRecord.EndReason)
    /// It does not run any more; how it ended is not known.
    case unknown
    /// There was nothing to end, such as where keys were exported.
    case none
  }

  var status: Status {
    if let ending = recent.endReason { return .replaced(ending) }
    if let status = recent.exitStatus { return .ended(status) }
    switch recent.method {
    case .shell, .exec, .each: return recent.isRunning ? .running : .unknown
    case .console, .export: return .none
    }
  }
}

extension HistoryLine {
  /// What stands in a part of the row, before it is cut to its width.
  func text(_ part: HistoryLayout.Part, of table: EntryTable) -> String {
    let text = part.column.field.flatMap { table.text($0, ofRow: row) } ?? ""
    switch part.column {
    case .time: return text.time(part.width)
    case .status: return status.text
    case .name, .account, .role, .how, .region: return text
    }
  }
}

extension HistoryLine.Status {
  var text: String {
    switch self {
    case .running: "running"
    case .ended(0): "exit 0"
    case .ended(let status): "exit \(status)"
    case .replaced(.switched): "switched"
    case .replaced(.off): "off"
    case .unknown: "ended"
    case .none: ""
    }
  }
}

extension String {
  /// A time in so many columns: of `today 2026-01-31 23:59` the part `today 23:59`, or the shortest
  /// that tells it from others, `23:59`, where there is no room for a date and a time.
  fileprivate func time(_ columns: Int) -> String {
    let words = split(separator: " ")
    guard columns < 16 else { return words.count == 3 ? "\(words[0]) \(words[2])" : self }
    return String((words.first == "today" ? words.last : words.first) ?? "")
  }
}
