import AWSConfig
import Canvas
import Foundation

/// Lets the user choose one of several logins from a numbered list on the terminal.
///
/// Throws a `CommandError`: with status 130 for an empty line; without a terminal one that lists the logins.
func chosenLogin(among logins: [SSOLogin], _ world: World) throws -> SSOLogin {
  let names = logins.map { ($0.session ?? $0.startURL).cleaned }
  guard world.prompter.isPossible() else { throw severalLogins(names) }
  let list = zip(1..., logins).map { number, login in
    let address = login.session == nil ? "" : "  \(login.startURL.cleaned)"
    return "  \(number)  \(names[number - 1])\(address)\n"
  }
  world.prompter.show("Logins to IAM Identity Center:\n" + list.joined())
  while true {
    let line: String?
    do { line = try world.prompter.ask("Log in to (1 to \(logins.count)): ", true) } catch {
      throw severalLogins(names)
    }
    let typed = line?.trimmingCharacters(in: .whitespaces) ?? ""
    guard !typed.isEmpty else { throw CommandError.cancelled }
    if let number = Int(typed), logins.indices.contains(number - 1) { return logins[number - 1] }
    if let place = names.firstIndex(of: typed) { return logins[place] }
    world.prompter.show("Type a number from 1 to \(logins.count), or a login's name.\n")
  }
}

private func severalLogins(_ names: [String]) -> CommandError {
  .input("Several logins: name one of \(names.joined(separator: ", ")), or an entry.")
}
