import Accounts
import Canvas
import Foundation
import Shells

/// Has the shell that we were started from become an entry, says who it is, and writes that into the history.
func switchInPlace(to arrival: Arrival, _ here: ShellHere, _ world: World) throws {
  let delivery: Delivery =
    here.isRefreshing
    ? .process(try arrival.profile(in: here.folder, isProcess: true, world)) : .keys
  let identity = arrival.identity(world.environment, isDeeper: false, delivery: delivery)
  try here.become(
    identity, marks: arrival.settings.terminalMarks(of: arrival.entry, asking: .whereUnknown, world)
  )
  TmuxMark(arrival.settings.marking(of: arrival.entry).tmux, world.environment)?.set(identity)
  remembered(arrival.recent(.shell, at: world.now(), world.environment), world)
  world.say(
    entering(identity, at: world.now(), in: .current, colors: world.labelColors))
}

extension World {
  /// What standard error may show of an entry's colour.
  var labelColors: LabelColors {
    showsProgress ? LabelColors(environment: environment) : .plain
  }
}
