import Accounts
import Canvas

extension Model {
  /// The entry whose details are to be found out once the cursor rests on it; nil where all that is shown is known.
  package var wantsDetails: String? {
    guard let row = list.selected, layout(size).details != nil else { return nil }
    let entry = list.entry(row)
    return loadedDetails?.entry == entry ? nil : entry.name
  }

  /// Keeps what was found out, unless the cursor has gone on.
  mutating func show(_ details: Details, of name: String) {
    guard let row = list.selected, selectedName == name else { return }
    let entry = list.entry(row)
    loadedDetails = LoadedDetails(
      entry: entry, details: details.cleaned,
      others: entry.accountID.map { otherEntries(of: $0, besides: row) })
  }

  /// Other entries of an account, the first of them by their display names.
  private func otherEntries(of account: String, besides row: Int) -> OtherEntries {
    let rows = list.table.rows(ofAccount: account).filter { $0 != row }
    return OtherEntries(
      names: rows.prefix(6).map { list.entry($0).label.displayName }, count: rows.count)
  }

  mutating func toggleDetails() -> [Effect] {
    showsDetails.toggle()
    guard showsDetails, layout(size).details == nil else { return [] }
    return refuse("There is no room for the details: they need 24 rows, or a wider window.")
  }

  mutating func scrollDetails(_ motion: Motion) -> [Effect] {
    guard let pane = detailsPane(size), let name = selectedName else { return [.ring] }
    let top = motion.applied(to: pane.top, page: max(1, pane.rows), count: pane.lastTop + 1)
    detailsScroll = DetailsScroll(entry: name, top: top)
    return []
  }

  var selectedName: String? { list.selected.map { list.entry($0).name } }
}

/// How far the details of an entry are scrolled; another's begin at their first line.
struct DetailsScroll: Equatable, Sendable {
  var entry: String
  /// The first line shown.
  var top: Int
}

extension Model {
  mutating func copy(_ what: Copying) -> [Effect] {
    guard let row = list.selected else { return [.ring] }
    do {
      let text = try list.entry(row).text(what)
      remark = "copied \(text.cleaned)"
      return [.copy(text)]
    } catch {
      return refuse("\(error)")
    }
  }

  /// Refuses a key, and says why.
  private mutating func refuse(_ why: String) -> [Effect] {
    remark = why
    return [.ring]
  }
}

extension Entry {
  /// What is copied of the entry; throws a sentence where there is no such thing.
  fileprivate func text(_ what: Copying) throws -> String {
    switch what {
    case .account:
      guard let accountID else { throw NotAvailableError(what: "No account ID for this entry.") }
      return accountID
    case .role:
      guard let roleARN else { throw NotAvailableError(what: "No role ARN for this entry.") }
      return roleARN.cleaned
    case .link: return try switchRoleLink()
    }
  }
}

/// What is not there to be copied.
private struct NotAvailableError: Error, CustomStringConvertible {
  var description: String

  init(what description: String) { self.description = description }
}
