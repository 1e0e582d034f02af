import CPosix
package import Canvas
import Glibc

/// The terminal while Switchback uses it: its screen and its input.
///
/// Whatever ends or stops the program, the terminal is given back as it was found; see
/// `terminal_guard.c`.
@MainActor
package final class Terminal {
  package internal(set) var size: Size
  package var depth: ColorDepth { curses.palette.depth }

  let file: TerminalFile
  let keys: TerminalFile
  private(set) var modes: Modes
  let curses: Curses

  var colorPairs: ColorPairs
  /// The frame to show, and the frame on the screen; nil if that is not known.
  var latest: Frame?
  var shown: Frame?
  var isCursorShown = false

  /// The handler of events, and the events that arrived before there was one.
  var listener: (@MainActor ([Event]?) -> Void)?
  var pendingEvents: [Event] = []
  var clicks = Clicks()
  /// Nil only during `init`.
  private(set) var input: TerminalInput?

  /// The terminal whose terminfo entry is used because the one in `TERM` has none here; otherwise
  /// nil.
  package let standIn: String?
  let canBeAsked: Bool
  /// The modes for which the terminal has not reported yet whether they were on before.
  var modesAsked: Set<Int>
  /// The time until which an answer may arrive.
  var answerDue: ContinuousClock.Instant?
  var knownBackground: Color?

  /// Nil once the terminal is closed.
  private(set) var wake: WakePipe?
  var isOpen: Bool { wake != nil }
  /// Whether the terminal is lent to another program.
  var isLent = false

  /// Opens the controlling terminal (/dev/tty), whatever the standard streams are.
  ///
  /// It throws if there is none, or if it cannot show a screen. The terminal is then left as it
  /// was.
  package static func open(
    environment: [String: String], color: ColorChoice
  ) throws(TerminalError) -> Terminal {
    let file: TerminalFile
    let keys: TerminalFile
    let wake: WakePipe
    // Dispatch ends the program if it gets no descriptor.
    if switchback_lacks_descriptors(16) { throw .noTerminal(reason: "too many files are open") }
    do {
      file = try TerminalFile.open()
      // A separate file description, so that only reading is non-blocking.
      keys = try TerminalFile.open(flags: O_RDONLY | O_NONBLOCK)
      wake = try WakePipe()
    } catch {
      throw .noTerminal(reason: error.reason)
    }
    do throws(TerminalError) {
      return try Terminal(file, keys, wake, environment, color)
    } catch {
      wake.close()
      keys.close()
      file.close()
      throw error
    }
  }

  private init(
    _ file: TerminalFile, _ keys: TerminalFile, _ wake: WakePipe, _ environment: [String: String],
    _ color: ColorChoice
  ) throws(TerminalError) {
    (self.file, self.keys, self.wake) = (file, keys, wake)
    canBeAsked = TerminalQueries.canBeAsked(environment)
    modesAsked = canBeAsked ? [2004, 1036] : []
    let description = try TerminalDescription.find(environment, file)
    modes = description.modes
    let term = description.environment["TERM"]
    standIn = term == environment["TERM"] ? nil : term
    storeGuardBytes(modes)
    // From here on a signal gives the terminal back, once `switchback_hold` has stored the settings
    // to return to.
    switchback_arm(Int32(SWITCHBACK_OURS), file.descriptor, wake.writing)
    do throws(TerminalError) {
      curses = try Curses(file, description, color)
    } catch {
      switchback_disarm()
      throw error
    }
    colorPairs = ColorPairs(palette: curses.palette)
    size = curses.fit(to: file)
    input = TerminalInput(
      keys, decoder: KeyDecoder(description.keys),
      keyTimeout: escapeDelay(environment),
      isAnswerDue: { [weak self] in self?.isAnswerDue == true }
    ) { [weak self] in self?.handle($0) }
    file.setRaw()
    // The answers arrive while the first frame is drawn.
    if canBeAsked { expectAnswer(true) }
    file.write(
      (canBeAsked ? TerminalQueries.first + TerminalQueries.colors : []) + modes.once + modes.again)
    switchback_hold()
  }

  /// Stops the program and the rest of its job, as Ctrl-Z does in a shell.
  package func suspend() {
    kill(0, SIGTSTP)
  }

  /// Gives the terminal back as it was found.
  ///
  /// A second call does nothing.
  package func close() {
    guard let wake else { return }
    self.wake = nil
    switchback_disarm()
    input?.stop()
    wake.close()
    curses.close()
    file.close()
    listener = nil
  }

  /// Writes a whole sequence, which no signal interrupts.
  ///
  /// It writes nothing while the terminal is lent or closed.
  func send(_ bytes: [UInt8]) {
    guard isOpen, !isLent, !bytes.isEmpty, switchback_begin() else { return }
    file.write(bytes)
    switchback_end()
  }

  func changeModes(_ change: (inout Modes) -> Void) {
    guard !isLent else { return change(&modes) }
    let isOurs = switchback_begin()
    change(&modes)
    storeGuardBytes(modes)
    if isOurs { switchback_end() }
  }
}

/// Stores the byte strings for the signal handlers.
func storeGuardBytes(_ modes: Modes) {
  storeGuardBytes(enter: modes.enter, again: modes.again, leave: modes.leave)
}

extension Terminal {
  /// Lends the terminal, as it was found, to another program until `takeBack`.
  ///
  /// It returns false if it is closed or lent already. Frames drawn meanwhile are shown afterwards,
  /// and typed input is not read here.
  package func lend() -> Bool {
    guard isOpen, !isLent else { return false }
    isLent = true
    input?.pause()
    switchback_disarm()
    return true
  }

  /// Takes the terminal back, which is as `lend` left it, and shows the last frame.
  package func takeBack() {
    guard isOpen, isLent, let wake else { return }
    storeGuardBytes(modes)
    switchback_arm(Int32(SWITCHBACK_OURS), file.descriptor, wake.writing)
    file.setRaw()
    file.write(modes.enter + modes.again)
    switchback_hold()
    isLent = false
    input?.resume()
    handleWake(by: [.resumed])
  }
}
