import Accounts
import Foundation
import Picker
import Search

/// The time zone is UTC+1, in summer UTC+2: the time is 23:13 on 14 November 2023.
func offset(_ second: Int) -> Int { second < 1_698_541_200 ? 7_200 : 3_600 }

let hour = 3_600
let day = 24 * hour

/// A switch some seconds ago, with defaults for everything that a test does not check.
func past(
  _ id: Int64, _ entry: String, _ display: String? = nil, ago: Int,
  account: String? = "111111111111",
  role: String? = "Admin", region: String? = "eu-central-1", how: SwitchRecord.Method = .shell,
  status: Int? = 0, ending: SwitchRecord.EndReason? = nil, isRunning: Bool? = nil
) -> HistoryRow {
  var recent = SwitchRecord(
    entry: entry, displayName: display ?? entry, accountID: account, roleName: role,
    region: region, date: Date(timeIntervalSince1970: Double(1_700_000_000 - ago)), method: how,
    exitStatus: status, endReason: ending)
  recent.isRunning = isRunning ?? (status == nil && ending == nil)
  return HistoryRow(id: id, record: recent)
}

let fiveSwitches = [
  past(9, "prod", "Production, admin", ago: hour, status: nil),
  past(7, "dev", "Development", ago: 20 * hour, account: "111111111112", how: .exec, status: 7),
  past(
    5, "crm", "Old CRM", ago: 30 * hour, account: "222222222222", region: "us-east-1", how: .each),
  past(
    4, auditor, "Auditor", ago: 3 * day, account: "333333333333", role: "Auditor", how: .export,
    status: nil),
  past(2, "prod", "Production, admin", ago: 100 * day, region: "us-east-1", status: 130),
]

let auditor = "arn:aws:iam::333333333333:role/audit/Auditor"

/// The message that a history has been read.
func read(_ rows: [HistoryRow], at now: Int = 1_700_000_000) -> Message {
  .history(.read(HistoryTable(rows, now: now, offset: offset)))
}

/// A picker in which the history is open.
func opened(_ rows: [HistoryRow] = fiveSwitches, over model: Model = model()) throws -> Model {
  var model = try typing("<alt-h>", into: model).model
  _ = model.update(read(rows))
  return model
}
