import Glibc

/// The part of a path that is a link to what is not there, as where a folder of settings is not mounted; nil where
/// none is.
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
