import Accounts
import Glibc

/// Runs `body` while the switch is written into the history, and adds the status that it ended with.
///
/// The child need not wait for the disk. A history that cannot be written is said once and stops nothing.
func withHistoryRecord(
  _ how: SwitchRecord.Method, _ arrival: ActiveSession, _ world: World, _ body: () throws -> Int32
) async throws -> Int32 {
  var recent = arrival.recent(how, at: world.now(), world.environment)
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

/// Writes a switch into the history; nil, and a word about it, where that fails.
///
/// Where it switches a shell, known by these processes, the switch before it is ended.
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

/// Writes into the history what ended the switch of a shell that goes on.
func recordEnd(_ ending: SwitchRecord.EndReason, _ here: CallingShell, _ world: World) {
  do { try world.store.end(ending, here.processes) } catch { reportHistoryError(error, world) }
}

private func reportHistoryError(_ error: any Error, _ world: World) {
  world.say("The history was not written: \(error) The switch itself is not affected.")
}
