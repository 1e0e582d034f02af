import Glibc

extension RoleCache {
  /// Removes the credentials that came from Identity Center, by whatever login: the files do not say; gives how many.
  func removeSSO() -> Int {
    jsonFiles(in: folder).map { folder + "/" + $0 }.count { path in
      let json = (try? readWhole(path, limit: 1 << 20)).flatMap { JSONValue($0) }
      return json?["ProviderType"] == .string("sso") && unlink(path) == 0
    }
  }
}
