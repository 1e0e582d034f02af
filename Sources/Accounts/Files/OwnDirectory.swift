package import Glibc

/// An open folder that is ours, known by its descriptor and not by its name.
package struct OwnDirectory: ~Copyable {
  package let descriptor: CInt

  /// Opens it; nil where it is a link, another's, or its mode has one of the bits that are forbidden.
  package init?(_ path: String, in parent: CInt = AT_FDCWD, forbidding bits: mode_t = 0o077) {
    let file = openat(
      parent, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    var found = stat()
    guard fstat(file, &found) == 0, found.st_uid == geteuid(),
      found.st_mode & bits == 0
    else {
      close(file)
      return nil
    }
    descriptor = file
  }

  deinit { close(descriptor) }

  /// To be called last by whoever needs it open, or locked, until then.
  package consuming func release() {}
}

extension OwnDirectory {
  /// The names in it; none where they cannot be read.
  package var names: [String] { namesInFolder(descriptor) }
}

/// The names in an open folder, in no order; none where they cannot be read.
func namesInFolder(_ descriptor: CInt) -> [String] {
  // A description of its own, with a place of its own in the list.
  let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard copy >= 0 else { return [] }
  guard let stream = fdopendir(copy) else {
    close(copy)
    return []
  }
  defer { closedir(stream) }
  return names(in: stream)
}

/// The rest of the names of an open folder.
func names(in stream: OpaquePointer) -> [String] {
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}
