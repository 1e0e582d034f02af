import Accounts
import Search
import Text

extension Model {
  /// The lines of the selected entry's details, as far as they are known.
  ///
  /// If a heading is selected, they list its entries. If nothing is selected, there are none.
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
      // The link needs no loading, but drawing it at each cursor key would send many bytes.
      lines.addLink(of: entry)
    }
    return lines.lines
  }

  /// The entries under the selected heading, which is folded.
  private func sectionLines(width: Int) -> [[Span]] {
    guard let section = list.section(atLine: list.line) else { return [] }
    let rows = list.order.entries.rows[list.order.sections[section].places]
    let names = rows.prefix(50).map { list.entry(Int($0)).label.displayName.cleaned }
    var lines = DetailLines(theme.page, marks, width: width, isBrief: false)
    lines.addHeading(list.title(of: section), rows.count == 1 ? "1 entry" : "\(rows.count) entries")
    lines.add(names.joined(separator: ", ") + (rows.count > 50 ? marks.ellipsis : ""), \.muted)
    return lines.lines
  }

  /// The current time in the user's time zone.
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

  /// Adds the entry's name and its file.
  ///
  /// The brief form puts both on one line.
  private func addOrigin(of entry: Entry, _ lines: inout DetailLines) {
    let noun = entry.isProfile ? "Profile" : "Entry"
    let name = entry.name.cleaned
    let place = place(of: entry.origin)
    if lines.isBrief {
      lines.add("From", "\(place), \(noun.lowercased()) \(name)", fitting: .withoutStart)
    } else {
      lines.add(noun, name)
      lines.add("From", place)
    }
  }

  /// The file and the line, with `~` for the user's home folder.
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
  /// Adds the other entries of the same account.
  fileprivate mutating func addOthers(_ others: OtherEntries) {
    guard !others.names.isEmpty else { return }
    addHeading("Same account", others.count == 1 ? "1 entry" : "\(others.count) entries")
    for name in others.names { add(name.cleaned) }
    if others.count > others.names.count { add(marks.ellipsis, \.muted) }
  }

  /// Adds the console's switch-role link, if the entry can have one.
  fileprivate mutating func addLink(of entry: Entry) {
    guard let link = try? entry.switchRoleLink() else { return }
    addHeading("Console")
    add(link)
  }
}
