/// What has happened and waits to be heard, in order: `for await` on the main actor takes it out.
///
/// Unlike `AsyncStream`, whose iterator leaves the actor for each element, it gives what is already
/// there without a pause; so what came together is dealt with together, and drawn once. One
/// listener at a time.
@MainActor
package final class Mailbox<Element: Sendable>: AsyncSequence {
  private var elements: [Element] = []
  private var isFinished = false
  private var listener: CheckedContinuation<Void, Never>?

  package init() {}

  /// True where nothing waits to be heard.
  package var isEmpty: Bool { elements.isEmpty }

  /// Puts an element behind those that wait; after `finish` it is dropped.
  package func send(_ element: Element) {
    guard !isFinished else { return }
    elements.append(element)
    wakeListener()
  }

  /// Nothing comes after what waits now.
  package func finish() {
    isFinished = true
    wakeListener()
  }

  package nonisolated func makeAsyncIterator() -> Iterator {
    Iterator(mailbox: self)
  }

  package struct Iterator: AsyncIteratorProtocol {
    fileprivate let mailbox: Mailbox

    package mutating func next(isolation: isolated (any Actor)?) async -> Element? {
      await mailbox.take()
    }
  }

  fileprivate func take() async -> Element? {
    while elements.isEmpty {
      if isFinished { return nil }
      await withCheckedContinuation { listener = $0 }
    }
    return elements.removeFirst()
  }

  private func wakeListener() {
    listener?.resume()
    listener = nil
  }
}
