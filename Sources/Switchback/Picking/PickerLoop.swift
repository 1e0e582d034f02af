import CPosix
import Credentials
import Foundation
import Picker
import Search
import Terminal

/// The loop: draw, wait for something to happen, update, perform what the update asks for.
///
///     keys, resizes ──► hear ──► model.update ──► effects ──► perform ──┐
///                         ▲                                            │
///                         └───────────── what came of them ────────────┘
@MainActor
final class PickerLoop {
  enum Outcome: Sendable {
    case left(CloseReason)
    case sessionReady(ActiveSession)
  }

  private(set) var model: Model
  private var drawn = RowCache()
  private let terminal: Terminal
  private var switchController: SwitchController
  private let detailsLoader: DetailsLoader
  private let editQueue: EditQueue
  /// In milliseconds, of who answers a program's question.
  private let escapeTimeout: Int
  private let lastCommand: @Sendable () -> String?
  private let codeHint: (_ device: String) -> String
  private var historyWriter: HistoryWriter?
  private var call: Task<Void, Never>?
  /// How many calls there have been: news of one that was given up is not for the next.
  private var calls = 0
  /// Where `run` waits; nil before, and once the end has come.
  private var waiter: CheckedContinuation<Outcome, Never>?

  init(
    _ model: Model, on terminal: Terminal, becoming: SwitchController, describing: DetailsLoader,
    editing: EditQueue, escapeTimeout: Int, lastCommand: @escaping @Sendable () -> String?,
    codeHint: @escaping (_ device: String) -> String
  ) {
    self.model = model
    self.terminal = terminal
    self.switchController = becoming
    self.detailsLoader = describing
    self.editQueue = editing
    self.escapeTimeout = escapeTimeout
    self.lastCommand = lastCommand
    self.codeHint = codeHint
  }

  /// Runs until an entry's session is there or the user leaves.
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
    historyWriter = HistoryWriter(world) { [weak self] in self?.hear([.history($0)]) }
    defer { (sources + [call].compactMap(\.self)).forEach { $0.cancel() } }
    defer { detailsLoader.stop() }
    let ending = await withCheckedContinuation { ended in
      self.waiter = ended
      terminal.listen { [weak self] in self?.hear($0, catalogue, world) }
    }
    await historyWriter?.finish()
    return ending
  }

  /// Takes in what came together, and draws once.
  private func hear(_ messages: [Message]) {
    guard waiter != nil else { return }
    for message in messages {
      for effect in model.update(message) {
        if let ending = perform(effect) { return end(ending) }
      }
    }
    draw()
  }

  /// What is shown decides on what else there is to know.
  private func draw() {
    terminal.draw(model.view(terminal.size, &drawn))
    detailsLoader.request(model.wantsDetails) { [weak self] in self?.hear([$0]) }
  }

  private func end(_ ending: Outcome) {
    waiter?.resume(returning: ending)
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
      editQueue.add(effect) { [weak self] in self?.hear([$0]) }
    case .leave(let leaving): return .left(leaving)
    }
    return nil
  }

  private func readLastCommand() {
    Task { [lastCommand] in
      if let last = await Task.detached(operation: lastCommand).value {
        hear([.lastCommand(last)])
      }
    }
  }

  private func cancelCall() {
    call?.cancel()
    switchController.cancelPending()
  }

  private func begin(_ order: PickedEntry, _ code: String?) {
    call?.cancel()
    calls += 1
    let entry = order.source ?? order.name
    call = Task { [number = calls] in
      let tell: @Sendable (Message) -> Void = { message in
        Task { @MainActor in self.hear(message, ofCall: number) }
      }
      let lending = terminalAccess(for: entry, ofCall: number, escapeTimeout: escapeTimeout) {
        tell(.progress($0))
      }
      let outcome = await switchController.performSwitch(
        order, code: code, lending: lending, tell: tell)
      guard !Task.isCancelled else { return }
      switch outcome {
      case .sessionReady(let arrival): end(.sessionReady(arrival))
      case .codeNeeded(let request):
        hear([
          .codeNeeded(
            entry: entry, device: request.device, reason: CodeReason(request.reason),
            hint: codeHint(request.device))
        ])
      case .failed(let sentence): hear([.failed(entry: entry, sentence)])
      }
    }
  }
}

/// A program that a call runs asks at the terminal.
extension PickerLoop {
  /// False where the call was given up meanwhile.
  func leaveScreen(ofCall number: Int) -> Bool {
    number == calls && waiter != nil && call?.isCancelled == false && terminal.lend()
  }

  func returnToScreen(_ ending: TerminalLender.Outcome) {
    guard ending != .interrupted else {
      cancelCall()
      // The screen is left already.
      return end(.left(.cancelled))
    }
    terminal.takeBack()
    if ending == .escaped { hear([.callCancelled]) }
  }
}

extension PickerLoop {
  private func hear(_ message: Message, ofCall number: Int) {
    if number == calls { hear([message]) }
  }

  private func hear(
    _ events: [Terminal.Event]?, _ catalogue: PickerCatalogue, _ world: World
  ) {
    guard let events else { return end(.left(.cancelled)) }
    // After a stop (Ctrl-Z) the screen is shown as it was.
    if events.contains(.resumed) { detailsLoader.stop() }
    hear(messages(of: events))
    // Another terminal may have got a session meanwhile.
    if events.contains(.focused(true)) { Task { await loadSessions(catalogue, world) } }
  }

  /// Which sessions are held is found out after the first paint: it reads a file each.
  private func loadSessions(_ catalogue: PickerCatalogue, _ world: World) async {
    let (ends, loggedOut) = await Task.detached {
      (world.heldSessions, world.endedLogins(among: Set(catalogue.table.logins)))
    }.value
    hear([.sessionsLoaded(sessions: ends, loggedOut: loggedOut)])
  }

  /// Reads what has changed in files too large to be read before the first paint.
  private func reread(_ catalogue: PickerCatalogue, _ world: World) async {
    guard catalogue.isOutdated else { return }
    let new = await Task.detached { catalogue.reread(world) }.value
    hear([.entriesReloaded(new.table, notice: new.notice)])
    await checkEntries(new, world)
  }

  /// What is wrong with entries is looked at after the first paint, and kept with them.
  private func checkEntries(_ catalogue: PickerCatalogue, _ world: World) async {
    if let table = await Task.detached(operation: { catalogue.checkEntries(world) }).value {
      hear([.entriesChecked(table)])
    }
  }

  private func tick(_ world: World) async {
    while (try? await Task.sleep(for: .seconds(1))) != nil {
      hear([.ticked(now: Int(world.now().timeIntervalSince1970))])
    }
  }
}

extension CodeReason {
  fileprivate init(_ reason: CodeRequest.Reason) {
    self =
      switch reason {
      case .first: .firstRequest
      case .wrong: .refused
      case .maybeUsed: .maybeUsed
      }
  }
}
