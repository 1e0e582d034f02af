import AWSConfig
import Accounts

extension World {
  /// Removes what earlier runs of ours that were killed have left: drafts of files, and folders of our own.
  ///
  /// To be called when everything else is done, so that nobody waits for it.
  func sweep(folders: Bool) {
    let paths = sharedFilePaths(environment: environment)
    for path in [paths.credentials, paths.config] where !path.isEmpty {
      sweepDrafts(of: path, following: true)
    }
    let caches = AWSFolders(environment: environment)
    for folder in [caches.tokens, caches.roles, caches.logins] {
      sweepDrafts(in: folder) { $0.hasSuffix(".json") }
    }
    guard folders else { return }
    sweepDrafts(of: places.settingsFile, following: true)
    let own = [places.cache, places.cache + "/sessions", places.cache + "/locks", places.runtime]
    for folder in own.compactMap(\.self) { sweepDrafts(in: folder) { _ in true } }
    store.sweep()
    removeAbandonedFolders(environment)
  }
}
