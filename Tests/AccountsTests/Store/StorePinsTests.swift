import Accounts
import TestSupport
import Testing

struct StorePinsTests {
  let folder: TemporaryFolder
  var store: Store { folder.store }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func stayInTheOrderOfTheUser() throws {
    #expect(try store.change(.put("a", at: .max)) == ["a"])
    #expect(try store.change(.put("b", at: .max)) == ["a", "b"])
    #expect(try store.change(.put("c", at: 0)) == ["c", "a", "b"])
    #expect(try store.change(.put("c", at: 1)) == ["a", "c", "b"])
    #expect(try store.change(.put("b", at: -1)) == ["b", "a", "c"])
    #expect(try store.change(.remove("a")) == ["b", "c"])
    #expect(try store.usage().pins == ["b", "c"])
  }

  @Test func ofAnotherTerminalAreKept() throws {
    _ = try store.change(.put("mine", at: .max))
    _ = try folder.store.change(.put("theirs", at: .max))
    #expect(try store.change(.put("mine", at: .max)) == ["theirs", "mine"])
  }

  @Test func outliveTheHistory() throws {
    _ = try store.record(.make("a"))
    _ = try store.change(.put("a", at: .max))
    _ = try store.clear()
    #expect(try store.usage().pins == ["a"])
  }

  @Test(arguments: [
    PinChange.put("a", at: .max), .put("a", at: 1), .put("c", at: 0), .put("new", at: 1),
    .put("b", at: -7), .remove("a"), .remove("c"), .remove("new"),
  ])
  func changeBack(change: PinChange) {
    let pins = ["a", "b", "c"]
    let undo = change.undone(to: pins)
    #expect(undo.applied(to: change.applied(to: pins)) == pins)
  }
}
