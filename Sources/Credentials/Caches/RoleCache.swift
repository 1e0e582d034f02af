package import Foundation
import Secrets

/// The AWS CLI's cache of role credentials, `~/.aws/cli/cache`, a file each.
package struct RoleCache: Sendable {
  let folder: String
  /// `share_with_aws_cli`: role sessions of ours are written there too.
  let isShared: Bool

  package init(folder: String, isShared: Bool = false) {
    self.folder = folder
    self.isShared = isShared
  }
}

extension RoleCache {
  /// The credentials that are cached under a place's name, if a quarter of an hour of them is left.
  ///
  /// Whatever the AWS CLI would stumble over, damage or a time without a zone, is as if it were not there.
  package func credentials(at place: RoleCacheEntry, _ now: Date) -> IssuedCredentials? {
    guard let bytes = try? readWhole(folder + "/" + place.file, limit: 1 << 20),
      let found = JSONValue(bytes).flatMap(IssuedCredentials.init),
      (found.keys.expiration ?? now).timeIntervalSince(now) >= Session.leastRemaining
    else { return nil }
    guard let account = found.accountID, let asked = place.accountID else { return found }
    return account == asked ? found : nil
  }

  /// Writes credentials down for the AWS CLI, where that is wished; no failure stops anyone.
  package func keep(_ granted: IssuedCredentials, at place: RoleCacheEntry) {
    guard isShared, let json = granted.json(isSSO: place.isSSO) else { return }
    try? writePrivately(
      Array(pythonJSON(json, spaced: true).utf8), to: folder + "/" + place.file)
  }
}
