import CPosix
import Credentials
import Foundation
import Picker
import Search
import Terminal

/// The loop: draw, wait for an event, update the model, perform its effects.
///
///     keys, resizes ──► receive ──► model.update ──► effects ──► perform ──┐
///                          ▲                                               │
///                          └────────────────── messages ───────────────────┘
@MainActor
final class PickerLoop {
  enum Outcome: Sendable {
    case left(CloseReason)
    case sessionReady(ActiveSession)
  }

  private(set) var model: Model
  private var drawn = RowCache()
  let terminal: Terminal
  var switchController: SwitchController
  private let detailsLoader: DetailsLoader
  private let editQueue: EditQueue
  /// The timeout of Escape in milliseconds, while the user answers a program's question.
  let escapeTimeout: Int
  private let lastCommand: @Sendable () -> String?
  let codeHint: (_ device: String) -> String
  private var historyWriter: HistoryWriter?
  var call: Task<Void, Never>?
  /// The number of calls so far, so that messages of a cancelled call are ignored.
  var calls = 0
  /// The continuation of `run`; nil before it waits, and after the end.
  var waiter: CheckedContinuation<Outcome, Never>?

  init(
    _ model: Model, on terminal: Terminal, switchController: SwitchController,
    detailsLoader: DetailsLoader, editQueue: EditQueue, escapeTimeout: Int,
    lastCommand: @escaping @Sendable () -> String?,
    codeHint: @escaping (_ device: String) -> String
  ) {
    self.model = model
    self.terminal = terminal
    self.switchController = switchController
    self.detailsLoader = detailsLoader
    self.editQueue = editQueue
    self.escapeTimeout = escapeTimeout
    self.lastCommand = lastCommand
    self.codeHint = codeHint
  }

  /// Runs until an entry's session is ready or the user leaves.
  func run(_ catalogue: PickerCatalogue, _ world: World) async -> Outcome {
    _ = model.update(.resized(terminal.size))
    draw()
    let sources = [
      Task.detached {
        switchback_drop_code()
        _ = catalogue.table.warm()
      }, Task { await checkEntries(catalogue, world) },
      Task { await loadSessions(catalogue, world) },
      Task { await tick(world) }, Task { await reread(catalogue, world) },
    ]
    historyWriter = HistoryWriter(world) { [weak self] in self?.receive([.history($0)]) }
    defer { (sources + [call].compactMap(\.self)).forEach { $0.cancel() } }
    defer { detailsLoader.stop() }
    let outcome = await withCheckedContinuation { continuation in
      self.waiter = continuation
      terminal.listen { [weak self] in self?.receive($0, catalogue, world) }
    }
    await historyWriter?.finish()
    return outcome
  }

  /// Updates the model with messages that arrived together, and draws once.
  func receive(_ messages: [Message]) {
    guard waiter != nil else { return }
    for message in messages {
      for effect in model.update(message) {
        if let outcome = perform(effect) { return end(outcome) }
      }
    }
    draw()
  }

  /// Draws the screen, and requests the details that it shows.
  private func draw() {
    terminal.draw(model.view(terminal.size, &drawn))
    detailsLoader.request(model.wantsDetails) { [weak self] in self?.receive([$0]) }
  }

  func end(_ outcome: Outcome) {
    waiter?.resume(returning: outcome)
    waiter = nil
  }

  private func perform(_ effect: Effect) -> Outcome? {
    switch effect {
    case .assume(let entry, let code, let options):
      begin(
        PickedEntry(
          name: entry, source: nil, options: options, isConfirmed: model.asksForName(of: entry)),
        code)
    case .assumeRole(let reference, let source, let code, let options):
      begin(
        PickedEntry(
          name: reference, source: source, options: options,
          isConfirmed: model.asksForName(of: source)), code)
    case .cancelCall: cancelCall()
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    case .ring: terminal.ring()
    case .readLastCommand: readLastCommand()
    case .readHistory, .forget, .restore: historyWriter?.perform(effect)
    case .copy(let text): terminal.copy(text)
    case .changeMouse:
      terminal.setMouse(terminal.mouse.next)
      _ = model.update(.changed("mouse: \(terminal.mouse)"))
    case .readLabel, .edit, .undo, .pin:
      editQueue.add(effect) { [weak self] in self?.receive([$0]) }
    case .leave(let reason): return .left(reason)
    }
    return nil
  }

  private func readLastCommand() {
    Task { [lastCommand] in
      if let last = await Task.detached(operation: lastCommand).value {
        receive([.lastCommand(last)])
      }
    }
  }
}

extension PickerLoop {
  private func receive(
    _ events: [Terminal.Event]?, _ catalogue: PickerCatalogue, _ world: World
  ) {
    guard let events else { return end(.left(.cancelled)) }
    // After a stop (Ctrl-Z), the old screen is shown first.
    if events.contains(.resumed) { detailsLoader.stop() }
    receive(messages(of: events))
    // Another terminal may have obtained a session meanwhile.
    if events.contains(.focused(true)) { Task { await loadSessions(catalogue, world) } }
  }

  /// Loads the ends of the cached sessions, after the first paint, since it reads a file per
  /// session.
  private func loadSessions(_ catalogue: PickerCatalogue, _ world: World) async {
    let (ends, loggedOut) = await Task.detached {
      (world.heldSessions, world.endedLogins(among: Set(catalogue.table.logins)))
    }.value
    receive([.sessionsLoaded(sessions: ends, loggedOut: loggedOut)])
  }

  /// Reads changed files that are too large to be read before the first paint.
  private func reread(_ catalogue: PickerCatalogue, _ world: World) async {
    guard catalogue.isOutdated else { return }
    let new = await Task.detached { catalogue.reread(world) }.value
    receive([.entriesReloaded(new.table, notice: new.notice)])
    await checkEntries(new, world)
  }

  /// Checks the entries for problems, after the first paint.
  private func checkEntries(_ catalogue: PickerCatalogue, _ world: World) async {
    if let table = await Task.detached(operation: { catalogue.checkEntries(world) }).value {
      receive([.entriesChecked(table)])
    }
  }

  private func tick(_ world: World) async {
    while (try? await Task.sleep(for: .seconds(1))) != nil {
      receive([.ticked(now: Int(world.now().timeIntervalSince1970))])
    }
  }
}
