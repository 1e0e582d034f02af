import Glibc

/// Runs something on a thread with a stack that what is nested a thousand times does not fill, and waits for it.
func onDeepStack<Value>(_ body: () -> Value) -> Value {
  withoutActuallyEscaping(body) { body in
    let work = DeepWork(body)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 64 << 20)
    var thread = pthread_t()
    let started = pthread_create(
      &thread, &attributes,
      { given in
        guard let given else { return nil }
        Unmanaged<AnyWork>.fromOpaque(given).takeUnretainedValue().run()
        return nil
      }, Unmanaged<AnyWork>.passUnretained(work).toOpaque())
    if started == 0 { pthread_join(thread, nil) }
    // Without a thread, on the stack that there is.
    return work.value ?? body()
  }
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
