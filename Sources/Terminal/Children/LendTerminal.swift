import CPosix
import Glibc

/// Runs a shell in the foreground and waits for its end.
///
/// No `Terminal` may be open meanwhile.
///
/// `label` is written to the terminal at the start and whenever the shell continues after a stop,
/// `undo` whenever it stops and at the end. If the shell stops, this process stops too, and its
/// parent gets the terminal. HUP and TERM are passed on. If this process dies for any reason, the
/// shell gets HUP. Without a terminal it runs as `runBeside` does.
package func lendTerminal(
  to child: Child, label: [UInt8], undo: [UInt8]
) throws(SpawnError) -> ChildEnd {
  guard let terminal = try? TerminalFile.open() else { return try runBeside(child) }
  defer { terminal.close() }
  // Without a label the terminal may not support escape sequences.
  let isPlain = label.isEmpty && undo.isEmpty
  storeGuardBytes(
    enter: [], again: isPlain ? [] : Modes.restoreForPrograms + label,
    leave: isPlain ? [] : Modes.resetAfterPrograms + undo)
  switchback_arm(Int32(SWITCHBACK_LENT), terminal.descriptor, -1)
  defer { switchback_disarm() }
  terminal.writeUnhindered(label)
  switchback_hold()
  let pid = try spawn(child, on: terminal, lastSignal: SIGHUP)
  while true {
    if let end = wait(for: pid, stops: true) { return end }
    switchback_stop_beside_child(pid)
  }
}

/// Runs a command in this process group, so that pipelines and Ctrl-Z work as usual, and waits for
/// its end.
///
/// No `Terminal` may be open meanwhile. HUP and TERM are passed on to it. INT and QUIT reach it
/// from the terminal as they reach this process, and the command handles them. If this process is
/// killed, the command gets TERM.
package func runBeside(_ child: Child) throws(SpawnError) -> ChildEnd {
  switchback_arm(Int32(SWITCHBACK_BESIDE), -1, -1)
  defer { switchback_disarm() }
  switchback_hold()
  let pid = try spawn(child, lastSignal: SIGTERM)
  return wait(for: pid, stops: false) ?? .exited(0)
}

/// Waits for a child and returns how it ended; nil if it has only stopped.
private func wait(for pid: pid_t, stops: Bool) -> ChildEnd? {
  var value: Int32 = 0
  switch Int(switchback_wait(pid, stops, &value)) {
  case SWITCHBACK_STOPPED: return nil
  case SWITCHBACK_SIGNALED: return .signaled(value)
  // Another part of the program has reaped it, which should not happen: the status is not known.
  case ..<0: return .exited(1)
  default: return .exited(value)
  }
}
