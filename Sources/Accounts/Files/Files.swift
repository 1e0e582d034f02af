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

/// Makes a folder, and those above it that are missing, for its owner alone.
func makeFolder(_ path: String) throws(SystemFault) {
  guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
  let parent = (path as NSString).deletingLastPathComponent
  guard errno == ENOENT, parent != path, !parent.isEmpty else { throw .latest }
  try makeFolder(parent)
  guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .latest }
}
