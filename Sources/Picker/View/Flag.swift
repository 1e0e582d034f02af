import Accounts

/// What is special about an entry, in a few letters of its row, those first that matter most before a switch.
enum EntryFlag: CaseIterable {
  case broken, login, confirm, readOnly, mfa, doubtful

  var text: String {
    switch self {
    case .broken: "broken"
    case .login: "login"
    case .confirm: "!"
    case .readOnly: "ro"
    case .mfa: "mfa"
    case .doubtful: "?"
    }
  }

  /// The same where there is hardly any room.
  private var short: String {
    switch self {
    case .broken: "err"
    case .login: "log"
    case .confirm, .readOnly, .mfa, .doubtful: text
    }
  }

  /// What the legend says of it.
  var meaning: String {
    switch self {
    case .broken: "cannot be switched to; the details say why"
    case .login: "needs a login; switching starts it"
    case .confirm: "requires confirmation"
    case .readOnly: "read-only"
    case .mfa: "asks for an MFA code"
    case .doubtful: "some of its settings are ignored; the details say which"
    }
  }

  /// The columns that the flags of an entry have: enough for all but a login with much else.
  static let columns = 6
  /// What they have in a list of so many columns.
  static func leastColumns(_ columns: Int) -> Int { columns < 50 ? 3 : 5 }

  /// As many of the flags as there is room for.
  static func text(of flags: [EntryFlag], columns: Int) -> String {
    guard let first = flags.first else { return "" }
    let start = first.text.count <= columns ? first.text : first.short
    return flags.dropFirst().reduce(start) { text, flag in
      text.count + 1 + flag.text.count <= columns ? text + " " + flag.text : text
    }
  }
}

extension Model {
  /// The flags of an entry, as far as they are known.
  func flags(of entry: Entry) -> [EntryFlag] {
    if entry.trouble == .unusable { return [.broken] }
    let needsLogin = sessionLeft(of: entry) == nil && entry.login.map(loggedOut.contains) == true
    return EntryFlag.allCases.filter { flag in
      switch flag {
      case .broken: false
      case .login: needsLogin
      case .confirm: entry.label.confirm
      case .readOnly: entry.label.readOnly
      case .mfa: entry.hasMFA
      case .doubtful: entry.trouble == .doubtful
      }
    }
  }
}
