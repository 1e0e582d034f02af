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

/// The names of what is in a folder, in no order; none where it cannot be read.
///
/// Foundation's twin brings a megabyte of Foundation into memory.
package func files(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

/// The folder of a path's last part: empty for a name alone.
package func folder(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The bytes of a file where they lie, of which only those that are looked at are read; nil where it cannot be, or
/// has none.
func mapped(_ path: String) -> Data? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var found = stat()
  guard fstat(file, &found) == 0, found.st_mode & S_IFMT == S_IFREG, found.st_size > 0,
    let start = mmap(nil, Int(found.st_size), PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED
  else { return nil }
  return Data(bytesNoCopy: start, count: Int(found.st_size), deallocator: .unmap)
}

/// Makes a folder, and those above it that are missing, for its owner alone.
func makeFolder(_ path: String) throws(SystemFault) {
  guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
  let parent = folder(of: path)
  guard errno == ENOENT, parent != path, !parent.isEmpty else { throw .latest }
  try makeFolder(parent)
  guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .latest }
}
