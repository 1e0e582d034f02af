import Accounts
import Canvas

extension Model {
  mutating func pin() -> [Effect] {
    list.selected.map { togglePin(of: list.entry($0).name) } ?? [.ring]
  }

  mutating func togglePin(of name: String) -> [Effect] {
    let isPinned = list.pins.contains(name)
    showRemark("\(isPinned ? "unpinned" : "pinned"): \(displayName(of: name))")
    return change(
      pins: isPinned ? .remove(name) : .put(name, at: list.pins.count), of: name, word: "pin")
  }

  /// Past the pinned entry before or behind, of those that are there.
  mutating func movePin(_ motion: Motion) -> [Effect] {
    guard let row = list.selected, let place = list.pinned.firstIndex(of: row)
    else { return [.ring] }
    let other = motion == .up ? place - 1 : place + 1
    guard list.pinned.indices.contains(other),
      let goal = list.pins.firstIndex(of: list.entry(list.pinned[other]).name)
    else { return [.ring] }
    let name = list.entry(row).name
    return change(pins: .put(name, at: goal), of: name, word: "move")
  }

  /// Changes the pins in a way that can be taken back.
  private mutating func change(
    pins change: PinChange, of entry: String, word: String
  ) -> [Effect] {
    undoStack.add(.pin(change.undone(to: list.pins), entry: entry, word: word))
    return keep(pins: change)
  }

  mutating func keep(pins change: PinChange) -> [Effect] {
    list.pin(change.applied(to: list.pins))
    pinsUnderWay += 1
    return [.pin(change)]
  }

  /// The pins as they are kept now, with what other terminals changed; those that are still on their way come later.
  mutating func show(pins: [String]) {
    pinsUnderWay = max(0, pinsUnderWay - 1)
    if pinsUnderWay == 0, pins != list.pins { list.pin(pins) }
  }

  /// They stay as they are shown for as long as this picker is open.
  mutating func show(pinFailure text: String) {
    pinsUnderWay = max(0, pinsUnderWay - 1)
    showRemark("the pin is not kept: \(text)".cleaned)
  }
}
