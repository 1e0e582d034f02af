import Foundation

/// The logins and their tokens.
struct Logins: Sendable {
  struct Login: Sendable, Hashable {
    let person: Person
    let client: String
  }

  private struct Access: Sendable {
    let login: Int
    let end: Date
  }

  private var logins: [Int: Login] = [:]
  private var access: [String: Access] = [:]
  /// The refresh tokens; each can be used once.
  private var refresh: [String: Int] = [:]
  private var count = 0

  /// Begins a login.
  mutating func begin(_ person: Person, client: String) -> Int {
    count += 1
    logins[count] = Login(person: person, client: client)
    return count
  }

  mutating func add(_ token: String, to login: Int, until end: Date) {
    access[token] = Access(login: login, end: end)
  }

  mutating func addRefresh(_ token: String, to login: Int) {
    refresh[token] = login
  }

  /// Uses a refresh token up; nil if it is used up, unknown, or another client's.
  mutating func redeem(_ token: String, client: String) -> Int? {
    guard let login = refresh[token], logins[login]?.client == client else { return nil }
    refresh[token] = nil
    return login
  }

  func person(of login: Int) -> Person? { logins[login]?.person }

  /// The person of an access token; nil if it is unknown or expired.
  func person(holding token: String, at now: Date) -> Person? {
    access[token].flatMap { $0.end > now ? logins[$0.login]?.person : nil }
  }

  /// Ends the login behind an access token, with all its tokens.
  mutating func end(_ token: String) {
    guard let login = access[token]?.login else { return }
    logins[login] = nil
    access = access.filter { $0.value.login != login }
    refresh = refresh.filter { $0.value != login }
  }
}
