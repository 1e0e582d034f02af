import Canvas
import Glibc

/// What takes the lines of `-v`: standard error where it was given, and the file that `SWITCHBACK_LOG` names.
func chosenLog(
  isVerbose: Bool, _ environment: [String: String]
) -> (@Sendable (String) -> Void)? {
  let path = environment["SWITCHBACK_LOG"] ?? ""
  guard isVerbose || !path.isEmpty else { return nil }
  return { line in
    let line = line.cleaned + "\n"
    if !path.isEmpty { add(line, to: path) }
    if isVerbose { writeWhole(Array("switchback: \(line)".utf8), to: STDERR_FILENO) }
  }
}

/// Adds to a file, which is made readable by its owner alone where it is not there; one that cannot be written to is left alone.
private func add(_ line: String, to path: String) {
  let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
  guard file >= 0 else { return }
  writeWhole(Array(line.utf8), to: file)
  close(file)
}
