package import Foundation
import Glibc

/// The names in a folder, in no order, none if it does not exist; throws if it cannot be read.
///
/// Foundation's function loads a megabyte of Foundation into memory.
package func files(in folder: String) throws(SystemError) -> [String] {
  guard let stream = opendir(folder) else {
    guard errno == ENOENT else { throw .latest }
    return []
  }
  defer { closedir(stream) }
  return names(in: stream)
}

/// The last component of a path.
package func lastPart(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
  return String(path[path.utf8.index(after: slash)...])
}

/// The folder of a path's last component: empty for a name alone.
package func folder(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The bytes of a file, mapped into memory so that only used pages are read; nil if it cannot be
/// mapped or is empty.
package func mapped(_ path: String) -> Data? {
  let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var found = stat()
  guard fstat(file, &found) == 0, found.st_mode & S_IFMT == S_IFREG, found.st_size > 0,
    let start = mmap(nil, Int(found.st_size), PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED
  else { return nil }
  return Data(bytesNoCopy: start, count: Int(found.st_size), deallocator: .unmap)
}

/// Makes a folder and its missing parents, with access for the owner only.
package func makeFolder(_ path: String) throws(SystemError) {
  guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
  let parent = folder(of: path)
  guard errno == ENOENT, parent != path, !parent.isEmpty else { throw .latest }
  try makeFolder(parent)
  guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .latest }
}

/// The part of a path that is a link to a missing target, such as an unmounted folder of settings;
/// nil if there is none.
package func danglingLink(in path: String) -> String? {
  var part = path
  while !part.isEmpty, part != "/" {
    var found = stat()
    if lstat(part, &found) == 0 {
      let isDangling = found.st_mode & S_IFMT == S_IFLNK && stat(part, &found) != 0
      return isDangling ? part : nil
    }
    part = folder(of: part)
  }
  return nil
}
