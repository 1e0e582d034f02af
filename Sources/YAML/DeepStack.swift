import CPosix
import Glibc

/// Runs `body` on a thread with a stack large enough for deep nesting, and waits for it.
func onDeepStack<Value>(_ body: () -> Value) -> Value {
  withoutActuallyEscaping(body) { body in
    let work = DeepWork(body)
    let isDone = withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { attributes in
      run(work, with: attributes.baseAddress)
    }
    // If no thread could be made, it runs on the current stack.
    if !isDone { work.run() }
    return work.value ?? body()
  }
}

/// False if no thread could be made.
private func run(_ work: AnyWork, with attributes: UnsafeMutablePointer<pthread_attr_t>?) -> Bool {
  guard let attributes, pthread_attr_init(attributes) == 0 else { return false }
  defer { pthread_attr_destroy(attributes) }
  pthread_attr_setstacksize(attributes, 64 << 20)
  var thread = pthread_t()
  let started = pthread_create(
    &thread, attributes,
    { given in
      guard let given else { return nil }
      Unmanaged<AnyWork>.fromOpaque(given).takeUnretainedValue().run()
      return nil
    }, Unmanaged.passUnretained(work).toOpaque())
  return started == 0 && pthread_join(thread, nil) == 0
}

private class AnyWork {
  func run() {}
}

private final class DeepWork<Value>: AnyWork {
  private let body: () -> Value
  private(set) var value: Value?

  init(_ body: @escaping () -> Value) {
    self.body = body
  }

  override func run() {
    value = body()
  }
}
