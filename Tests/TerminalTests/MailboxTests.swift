import Terminal
import Testing

@MainActor
struct MailboxTests {
  @Test func givesWhatWaitsInOrder() async {
    let mailbox = Mailbox<Int>()
    for number in 1...100 { mailbox.send(number) }
    mailbox.finish()
    mailbox.send(101)
    var heard: [Int] = []
    for await number in mailbox { heard.append(number) }
    #expect(heard == Array(1...100))
  }

  @Test func wakesWhoeverListens() async {
    let mailbox = Mailbox<Int>()
    let listener = Task { @MainActor in
      var sum = 0
      for await number in mailbox { sum += number }
      return sum
    }
    for number in [1, 2, 3] {
      await Task.yield()
      mailbox.send(number)
    }
    mailbox.finish()
    #expect(await listener.value == 6)
  }

  @Test func staysWithItsActor() async {
    // Nothing else of the main actor runs between two elements that came together.
    let mailbox = Mailbox<Int>()
    for number in 1...3 { mailbox.send(number) }
    var order: [String] = []
    mailbox.finish()
    for await number in mailbox {
      order.append("\(number)")
      Task { @MainActor in order.append("later") }
    }
    #expect(order == ["1", "2", "3"])
  }
}
