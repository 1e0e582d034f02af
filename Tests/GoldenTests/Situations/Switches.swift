import Accounts
import Foundation
import Picker
import Search

/// The history has been read.
let historyIsRead = Step.then(
  "the history is read", .history(.read(HistoryTable(switches, now: now, offset: { _ in 3_600 }))))

/// Two months of typical switches.
private let switches = (0..<40).map { number in
  let entry = company[number * 5 % company.count]
  let isGone = number % 9 == 4
  let how: [SwitchRecord.Method] = [.shell, .shell, .exec, .each, .console, .export]
  var recent = SwitchRecord(
    entry: isGone ? "old-crm" : entry.name,
    displayName: isGone ? "Customer relations" : entry.label.displayName,
    accountID: entry.accountID, roleName: entry.roleName, region: entry.region,
    date: Date(timeIntervalSince1970: Double(now - 600 - number * number * 4_000)),
    method: how[number % 6], exitStatus: number == 0 ? nil : [0, 0, 130, 1][number % 4])
  recent.isRunning = number == 0
  return HistoryRow(id: Int64(100 - number), record: recent)
}
