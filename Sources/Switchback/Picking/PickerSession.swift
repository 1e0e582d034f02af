import Accounts
import CPosix
import Canvas
import Credentials
import Picker
import Shells
import Terminal
import Text

/// One run of the command, from the picker to a shell and back.
struct PickerSession: Sendable {
  var request = SwitchRequest()
  var shell = ShellOptions()
  /// `--nest`.
  var nests = false
  /// `--theme`.
  var theme: String?
  var color = ColorChoice.auto
  /// `--mouse`; nil if the settings decide.
  var mouse: Settings.Mouse?
  /// `--accessible`.
  var accessible = false
  /// A sentence for the picker's header.
  var notice = ""
  var purpose = Model.Purpose.switching
  /// The demo's first suggestion; nil outside the demo.
  var lesson: Lesson?
  /// A sentence with the current code of an MFA device; empty outside the demo.
  var codeHint: @Sendable (_ device: String) -> String = { _ in "" }

  /// Opens the picker, then the chosen entry's shell, and gives the exit status.
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
        } catch let error as CommandError where settings.afterExit == .picker {
          world.say(error.description)
          status = error.status
        }
        guard settings.afterExit == .picker, waitsForEnter(world) else { return status }
      case .sessionReady(let activeSession):
        let status = try await openOrSwitch(activeSession, world, wasPicked: true)
        guard activeSession.settings.afterExit == .picker, switchableShell(world) == nil else {
          return status
        }
      }
    }
  }

  /// Switches to the entry with this name, without the picker, and gives the exit status.
  func switchDirectly(to name: String, _ switcher: Switcher) async throws -> Int32 {
    try await openOrSwitch(try await switcher.activate(name, request), switcher.world)
  }

  /// Lets the user mark entries for a command on the screen; nil if the user leaves.
  ///
  /// Throws a `TerminalError` if no screen can be drawn.
  func chooseEntries(for command: String, _ world: World) async throws -> [String]? {
    var session = self
    session.purpose = .each(command)
    var lesson: Lesson?
    guard case .left(.chosen(let names)) = try await session.pickOnScreen("", &lesson, world) else {
      return nil
    }
    return names
  }

  /// Switches to the newest entry in the history that is not active in this shell.
  func switchBack(_ world: World) async throws -> Int32 {
    let switcher = Switcher(world)
    let callingShell = world.environment["SWITCHBACK_ENTRY"]
    guard let name = try world.store.previousEntry(current: callingShell) else {
      throw CommandError.input("No previous entry: the history has no other switch yet.")
    }
    let isEntry = switcher.configuration.catalogue.entries.contains { $0.name == name }
    guard isEntry || request.source != nil else {
      throw CommandError.input(
        "The previous switch was to \(name.cleaned), which is not an entry. Run it again with "
          + "--source."
      )
    }
    var request = isEntry ? request.withoutSource : request
    request.options.isReadOnly = try request.options.isReadOnly || world.store.wasReadOnly(name)
    let activeSession = try await switcher.activate(name, request)
    return try await openOrSwitch(activeSession, world)
  }

  /// Switches the calling shell in place if possible, else opens a shell; gives the exit status.
  private func openOrSwitch(
    _ activeSession: ActiveSession, _ world: World, wasPicked: Bool = false
  ) async throws -> Int32 {
    guard let callingShell = switchableShell(world) else {
      explainMissingHook(world)
      return try await openShell(for: activeSession, world, shell, wasPicked: wasPicked)
    }
    try switchInPlace(to: activeSession, callingShell, world)
    return 0
  }

  /// Explains why a shell with an active entry is not switched in place.
  private func explainMissingHook(_ world: World) {
    guard !nests, shell == ShellOptions(), let label = ActiveLabel(world.environment) else {
      return
    }
    world.say(
      "This shell cannot be switched in place because it does not have Switchback's hook (for "
        + "example after `exec`). \(label.name) stays active in it; this opens a subshell, and "
        + "`exit` returns.")
  }

  private func switchableShell(_ world: World) -> CallingShell? {
    nests || shell != ShellOptions() ? nil : CallingShell(world)
  }

  /// Opens the picker on a full screen, or in lines if that is requested or no screen can be drawn.
  private func pick(
    _ query: String, _ lesson: inout Lesson?, _ world: World
  ) async throws -> PickerLoop.Outcome {
    if accessible || world.isAccessible {
      return try await pickInLines(query, because: nil, world)
    }
    do {
      return try await pickOnScreen(query, &lesson, world)
    } catch let error as TerminalError {
      return try await pickInLines(query, because: error, world)
    }
  }

  @MainActor
  private func pickOnScreen(
    _ query: String, _ lesson: inout Lesson?, _ world: World
  ) async throws -> PickerLoop.Outcome {
    let terminal = try Terminal.open(environment: world.environment, color: color)
    defer { terminal.close() }
    let catalogue = PickerCatalogue(readOnly: request.options.isReadOnly, world) {
      terminal.draw(.waiting(terminal.size))
    }
    switchback_drop_code()
    terminal.setMouse(Mouse(mouse ?? catalogue.settings.mouse))
    let pickerLook = try PickerLook(theme, catalogue.settings, world)
    var model = startingModel(
      catalogue, query: query, look: pickerLook.look.shown(on: terminal),
      notice: [notice, catalogue.notice, pickerLook.problem, terminal.remark(world)]
        .first { !$0.isEmpty } ?? "",
      world)
    model.purpose = purpose
    model.lesson = lesson
    let configuration = LatestConfiguration(catalogue.configuration, world)
    let detailsLoader = DetailsLoader(
      delay: { try await DetailsLoader.wait(for: DetailsLoader.pause) },
      load: { [options = request.options] name in Details(of: name, options, world) })
    let editQueue = EditQueue(configuration, readOnly: request.options.isReadOnly, world)
    let loop = PickerLoop(
      model, on: terminal, switchController: SwitchController(configuration, request, world),
      detailsLoader: detailsLoader, editQueue: editQueue,
      escapeTimeout: max(50, escapeDelay(world.environment)),
      lastCommand: { (try? LastRun.read(in: world))?.line }, codeHint: codeHint)
    let outcome = await loop.run(catalogue, world)
    lesson = loop.model.lesson
    await editQueue.finish()
    return outcome
  }

  private func pickInLines(
    _ query: String, because error: TerminalError?, _ world: World
  ) async throws -> PickerLoop.Outcome {
    let configuration = Configuration.read(in: world)
    let notices = [
      error?.lineModeNotice, notice.isEmpty ? configurationNotice(configuration) : notice,
    ]
    return try await LineModePicker(configuration, request, world)
      .run(query: query, notices: notices.compactMap(\.self).filter { !$0.isEmpty })
  }
}

extension Terminal {
  /// A notice that another terminal's terminfo entry is used; empty if not.
  fileprivate func remark(_ world: World) -> String {
    standIn.map {
      "TERM is '\(world.environment["TERM"] ?? "")', which has no terminfo entry here; drawn as "
        + "\($0)"
    } ?? ""
  }
}

extension Frame {
  /// The frame during a long read, before the theme is known.
  fileprivate static func waiting(_ size: Size) -> Frame {
    var frame = Frame(size)
    frame.put(
      "Reading ~/.aws/config, which is large ...", at: Point(row: 0, column: 1), style: Style())
    return frame
  }
}

extension Look {
  /// The look for a terminal.
  ///
  /// If its colours depend on the terminal's background, waits for that, so that they do not change
  /// visibly.
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
