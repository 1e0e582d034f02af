import GRDB
import Glibc

extension Store {
  /// The history's file, nil where there is none; throws where that cannot be found out, and where something else than a
  /// file stands in its place or beside it, which SQLite would wait for.
  func identity(
    orThrow fault: (_ file: String, _ reason: String) -> StoreError
  ) throws(StoreError) -> FileIdentity? {
    let identity: FileIdentity?
    let stranger: (path: String, kind: FileKind)?
    do throws(SystemError) {
      (identity, stranger) = (try FileIdentity(of: file), try otherThanFile())
    } catch {
      throw fault(file, error.description)
    }
    if let stranger { throw fault(stranger.path, stranger.kind.sentence) }
    // SQLite would make what the link leads to, and let others read it.
    if identity == nil, let link = danglingLink(in: file) {
      throw fault(file, "the symbolic link \(link) leads nowhere")
    }
    return identity
  }

  /// What stands in the file's place, or beside it, and is no file; nil where all is as it should be.
  private func otherThanFile() throws(SystemError) -> (path: String, kind: FileKind)? {
    for path in [file] + databaseSuffixes.map({ file + $0 }) {
      do {
        let kind = try FileKind(of: path, following: path == file)
        if kind != .file { return (path, kind) }
      } catch {
        guard error.code == ENOENT else { throw error }
      }
    }
    return nil
  }

  /// Removes what processes that were killed have left in the history's folder.
  package func sweep() {
    sweepDrafts(in: folder(of: file))
  }
}

/// What went wrong with a file of SQLite's, for the end of a sentence: SQLite's own words do not say why.
func reason(_ error: any Error, of file: String) -> String {
  guard let error = error as? DatabaseError else { return reason(error) }
  switch error.resultCode {
  case .SQLITE_FULL: return SystemError(code: ENOSPC).description
  case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
    return obstacle(to: file)?.description ?? reason(error as any Error)
  default: return reason(error as any Error)
  }
}

/// What stands in the way of writing a file, as far as it can be found out afterwards.
private func obstacle(to file: String) -> SystemError? {
  let parent = folder(of: file)
  if access(parent, W_OK | X_OK) != 0 { return .latest }
  if access(file, R_OK | W_OK) != 0, errno != ENOENT { return .latest }
  var space = statvfs()
  guard statvfs(parent, &space) == 0, space.f_bavail == 0 else { return nil }
  return SystemError(code: ENOSPC)
}
