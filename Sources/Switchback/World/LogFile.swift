import Canvas
import Glibc

/// What takes the lines of `-v`: the file that `SWITCHBACK_LOG` names, else standard error where `-v` was given.
func chosenLog(
  isVerbose: Bool, _ environment: [String: String]
) -> (@Sendable (String) -> Void)? {
  if let path = environment["SWITCHBACK_LOG"], !path.isEmpty {
    return { line in add(line.cleaned, to: path) }
  }
  guard isVerbose else { return nil }
  return { line in writeWhole(Array("switchback: \(line.cleaned)\n".utf8), to: STDERR_FILENO) }
}

/// Adds a line to a file that only its owner can read; one that cannot be written to is left alone.
private func add(_ line: String, to path: String) {
  let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
  guard file >= 0 else { return }
  writeWhole(Array((line + "\n").utf8), to: file)
  close(file)
}
