extension RoleCache {
  /// Removes the credentials that came from Identity Center, by whatever login: the files do not say; gives how many.
  func removeSSO() -> PartialResult<Int> {
    let names = jsonFiles(in: folder)
    var removed = PartialResult(value: 0, problems: names.problems)
    for path in names.value.map({ folder + "/" + $0 }) {
      do {
        let json = try readWholeIfThere(path, limit: 1 << 20).flatMap { JSONValue($0) }
        guard json?["ProviderType"] == .string("sso") else { continue }
        if try removeFile(path) { removed.value += 1 }
      } catch {
        removed.problems.append("\(error)")
      }
    }
    return removed
  }
}
