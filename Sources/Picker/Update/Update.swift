import Canvas
import Search
import Text

extension Model {
  /// Processes a message and returns the effects to perform, in order.
  package mutating func update(_ message: Message) -> [Effect] {
    defer { finishUpdate() }
    switch message {
    case .key(let key): return defersInput(message) ? [] : press(key)
    case .typed(let characters): return type(characters)
    case .pasted(let text): return defersInput(message) ? [] : paste(text)
    case .scrolled(let lines): return scroll(lines)
    case .clicked(let point): return click(point)
    case .doubleClicked(let point): return click(point) + acceptClick(point)
    case .resized(let size): self.size = size
    case .background(let color): look = look.shown(on: color)
    case .lightScheme(let isLight): look = look.shown(onLight: isLight)
    case .ticked(let now): return tick(now)
    case .sessionsLoaded(let sessions, let loggedOut):
      self.sessions = sessions
      self.loggedOut = loggedOut
      list.updateSessions(held: sessions.filter { $1 > now }.map(\.key), loggedOut: loggedOut)
    case .detailsLoaded(let entry, let details): show(details, of: entry)
    case .codeNeeded(let entry, let device, let reason, let hint):
      askCode(entry, device, reason, hint)
    case .loginChanged(let notice): show(login: notice)
    case .called(let role, let account, let attempt): show(role, in: account, attempt: attempt)
    case .progress(let text): show(progress: text)
    case .callCancelled: return cancelCall()
    case .failed(let entry, let text): show(failure: text, of: entry)
    case .labelLoaded(let sources): return fillEditor(sources)
    case .edited(let edit, let table): return finishEdit(edit, table)
    case .editFailed(let entry, let text): show(editFailure: text, of: entry)
    case .undone(let table): finishUndoing(table)
    case .undoFailed(let text): show(undoFailure: text)
    case .entriesChecked(let table): show(table)
    case .entriesReloaded(let table, let notice): show(table, notice: notice)
    case .pinned(let pins): show(pins: pins)
    case .pinFailed(let text): show(pinFailure: text)
    case .history(let update): handle(update)
    case .changed(let what): showRemark(what)
    case .lastCommand(let command): offer(lastCommand: command)
    }
    return []
  }

  private mutating func finishUpdate() {
    showNewTable()
    let rows = layout(size).list.count
    list.showHeadings(rows >= 8)
    list.scroll(toShowSelectionIn: rows)
    changeHistory { $0.scroll(toShowSelectionIn: rows) }
  }

  /// The current context of keys.
  var context: KeyContext {
    // In vi mode bare keys move through the help.
    if help != nil { return keymap.isVi ? .text : .help }
    switch screen {
    case .list where history != nil: return mode == .command ? .historyCommand : .history
    case .list: return list.isEmpty ? .empty : mode == .command ? .command : .list
    case .palette: return .palette
    case .jumping: return .jump
    case .choosingOptions, .editing: return .form
    case .confirming, .askingCode, .confirmingDeletion, .enteringCommand: return .field
    case .calling: return .call
    case .failed: return .text
    }
  }

  /// Whether keys act on the list itself.
  var isOnList: Bool { [KeyContext].lists.contains(context) }

  /// Whether keys act on the history itself.
  var isOnHistory: Bool { [KeyContext].histories.contains(context) }

  /// The action of a key.
  ///
  /// `?` opens the help too while the query is empty.
  func action(for key: Key, in context: KeyContext) -> Action? {
    if key == Key(.character("?")), opensHelpByMark(in: context) { return .help }
    return keymap.action(for: key, in: context)
  }

  /// Whether a question mark opens the help, because the query is empty.
  func opensHelpByMark(in context: KeyContext) -> Bool {
    switch context {
    case .list: list.field.isEmpty
    case .history: history?.field.isEmpty == true
    case .empty: true
    case .command, .historyCommand, .field, .form, .call, .text, .help, .palette, .jump: false
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    remark = ""
    let context = context
    if let action = action(for: key, in: context) { return perform(action, key) }
    if context == .jump { return typeLabel(key) }
    guard let text = key.text else { return [] }
    return [KeyContext].commands.contains(context) ? [.ring] : type(text)
  }

  /// Performs an action of a key or the palette.
  mutating func perform(_ action: Action, _ key: Key? = nil) -> [Effect] {
    switch action {
    case .quit: return (isCalling ? [.cancelCall] : []) + [.leave(.cancelled)]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .help: help = help == nil ? Help() : nil
    case .back: return back()
    case .accept: return accept()
    case .move(let motion): move(motion)
    case .edit(let edit): apply(edit)
    case .filter: mode = .filter
    case .recent, .previous: return switchToRecent(to: action, key)
    case .options: return openOptions()
    case .readOnly: return switchReadOnly()
    default: return history == nil ? performOnList(action) : performOnHistory(action)
    }
    return []
  }
}

extension Model {
  /// Goes one step back.
  ///
  /// From the list without a query it quits.
  mutating func back() -> [Effect] {
    guard help == nil else {
      help = nil
      return []
    }
    switch screen {
    case .list where history != nil: backFromHistory()
    case .list: return backFromList()
    case .palette(let palette): screen = palette.screenBelow
    case .choosingOptions, .editing, .confirming, .failed, .jumping, .confirmingDeletion,
      .enteringCommand:
      screen = .list
    case .calling, .askingCode:
      screen = .list
      return [.cancelCall]
    }
    return []
  }

  private mutating func backFromList() -> [Effect] {
    if historyState != .closed {
      historyState = .closed
    } else if keymap.isVi, mode == .filter {
      mode = .command
    } else if !list.field.isEmpty {
      list.clear()
    } else if let typed = role {
      role = nil
      list.field = TextField(typed.text)
      list.filter()
    } else if actsOnMarked {
      list.marked = []
    } else {
      return [.leave(.cancelled)]
    }
    return []
  }
}

extension Model {
  /// Shows a remark until the next key.
  mutating func showRemark(_ sentence: String) {
    remark = sentence
  }

  /// Shows a new table of entries once no switch is running, since a switch identifies its entry by
  /// row.
  mutating func show(_ table: EntryTable) {
    newTable = table
    showNewTable()
  }

  /// Shows the current entries in place of outdated ones.
  mutating func show(_ table: EntryTable, notice: String) {
    isOutdated = false
    self.notice = notice.cleaned
    show(table)
  }

  mutating func showNewTable() {
    guard let table = newTable else { return }
    switch screen {
    case .list, .editing:
      list.replace(table)
      newTable = nil
    default: break
    }
  }
}
