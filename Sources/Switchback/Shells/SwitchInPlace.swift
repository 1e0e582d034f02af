import Accounts
import Canvas
import Credentials
import Foundation
import Shells

/// Has the shell that we were started from become an entry and say who it is, and writes that into the history.
func switchInPlace(to arrival: ActiveSession, _ here: CallingShell, _ world: World) throws {
  let world = world.withClock(arrival.plan.settings)
  let delivery: DeliveryMethod =
    here.isRefreshing
    ? .process(try arrival.writeProfile(in: here.folder, isProcess: true, world)) : .keys
  var identity = arrival.identity(world.environment, isDeeper: false, delivery: delivery)
  identity.clock = world.shellClock
  try here.activate(
    identity,
    marks: arrival.settings.terminalMarks(of: arrival.entry, asking: .whereUnknown, world),
    saying: world.wrapped(openingLine(identity, at: world.now(), in: .current)))
  TmuxMark(arrival.settings.marks(of: arrival.entry).tmux, world.environment)?.set(identity)
  var recent = arrival.recent(.shell, at: world.now(), world.environment)
  recent.process = ProcessIdentity(world.parent)
  recordSwitch(recent, switching: here.processes, world)
  world.reportClock(evenIfKnown: true)
}

extension World {
  /// The clock that a shell looks at; nil where it agrees with AWS's.
  var shellClock: ShellClock? {
    clock.offset.map { ShellClock(ahead: $0.ahead, setting: $0.setting) }
  }

  /// A sentence that a shell says later, broken at words where standard error leads to a terminal.
  func wrapped(_ sentence: String) -> String {
    errorLook().map { sentence.wrappedAtWords(to: $0.columns) } ?? sentence
  }
}
