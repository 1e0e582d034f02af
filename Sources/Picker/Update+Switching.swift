import Accounts
import Canvas

extension Model {
  var isCalling: Bool {
    if case .calling = screen { true } else { false }
  }

  /// Selects an entry and switches to it at once; a jump to nowhere rings.
  mutating func jump(to index: Int?) -> [Effect] {
    guard let index else { return [.ring] }
    list.select(index)
    return begin(index)
  }

  /// What Enter means where the user is.
  mutating func accept() -> [Effect] {
    guard help == nil else {
      help = nil
      return []
    }
    switch screen {
    case .list where list.entries.isEmpty: return [.leave(.demo)]
    case .list: return list.selected.map { begin($0) } ?? [.leave(.nothingMatched)]
    case .confirming(let confirmation): return send(confirmation)
    case .askingCode(let prompt):
      guard let code = prompt.code else { return [.ring] }
      return call(prompt.entry, code: code)
    case .failed(let failure): return call(failure.entry)
    case .calling: return []
    }
  }

  /// One step back; from the bare list, out.
  mutating func back() -> [Effect] {
    guard help == nil else {
      help = nil
      return []
    }
    defer { screen = .list }
    switch screen {
    case .calling, .askingCode: return [.cancelCall]
    case .confirming, .failed: return []
    case .list:
      guard !list.field.isEmpty else { return [.leave(.cancelled)] }
      list.field = TextField("")
      list.filter()
      return []
    }
  }

  private mutating func begin(_ index: Int) -> [Effect] {
    let entry = list.entry(index)
    guard entry.label.confirm else { return call(index) }
    screen = .confirming(Confirmation(entry: index, name: entry.nameToType))
    return []
  }

  private mutating func send(_ confirmation: Confirmation) -> [Effect] {
    if confirmation.isConfirmed { return call(confirmation.entry) }
    var refused = confirmation
    refused.wrong = true
    screen = .confirming(refused)
    return [.ring]
  }

  private mutating func call(_ index: Int, code: String? = nil) -> [Effect] {
    screen = .calling(Call(entry: index, since: now))
    return [.assume(entry: list.entry(index).name, code: code)]
  }
}

extension Entry {
  /// The name as a keyboard can type it, which is what a confirmation asks for.
  fileprivate var nameToType: String {
    let name = name.cleaned
    return name.isEmpty ? label.displayName : name
  }
}
