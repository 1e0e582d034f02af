import Canvas

extension Model {
  /// Takes in what happened, and gives what is to be done about it, in order.
  package mutating func update(_ message: Message) -> [Effect] {
    defer { settle() }
    switch message {
    case .key(let key): return keepsForLater(message) ? [] : press(key)
    case .typed(let characters): return type(characters)
    case .pasted(let text): return keepsForLater(message) ? [] : paste(text)
    case .scrolled(let lines): return scroll(lines)
    case .clicked(let point): return click(point)
    case .doubleClicked(let point): return click(point) + acceptClick(point)
    case .resized(let size): self.size = size
    case .background(let color): look = look.shown(on: color)
    case .lightScheme(let isLight): look = look.shown(onLight: isLight)
    case .ticked(let now): return tick(now)
    case .learnt(let sessions, let loggedOut):
      self.sessions = sessions
      self.loggedOut = loggedOut
      list.learn(held: sessions.filter { $1 > now }.map(\.key), loggedOut: loggedOut)
    case .described(let entry, let details): show(details, of: entry)
    case .codeNeeded(let entry, let device, let why): askCode(entry, device, why)
    case .loginNews(let notice): show(login: notice)
    case .progress(let text): show(progress: text)
    case .givenUp: return giveUpCall()
    case .failed(let entry, let text): show(failure: text, of: entry)
    case .labelRead(let sources): return fill(sources)
    case .edited(let edit, let table): return finish(edit, table)
    case .editFailed(let entry, let text): show(editFailure: text, of: entry)
    case .undone(let table): finishUndoing(table)
    case .undoFailed(let text): show(undoFailure: text)
    case .judged(let table): show(table)
    case .reread(let table, let notice): show(table, notice: notice)
    case .pinned(let pins): show(pins: pins)
    case .pinFailed(let text): show(pinFailure: text)
    case .history(let news): take(news)
    }
    return []
  }

  private mutating func settle() {
    showNewTable()
    let rows = layout(size).list.count
    list.showHeadings(rows >= 8)
    list.scroll(toShowSelectionIn: rows)
    changeHistory { $0.scroll(toShowSelectionIn: rows) }
  }

  /// Where keys are pressed now.
  var context: Context {
    if help != nil { return .text }
    switch screen {
    case .list where history != nil: return .history
    case .list: return list.isEmpty ? .empty : mode == .command ? .command : .list
    case .palette: return .palette
    case .jumping: return .jump
    case .choosing, .editing: return .form
    case .confirming, .askingCode, .forgetting: return .field
    case .calling: return .call
    case .failed: return .text
    }
  }

  /// The row of the entry that has a key for its own, whatever else the key may mean on the list.
  func rowOfKey(_ key: Key) -> Int? {
    guard key.modifiers == .alt, case .character(let character) = key.base else { return nil }
    return list.shortcuts[character]
  }

  /// True where keys are for the list itself.
  var isOnList: Bool { [Context].lists.contains(context) }

  private mutating func press(_ key: Key) -> [Effect] {
    remark = ""
    if isOnList, let row = rowOfKey(key) { return jump(to: row) }
    let context = context
    if let action = keymap.action(for: key, in: context) { return perform(action, key) }
    if context == .jump { return typeLabel(key) }
    guard let text = key.text else { return [] }
    return context == .command ? [.ring] : type(text)
  }

  /// Does what a key, or the palette, asks for.
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
    case .recent: return jump(to: key?.digit.flatMap { list.recents.dropFirst($0 - 1).first })
    case .previous: return jump(to: list.previous)
    case .options: return openOptions()
    case .readOnly: return switchReadOnly()
    default: return history == nil ? performOnList(action) : performOnHistory(action)
    }
    return []
  }
}
