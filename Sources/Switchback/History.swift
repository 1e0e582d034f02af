import Accounts
import Glibc

/// Runs `body` while the switch is written into the history, and adds the status that it ended with.
///
/// The child need not wait for the disk. A history that cannot be written is said once and stops nothing.
func recorded(
  _ how: Recent.How, _ arrival: Arrival, _ world: World, _ body: () throws -> Int32
) async throws -> Int32 {
  var recent = arrival.recent(how, at: world.now(), world.environment)
  recent.process = ProcessIdentity(getpid())
  let writing = Task.detached { [store = world.store] in Result { try store.record(recent) } }
  let ended = Result { try body() }
  switch await writing.value {
  case .success(let id): if case .success(let status) = ended { finish(id, status, world) }
  case .failure(let error): tellOfHistory(error, world)
  }
  return try ended.get()
}

private func finish(_ id: Int64, _ status: Int32, _ world: World) {
  do { try world.store.finish(id, exitStatus: Int(status)) } catch { tellOfHistory(error, world) }
}

/// Writes a switch into the history; nil, and a word about it, where that fails.
///
/// Where it switches a shell, known by these processes, the switch before it is ended.
@discardableResult
func remembered(
  _ recent: Recent, switching shell: [ProcessIdentity] = [], _ world: World
) -> Int64? {
  do {
    return try world.store.record(recent, switching: shell)
  } catch {
    tellOfHistory(error, world)
    return nil
  }
}

/// Writes into the history what ended the switch of a shell that goes on.
func ended(_ ending: Recent.Ending, _ here: ShellHere, _ world: World) {
  do { try world.store.end(ending, here.processes) } catch { tellOfHistory(error, world) }
}

private func tellOfHistory(_ error: any Error, _ world: World) {
  world.say("The history was not written: \(error) The switch itself is not affected.")
}
