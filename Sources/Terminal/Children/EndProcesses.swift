import Glibc

/// Kills a process and all that it has started: what descends from it, and what bears its mark.
///
/// What starts others meanwhile is found in the next round. What has both left its parents and cleaned its environment
/// is not found.
func endProcesses(startedBy root: pid_t, bearing mark: ProcessMark) {
  var killed: Set<pid_t> = []
  for _ in 0..<rounds {
    let found = processes(startedBy: root, bearing: mark).subtracting(killed)
    guard !found.isEmpty else { return }
    for process in found { kill(process, SIGKILL) }
    killed.formUnion(found)
  }
}

private let rounds = 20

private func processes(startedBy root: pid_t, bearing mark: ProcessMark) -> Set<pid_t> {
  let all = processNumbers().filter { $0 != getpid() }
  var parents: [pid_t: pid_t] = [:]
  for process in all { parents[process] = parent(of: process) }
  func descends(_ process: pid_t) -> Bool {
    var next: pid_t? = process
    for _ in 0..<all.count + 1 {
      guard let current = next else { return false }
      if current == root { return true }
      next = parents[current]
    }
    return false
  }
  return Set(
    all.filter { process in
      descends(process) || contents("/proc/\(process)/environ").map(mark.isIn) == true
    })
}

private func processNumbers() -> [pid_t] {
  guard let folder = opendir("/proc") else { return [] }
  defer { closedir(folder) }
  var numbers: [pid_t] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if let number = pid_t(name) { numbers.append(number) }
  }
  return numbers
}

/// The fourth column of `stat`; the second is a name, which may hold anything (proc(5)).
private func parent(of process: pid_t) -> pid_t? {
  guard let bytes = contents("/proc/\(process)/stat"),
    let end = bytes.lastIndex(of: UInt8(ascii: ")"))
  else { return nil }
  let columns = bytes[(end + 1)...].split(separator: UInt8(ascii: " "))
  return columns.count > 1 ? pid_t(String(decoding: columns[1], as: UTF8.self)) : nil
}

/// The bytes of a file in /proc; nil where it cannot be read, as of another user's process.
private func contents(_ path: String) -> [UInt8]? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 16_384)
  while true {
    let count = read(file, &piece, piece.count)
    guard count > 0 else { return count == 0 ? bytes : nil }
    bytes += piece[..<count]
  }
}
