import Accounts
import Search
import Text

extension Model {
  /// The details of the selected entry, as far as they are known; nothing where none is selected.
  func detailLines(width: Int, isBrief: Bool) -> [[Span]] {
    guard let row = list.selected else { return sectionLines(width: width) }
    let entry = list.entry(row)
    let details = loadedDetails?.entry == entry ? loadedDetails?.details : nil
    var lines = DetailLines(theme.page, marks, width: width, isBrief: isBrief)
    addRole(of: entry, &lines)
    if isBrief {
      lines.add(
        "Via", brief(entry, details), details.style, fitting: details.isBroken ? .wrapped : nil)
    }
    addOrigin(of: entry, &lines)
    addSession(of: self.row(row, isSelected: true), &lines)
    if isBrief, let details { lines.add("Last used", details.lastUse(at: clock)) }
    addLabel(of: entry, &lines)
    lines.addChain(of: entry, details)
    if let details {
      lines.addUses(details, at: clock)
      if let others = loadedDetails?.others { lines.addOthers(others) }
      // Known at once, but not read in passing, and each cursor key would send all of it.
      lines.addLink(of: entry)
    }
    return lines.lines
  }

  /// What stands under the heading that is selected, since it is folded.
  private func sectionLines(width: Int) -> [[Span]] {
    guard let section = list.section(atLine: list.line) else { return [] }
    let rows = list.order.entries.rows[list.order.sections[section].places]
    let names = rows.prefix(50).map { list.entry(Int($0)).label.displayName.cleaned }
    var lines = DetailLines(theme.page, marks, width: width, isBrief: false)
    lines.addHeading(list.title(of: section), rows.count == 1 ? "1 entry" : "\(rows.count) entries")
    lines.add(names.joined(separator: ", ") + (rows.count > 50 ? marks.ellipsis : ""), \.muted)
    return lines.lines
  }

  /// Now, by the user's clock.
  private var clock: Moment { Moment(now, offset: utcOffset) }

  private func addRole(of entry: Entry, _ lines: inout DetailLines) {
    if let arn = entry.roleARN {
      lines.add("Role", arn.cleaned)
    } else if let role = entry.roleName, let account = entry.accountID {
      lines.add("Role", "\(role) in \(account)")
    } else if let account = entry.accountID {
      lines.add("Account", account)
    }
  }

  /// The name that it is known by, and where that is written; together where there are few lines.
  private func addOrigin(of entry: Entry, _ lines: inout DetailLines) {
    let word = entry.isProfile ? "Profile" : "Entry"
    let name = entry.name.cleaned
    let place = place(of: entry.origin)
    if lines.isBrief {
      lines.add("From", "\(place), \(word.lowercased()) \(name)", fitting: .withoutStart)
    } else {
      lines.add(word, name)
      lines.add("From", place)
    }
  }

  /// The file and the line, the user's home being `~`.
  private func place(of origin: Origin) -> String {
    var file = origin.file
    if homeFolder.hasPrefix("/"), homeFolder.count > 1, file.hasPrefix(homeFolder + "/") {
      file = "~" + file.dropFirst(homeFolder.count)
    }
    return file.cleaned + (origin.line > 0 ? ":\(origin.line)" : "")
  }

  private func addSession(of row: Row, _ lines: inout DetailLines) {
    if let left = row.sessionLeft {
      let end = Moment(now + left, offset: utcOffset)
      lines.add(
        "Session", "until \(end.clock), \(timeLeft(left)) left", left < 600 ? \.warning : \.text)
    } else if row.flags.contains(.login) {
      lines.add("Session", "not logged in to \(row.entry.login?.cleaned ?? "")", \.warning)
    }
  }

  private func addLabel(of entry: Entry, _ lines: inout DetailLines) {
    let access = entry.access.joined(separator: ", ")
    if !lines.isBrief, !access.isEmpty { lines.add("Access", access) }
    if let region = entry.region { lines.add("Region", region) }
    if let group = entry.label.group { lines.add("Group", group) }
  }
}

extension DetailLines {
  /// Other entries of the same account.
  fileprivate mutating func addOthers(_ others: OtherEntries) {
    guard !others.names.isEmpty else { return }
    addHeading("Same account", others.count == 1 ? "1 entry" : "\(others.count) entries")
    for name in others.names { add(name.cleaned) }
    if others.count > others.names.count { add(marks.ellipsis, \.muted) }
  }

  /// The console's link for switching, where it can.
  fileprivate mutating func addLink(of entry: Entry) {
    guard let link = try? entry.switchRoleLink() else { return }
    addHeading("Console")
    add(link)
  }
}
