extension FakeAWS {
  /// The accounts in which a person may be something, by their ids.
  func listAccounts(
    of person: Person, _ parameters: Parameters, in center: IdentityCenter
  ) throws(FakeAWSError) -> Answer {
    let names = Dictionary(person.assignments.map { ($0.account, $0.accountName) }) { first, _ in
      first
    }
    let accounts = names.sorted { $0.key < $1.key }.map {
      Account(accountId: $0.key, accountName: $0.value, emailAddress: "\($0.key)@example.com")
    }
    let page = try ListPage(accounts, parameters, atMost: center.pageSize)
    return try Answer(
      json: Accounts(accountList: page.items, nextToken: page.next), caller: person.name)
  }

  /// What a person may be in one account.
  func listAccountRoles(
    of person: Person, _ parameters: Parameters, in center: IdentityCenter
  ) throws(FakeAWSError) -> Answer {
    let account = try parameters.accountID()
    let sets = person.assignments.filter { $0.account == account }.map(\.permissionSet).sorted()
    guard !sets.isEmpty else { throw .noAccess }
    let roles = sets.map { AccountRole(roleName: $0, accountId: account) }
    let page = try ListPage(roles, parameters, atMost: center.pageSize)
    return try Answer(
      json: AccountRoles(roleList: page.items, nextToken: page.next), caller: person.name)
  }
}

private struct Account: Encodable {
  var accountId, accountName, emailAddress: String
}

private struct Accounts: Encodable {
  var accountList: [Account]
  var nextToken: String?
}

private struct AccountRole: Encodable {
  var roleName, accountId: String
}

private struct AccountRoles: Encodable {
  var roleList: [AccountRole]
  var nextToken: String?
}
