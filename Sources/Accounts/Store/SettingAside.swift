import Foundation
import Glibc

/// Renames a damaged database, and what SQLite keeps beside it, after the time; the new name, or nil where
/// another process has done it already.
func setAside(
  _ file: String, ifStill identity: FileIdentity, at time: Date
) throws -> String? {
  try withFolderLock(folderOf: file, .exclusive) {
    guard try FileIdentity(of: file) == identity else { return nil }
    let aside = try freeName("\(file)\(setAsideMark)\(stamp(time))")
    for suffix in ["-wal", "-shm", ""] where rename(file + suffix, aside + suffix) != 0 {
      guard errno == ENOENT else { throw SystemError.latest }
    }
    return aside
  }
}

/// What stands between a history's name and the time at which it was set aside.
let setAsideMark = ".damaged-"

/// The instant in UTC as `20260131T235959Z`, which sorts, and needs no quoting in a shell.
private func stamp(_ time: Date) -> String {
  let style = Date.ISO8601FormatStyle(
    dateSeparator: .omitted, timeSeparator: .omitted, timeZone: .gmt)
  return time.formatted(style.year().month().day().time(includingFractionalSeconds: false)) + "Z"
}

/// The name itself, or with a number behind it where it is taken.
private func freeName(_ name: String) throws(SystemError) -> String {
  guard try FileIdentity(of: name) != nil else { return name }
  var number = 2
  while try FileIdentity(of: "\(name)-\(number)") != nil { number += 1 }
  return "\(name)-\(number)"
}
