import CPosix
package import Canvas
import Glibc

/// The terminal, while it is ours: what is on its screen, and what is typed.
///
/// Whatever ends or stops the program, the terminal is given back as it was found; see `hold.c`.
@MainActor
package final class Terminal {
  package internal(set) var size: Size
  package var depth: ColorDepth { curses.palette.depth }

  let file: TerminalFile
  let keys: TerminalFile
  private(set) var modes: Modes
  let curses: Curses

  var colorPairs: ColorPairs
  /// What was last asked for, and what of it is on the screen; nil where that is not known.
  var latest: Frame?
  var shown: Frame?
  var isCursorShown = false

  /// Who is told what happens, and what happened before anybody was.
  var listener: (@MainActor ([Event]?) -> Void)?
  var pendingEvents: [Event] = []
  var clicks = Clicks()
  /// Nil only in `init`.
  private(set) var input: TerminalInput?

  /// The terminal whose terminfo entry is used, since the one that `TERM` names has none here; else nil.
  package let standIn: String?
  let canBeAsked: Bool
  /// The modes of which the terminal has not said yet whether they were on before us.
  var modesAsked: Set<Int>
  /// Until when the answer to a question may come.
  var answerDue: ContinuousClock.Instant?
  var knownBackground: Color?

  /// Nil once closed.
  private(set) var wake: WakePipe?
  var isOpen: Bool { wake != nil }
  /// Somebody else has it for a while.
  var isLent = false

  /// Takes the terminal that we were started from (/dev/tty), wherever the standard streams lead.
  ///
  /// Throws where there is none, or one that cannot show a screen; it is as it was found then.
  package static func open(
    environment: [String: String], color: ColorChoice
  ) throws(TerminalError) -> Terminal {
    let file: TerminalFile
    let keys: TerminalFile
    let wake: WakePipe
    // Dispatch ends the program where it gets none.
    if switchback_lacks_descriptors(16) { throw .noTerminal(reason: "too many files are open") }
    do {
      file = try TerminalFile.open()
      // A description of its own, so that only reading does not block.
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
    // From here on a signal gives the terminal back; it waits until `switchback_hold` has said what
    // to give back to.
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
      patience: escapeDelay(environment),
      isAnswerDue: { [weak self] in self?.isAnswerDue == true }
    ) { [weak self] in self?.handle($0) }
    file.setRaw()
    // Answers come while the first frame is made.
    if canBeAsked { expectAnswer(true) }
    file.write(
      (canBeAsked ? TerminalQueries.first + TerminalQueries.colors : []) + modes.once + modes.again)
    switchback_hold()
  }

  /// Stops the program, and whatever else runs in its job, as Ctrl-Z does in a shell.
  package func suspend() {
    kill(0, SIGTSTP)
  }

  /// Gives the terminal back as it was found.
  ///
  /// A second time does nothing.
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

  /// Writes a whole sequence, which no signal cuts in two; nothing while the terminal is not ours.
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

/// Leaves the byte strings where signal handlers find them.
func storeGuardBytes(_ modes: Modes) {
  storeGuardBytes(enter: modes.enter, again: modes.again, leave: modes.leave)
}

extension Terminal {
  /// Leaves the terminal, as it was found, to somebody else, until `takeBack`; false where it is closed
  /// or lent already.
  ///
  /// What is drawn meanwhile is shown then, and what is typed is not read here.
  package func lend() -> Bool {
    guard isOpen, !isLent else { return false }
    isLent = true
    input?.pause()
    switchback_disarm()
    return true
  }

  /// Takes the terminal again, which is as `lend` left it, and shows the last frame.
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
