import Foundation
import Glibc

/// Makes an empty file that only its owner can read; throws where one is there.
func makeFile(_ path: String) throws(SystemFault) {
  let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw .latest }
  close(descriptor)
}

/// Gives a file a second name, unless a file of that name is there, which then stays.
func link(_ path: String, as other: String) throws(SystemFault) {
  guard Glibc.link(path, other) == 0 || errno == EEXIST else { throw .latest }
}

/// Renames a damaged database, and what SQLite keeps beside it, after the time; the new name, or nil where
/// another process has done it already.
///
/// Two processes may find the same damage: while the folder is locked, only one sees the file still there.
func setAside(
  _ file: String, ifStill identity: FileIdentity, at time: Date
) throws(SystemFault) -> String? {
  let folder = open((file as NSString).deletingLastPathComponent, O_RDONLY | O_CLOEXEC)
  guard folder >= 0 else { throw .latest }
  defer { close(folder) }
  guard flock(folder, LOCK_EX) == 0 else { throw .latest }
  guard FileIdentity(of: file) == identity else { return nil }
  let aside = freeName("\(file).damaged-\(stamp(time))")
  for suffix in ["-wal", "-shm", ""] where rename(file + suffix, aside + suffix) != 0 {
    guard errno == ENOENT else { throw .latest }
  }
  return aside
}

/// The instant in UTC as `20260131T235959Z`, which sorts, and needs no quoting in a shell.
private func stamp(_ time: Date) -> String {
  let style = Date.ISO8601FormatStyle(
    dateSeparator: .omitted, timeSeparator: .omitted, timeZone: .gmt)
  return time.formatted(style.year().month().day().time(includingFractionalSeconds: false)) + "Z"
}

/// The name itself, or with a number behind it where it is taken.
private func freeName(_ name: String) -> String {
  guard FileIdentity(of: name) != nil else { return name }
  var number = 2
  while FileIdentity(of: "\(name)-\(number)") != nil { number += 1 }
  return "\(name)-\(number)"
}
