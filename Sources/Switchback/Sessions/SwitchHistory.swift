import Accounts
import Glibc

/// Runs `body` while the switch is written to the history, and adds the exit status to the record.
///
/// The child does not wait for the disk. If the history cannot be written, a message is printed
/// once.
func withHistoryRecord(
  _ how: SwitchRecord.Method, _ activeSession: ActiveSession, _ world: World,
  _ body: () throws -> Int32
) async throws -> Int32 {
  var recent = activeSession.recent(how, at: world.now(), world.environment)
  recent.process = ProcessIdentity(getpid())
  let writing = Task.detached { [store = world.store] in Result { try store.record(recent) } }
  let ended = Result { try body() }
  switch await writing.value {
  case .success(let id): if case .success(let status) = ended { finish(id, status, world) }
  case .failure(let error): reportHistoryError(error, world)
  }
  return try ended.get()
}

private func finish(_ id: Int64, _ status: Int32, _ world: World) {
  do { try world.store.finish(id, exitStatus: Int(status)) } catch {
    reportHistoryError(error, world)
  }
}

/// Writes a switch to the history.
///
/// If that fails, prints a message and gives nil.
///
/// For a switch in place, `shell` is the shell's processes, whose previous switch is ended.
@discardableResult
func recordSwitch(
  _ recent: SwitchRecord, switching shell: [ProcessIdentity] = [], _ world: World
) -> Int64? {
  do {
    return try world.store.record(recent, switching: shell)
  } catch {
    reportHistoryError(error, world)
    return nil
  }
}

/// Writes to the history why the switch of a shell has ended.
func recordEnd(_ reason: SwitchRecord.EndReason, _ shell: CallingShell, _ world: World) {
  do { try world.store.end(reason, shell.processes) } catch { reportHistoryError(error, world) }
}

private func reportHistoryError(_ error: any Error, _ world: World) {
  world.say("The history was not written: \(error) The switch itself is not affected.")
}
