import Accounts
import CPosix
import Credentials
import Foundation
import Picker
import Terminal

/// The loop: draw, wait for something to happen, update, perform what the update asks for.
///
///     keys, resizes ──► hear ──► model.update ──► effects ──► perform ──┐
///                         ▲                                            │
///                         └───────────── what came of them ────────────┘
@MainActor
final class Program {
  enum Ending: Sendable {
    case left(Leaving)
    case arrived(Arrival)
  }

  private(set) var model: Model
  private var drawn = DrawnRows()
  private let terminal: Terminal
  private var becoming: Becoming
  private let describing: Describing
  private let editing: Editing
  /// In milliseconds, of who answers a program's question.
  private let escapePatience: Int
  private let lastCommand: @Sendable () -> String?
  private let codeHint: (_ device: String) -> String
  private var remembering: Remembering?
  private var call: Task<Void, Never>?
  /// How many calls there have been: news of one that was given up is not for the next.
  private var calls = 0
  /// Where `run` waits; nil before, and once the end has come.
  private var ended: CheckedContinuation<Ending, Never>?

  init(
    _ model: Model, on terminal: Terminal, becoming: Becoming, describing: Describing,
    editing: Editing, escapePatience: Int, lastCommand: @escaping @Sendable () -> String?,
    codeHint: @escaping (_ device: String) -> String
  ) {
    self.model = model
    self.terminal = terminal
    self.becoming = becoming
    self.describing = describing
    self.editing = editing
    self.escapePatience = escapePatience
    self.lastCommand = lastCommand
    self.codeHint = codeHint
  }

  /// Runs until an entry's session is there or the user leaves.
  func run(_ catalogue: PickerCatalogue, _ world: World) async -> Ending {
    _ = model.update(.resized(terminal.size))
    draw()
    let sources = [
      Task.detached {
        switchback_drop_code()
        _ = catalogue.table.warm()
      }, Task { await judge(catalogue, world) }, Task { await learn(catalogue, world) },
      Task { await tick(world) }, Task { await reread(catalogue, world) },
    ]
    remembering = Remembering(world) { [weak self] in self?.hear([.history($0)]) }
    defer { (sources + [call].compactMap(\.self)).forEach { $0.cancel() } }
    defer { describing.stop() }
    let ending = await withCheckedContinuation { ended in
      self.ended = ended
      terminal.listen { [weak self] in self?.hear($0, catalogue, world) }
    }
    await remembering?.finish()
    return ending
  }

  /// Takes in what came together, and draws once.
  private func hear(_ messages: [Message]) {
    guard ended != nil else { return }
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
    describing.want(model.wantsDetails) { [weak self] in self?.hear([$0]) }
  }

  private func end(_ ending: Ending) {
    ended?.resume(returning: ending)
    ended = nil
  }

  private func perform(_ effect: Effect) -> Ending? {
    switch effect {
    case .assume(let entry, let code, let choice):
      begin(
        Order(
          name: entry, source: nil, choice: choice, isConfirmed: model.asksForName(of: entry)),
        code)
    case .assumeRole(let reference, let source, let code, let choice):
      begin(
        Order(
          name: reference, source: source, choice: choice,
          isConfirmed: model.asksForName(of: source)), code)
    case .cancelCall: giveUp()
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    case .ring: terminal.ring()
    case .readLastCommand: readLastCommand()
    case .readHistory, .forget, .restore: remembering?.perform(effect)
    case .copy(let text): terminal.copy(text)
    case .changeMouse:
      terminal.setMouse(terminal.mouse.next)
      _ = model.update(.changed("mouse: \(terminal.mouse)"))
    case .readLabel, .edit, .undo, .pin:
      editing.begin(effect) { [weak self] in self?.hear([$0]) }
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

  private func giveUp() {
    call?.cancel()
    becoming.forget()
  }

  private func begin(_ order: Order, _ code: String?) {
    call?.cancel()
    calls += 1
    let entry = order.source ?? order.name
    call = Task { [number = calls] in
      let tell: @Sendable (Message) -> Void = { message in
        Task { @MainActor in self.hear(message, ofCall: number) }
      }
      let lending = lending(for: entry, ofCall: number, escapePatience: escapePatience) {
        tell(.progress($0))
      }
      let outcome = await becoming.become(order, code: code, lending: lending, tell: tell)
      guard !Task.isCancelled else { return }
      switch outcome {
      case .arrived(let arrival): end(.arrived(arrival))
      case .codeNeeded(let request):
        hear([
          .codeNeeded(
            entry: entry, device: request.device, why: CodeReason(request.reason),
            hint: codeHint(request.device))
        ])
      case .failed(let sentence): hear([.failed(entry: entry, sentence)])
      }
    }
  }
}

/// A program that a call runs asks at the terminal.
extension Program {
  /// False where the call was given up meanwhile.
  func leaveScreen(ofCall number: Int) -> Bool {
    number == calls && ended != nil && call?.isCancelled == false && terminal.lend()
  }

  func comeBack(_ ending: TerminalLender.Ending) {
    guard ending != .interrupted else {
      giveUp()
      // The screen is left already.
      return end(.left(.cancelled))
    }
    terminal.takeBack()
    if ending == .escaped { hear([.givenUp]) }
  }
}

extension Program {
  private func hear(_ message: Message, ofCall number: Int) {
    if number == calls { hear([message]) }
  }

  private func hear(
    _ events: [Terminal.Event]?, _ catalogue: PickerCatalogue, _ world: World
  ) {
    guard let events else { return end(.left(.cancelled)) }
    // After a stop (Ctrl-Z) the screen is shown as it was.
    if events.contains(.resumed) { describing.stop() }
    hear(messages(of: events))
    // Another terminal may have got a session meanwhile.
    if events.contains(.focused(true)) { Task { await learn(catalogue, world) } }
  }

  /// Which sessions are held is found out after the first paint: it reads a file each.
  private func learn(_ catalogue: PickerCatalogue, _ world: World) async {
    let (ends, loggedOut) = await Task.detached {
      (world.heldSessions, world.endedLogins(among: Set(catalogue.table.logins)))
    }.value
    hear([.learnt(sessions: ends, loggedOut: loggedOut)])
  }

  /// Reads what has changed in files too large to be read before the first paint.
  private func reread(_ catalogue: PickerCatalogue, _ world: World) async {
    guard catalogue.isOutdated else { return }
    let new = await Task.detached { catalogue.reread(world) }.value
    hear([.reread(new.table, notice: new.notice)])
    await judge(new, world)
  }

  /// What is wrong with entries is looked at after the first paint, and kept with them.
  private func judge(_ catalogue: PickerCatalogue, _ world: World) async {
    if let table = await Task.detached(operation: { catalogue.judge(world) }).value {
      hear([.judged(table)])
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
      case .first: .first
      case .wrong: .wrong
      case .maybeUsed: .maybeUsed
      }
  }
}
