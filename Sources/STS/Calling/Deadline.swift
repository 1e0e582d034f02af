/// Thrown where the time was over first.
package struct TimeoutError: Error {}

/// The result of `work`, unless `limit` passes first: then the work is cancelled.
package func withTimeout<Value: Sendable>(
  _ limit: Duration, _ sleep: @escaping @Sendable (Duration) async throws -> Void,
  _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value.self) { group in
    defer { group.cancelAll() }
    group.addTask { try await work() }
    group.addTask {
      try await sleep(limit)
      throw TimeoutError()
    }
    guard let value = try await group.next() else { throw CancellationError() }
    return value
  }
}
