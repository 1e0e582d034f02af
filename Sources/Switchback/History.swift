import Accounts

/// Writes a switch into the history, runs `body`, and adds the status that it ended with.
///
/// A history that cannot be written is said once and stops nothing.
func recorded(
  _ how: Recent.How, _ arrival: Arrival, _ world: World, _ body: () throws -> Int32
) throws -> Int32 {
  let recent = arrival.recent(how, at: world.now(), world.environment)
  let id = remembered(recent, world)
  let status = try body()
  if let id { try? world.store.finish(id, exitStatus: Int(status)) }
  return status
}

/// Writes a switch into the history; nil, and a word about it, where that fails.
@discardableResult
func remembered(_ recent: Recent, _ world: World) -> Int64? {
  do {
    return try world.store.record(recent)
  } catch {
    world.say("The history was not written: \(error)")
    return nil
  }
}
