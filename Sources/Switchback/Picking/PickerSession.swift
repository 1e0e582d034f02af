import Accounts
import CPosix
import Canvas
import Credentials
import Picker
import Shells
import Terminal
import Text

/// From the picker to a shell and back, as one run of the command.
struct PickerSession: Sendable {
  var request = SwitchRequest()
  var shell = ShellOptions()
  /// `--nest`.
  var nests = false
  /// `--theme`.
  var theme: String?
  var color = ColorChoice.auto
  /// `--mouse`, else the settings'.
  var mouse: Settings.Mouse?
  /// `--accessible`.
  var accessible = false
  /// A sentence for the picker's header.
  var notice = ""
  var purpose = Model.Purpose.switching
  /// What the demo suggests at first; nil outside the demo.
  var lesson: Lesson?
  /// Where the MFA code of a device is to be found, in a sentence; empty outside the demo.
  var codeHint: @Sendable (_ device: String) -> String = { _ in "" }

  /// Opens the picker, then the chosen entry's shell; gives the status to end with.
  func run(query: String, _ world: World) async throws -> Int32 {
    var lesson = lesson
    while true {
      switch try await pick(query, &lesson, world) {
      case .left(.cancelled): return 130
      case .left(.demo): return try await playDemo(world, self)
      case .left(.chosen): return 0
      case .left(.run(let command, let entries)):
        let settings = Configuration.read(in: world).settings
        var status: Int32
        do {
          status = try await runCommand(command, as: entries, settings, world)
        } catch let failure as CommandError where settings.afterExit == .picker {
          world.say(failure.description)
          status = failure.status
        }
        guard settings.afterExit == .picker, waitsForEnter(world) else { return status }
      case .sessionReady(let arrival):
        let status = try await openOrSwitch(arrival, world, wasPicked: true)
        guard arrival.settings.afterExit == .picker, switchableShell(world) == nil else {
          return status
        }
      }
    }
  }

  /// Switches to the entry of that name, without the picker; gives the status to end with.
  func switchDirectly(to name: String, _ switching: Switcher) async throws -> Int32 {
    try await openOrSwitch(try await switching.activate(at: name, request), switching.world)
  }

  /// Has entries marked on the screen for a command to be run as each of them; nil where it was left.
  ///
  /// Throws a `TerminalError` where no screen can be drawn.
  func chooseEntries(for command: String, _ world: World) async throws -> [String]? {
    var trip = self
    trip.purpose = .each(command)
    var lesson: Lesson?
    guard case .left(.chosen(let names)) = try await trip.pickOnScreen("", &lesson, world) else {
      return nil
    }
    return names
  }

  /// Opens the shell of the newest entry in the history that this shell does not hold already.
  func switchBack(_ world: World) async throws -> Int32 {
    let switching = Switcher(world)
    let here = world.environment["SWITCHBACK_ENTRY"]
    guard let name = try world.store.previousEntry(current: here) else {
      throw CommandError.input("No previous entry: the history has no other switch yet.")
    }
    let isEntry = switching.configuration.catalogue.entries.contains { $0.name == name }
    guard isEntry || request.source != nil else {
      throw CommandError.input(
        "The previous switch was to \(name.cleaned), which is not an entry. Run it again with --source."
      )
    }
    var wish = isEntry ? request.withoutSource : request
    wish.choice.isReadOnly = try wish.choice.isReadOnly || world.store.wasReadOnly(name)
    let arrival = try await switching.activate(at: name, wish)
    return try await openOrSwitch(arrival, world)
  }

  /// Has the shell that we were started from become the entry where it can, else opens one; gives the status.
  private func openOrSwitch(
    _ arrival: ActiveSession, _ world: World, wasPicked: Bool = false
  ) async throws -> Int32 {
    guard let here = switchableShell(world) else {
      explainMissingHook(world)
      return try await openShell(for: arrival, world, shell, wasPicked: wasPicked)
    }
    try switchInPlace(to: arrival, here, world)
    return 0
  }

  /// A shell with an active entry was expected to be switched itself.
  private func explainMissingHook(_ world: World) {
    guard !nests, shell == ShellOptions(), let label = ActiveLabel(world.environment) else {
      return
    }
    world.say(
      "This shell cannot be switched itself, since no hook of switchback's is in it (as after `exec`), and stays "
        + "\(label.name): a shell in it is opened, and `exit` comes back.")
  }

  private func switchableShell(_ world: World) -> CallingShell? {
    nests || shell != ShellOptions() ? nil : CallingShell(world)
  }

  /// On a full screen, or in lines where that is wanted or no screen can be drawn.
  private func pick(
    _ query: String, _ lesson: inout Lesson?, _ world: World
  ) async throws -> PickerLoop.Outcome {
    if accessible || world.isAccessible {
      return try await pickInLines(query, because: nil, world)
    }
    do {
      return try await pickOnScreen(query, &lesson, world)
    } catch let problem as TerminalError {
      return try await pickInLines(query, because: problem, world)
    }
  }

  @MainActor
  private func pickOnScreen(
    _ query: String, _ lesson: inout Lesson?, _ world: World
  ) async throws -> PickerLoop.Outcome {
    let terminal = try Terminal.open(environment: world.environment, color: color)
    defer { terminal.close() }
    let catalogue = PickerCatalogue(readOnly: request.choice.isReadOnly, world) {
      terminal.draw(.waiting(terminal.size))
    }
    switchback_drop_code()
    terminal.setMouse(Mouse(mouse ?? catalogue.settings.mouse))
    let chosen = try PickerLook(theme, catalogue.settings, world)
    var model = startingModel(
      catalogue, query: query, look: chosen.look.shown(on: terminal),
      notice: [notice, catalogue.notice, chosen.fault, terminal.remark(world)]
        .first { !$0.isEmpty } ?? "",
      world)
    model.purpose = purpose
    model.lesson = lesson
    let configuration = LatestConfiguration(catalogue.configuration, world)
    let describing = DetailsLoader(
      rest: { try await DetailsLoader.wait(for: DetailsLoader.pause) },
      describe: { [choice = request.choice] name in Details(of: name, choice, world) })
    let editing = EditQueue(configuration, readOnly: request.choice.isReadOnly, world)
    let program = PickerLoop(
      model, on: terminal, becoming: SwitchController(configuration, request, world),
      describing: describing,
      editing: editing, escapeTimeout: max(50, escapeDelay(world.environment)),
      lastCommand: { (try? LastRun.read(in: world))?.line }, codeHint: codeHint)
    let ending = await program.run(catalogue, world)
    lesson = program.model.lesson
    await editing.finish()
    return ending
  }

  private func pickInLines(
    _ query: String, because problem: TerminalError?, _ world: World
  ) async throws -> PickerLoop.Outcome {
    let configuration = Configuration.read(in: world)
    let said = [
      problem?.lineModeNotice, notice.isEmpty ? configurationNotice(configuration) : notice,
    ]
    return try await LineModePicker(configuration, request, world)
      .run(query: query, notices: said.compactMap(\.self).filter { !$0.isEmpty })
  }
}

extension Terminal {
  /// That another terminal's entry is used; empty where it is not.
  fileprivate func remark(_ world: World) -> String {
    standIn.map {
      "TERM is '\(world.environment["TERM"] ?? "")', which has no terminfo entry here; drawn as \($0)"
    } ?? ""
  }
}

extension Frame {
  /// What is shown before anything is known, not even the theme.
  fileprivate static func waiting(_ size: Size) -> Frame {
    var frame = Frame(size)
    frame.put(
      "Reading ~/.aws/config, which is large ...", at: Point(row: 0, column: 1), style: Style())
    return frame
  }
}

extension Look {
  /// Where all colours hang on the terminal's background, that is waited for: else they would change
  /// before the eyes.
  @MainActor
  fileprivate func shown(on terminal: Terminal) -> Look {
    let look = shown(at: terminal.depth)
    let background = terminal.background(
      waitingAtMost: followsTerminal ? .milliseconds(60) : .zero)
    return background.map { look.shown(on: $0) } ?? look
  }
}

extension Mouse {
  fileprivate init(_ setting: Settings.Mouse) {
    self =
      switch setting {
      case .off: .off
      case .wheel: .wheel
      case .full: .full
      }
  }
}
