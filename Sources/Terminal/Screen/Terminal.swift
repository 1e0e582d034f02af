import CPosix
package import Canvas
import Dispatch
import Glibc

/// The terminal, while it is ours: what is on its screen, and what is typed.
///
/// Whatever ends or stops the program, the terminal is given back as it was found; see `hold.c`.
@MainActor
package final class Terminal {
  package enum Event: Sendable, Hashable {
    case key(Key)
    case pasted(String)
    case resized(Size)
    /// We go on after a stop.
    ///
    /// The last frame is on the screen again.
    case resumed
  }

  package private(set) var size: Size
  /// Keys and news, in order.
  ///
  /// It ends when the terminal is closed or gone.
  package let events = Mailbox<Event>()
  package var depth: ColorDepth { curses.palette.depth }

  let file: TerminalFile
  let modes: Modes
  let curses: Curses
  var inks: Inks
  /// What was last asked for, and what of it is on the screen; nil where that is not known.
  var latest: Frame?
  var shown: Frame?
  var isCursorShown = false
  private var input: TerminalInput?
  /// Nil once closed.
  private var wake: WakePipe?
  var isOpen: Bool { wake != nil }

  /// Takes the terminal that we were started from (/dev/tty), wherever the standard streams lead.
  ///
  /// Throws where there is none, or one that cannot show a screen; it is as it was found then.
  package static func open(
    environment: [String: String], color: ColorChoice
  ) throws(TerminalProblem) -> Terminal {
    let file: TerminalFile
    let keys: TerminalFile
    let wake: WakePipe
    do {
      file = try TerminalFile.open()
      // A description of its own, so that only reading does not block.
      keys = try TerminalFile.open(flags: O_RDONLY | O_NONBLOCK)
      wake = try WakePipe()
    } catch {
      throw .noTerminal(reason: error.reason)
    }
    do throws(TerminalProblem) {
      return try Terminal(file, keys, wake, environment: environment, color: color)
    } catch {
      wake.close()
      keys.close()
      file.close()
      throw error
    }
  }

  private init(
    _ file: TerminalFile, _ keys: TerminalFile, _ wake: WakePipe, environment: [String: String],
    color: ColorChoice
  ) throws(TerminalProblem) {
    let term = environment["TERM"] ?? ""
    modes = try Curses.describe(term, file)
    keep(enter: modes.enter, again: modes.again, leave: modes.leave)
    // From here on a signal gives the terminal back; it waits until `switchback_hold` has said what
    // to give back to.
    switchback_arm(Int32(SWITCHBACK_OURS), file.descriptor, wake.writing)
    do throws(TerminalProblem) {
      curses = try Curses(term, file, environment: environment, choice: color)
    } catch {
      switchback_disarm()
      throw error
    }
    file.setRaw()
    file.write(modes.again)
    self.file = file
    inks = Inks(palette: curses.palette)
    size = curses.fit(to: file)
    self.wake = wake
    input = TerminalInput(keys, environment: environment) { [weak self] in self?.heard($0) }
    wake.listen { [weak self] in self?.woken(by: $0) }
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
    wake.stop()
    curses.close()
    file.close()
    events.finish()
  }

  private func heard(_ inputs: [Input]?) {
    guard let inputs else { return events.finish() }
    for input in inputs {
      switch input {
      case .key(let key): events.send(.key(key))
      case .pasted(let text): events.send(.pasted(text))
      }
    }
  }

  private func woken(by reasons: Set<WakePipe.Reason>) {
    guard isOpen else { return }
    let before = size
    size = curses.fit(to: file)
    if reasons.contains(.resumed) {
      curses.forgetScreen()
      isCursorShown = false
      redraw()
      events.send(.resumed)
    }
    if size != before { events.send(.resized(size)) }
  }
}
