import Loopback

/// Waits on 127.0.0.1, on a thread of its own, for the browser that comes back from a login.
struct CallbackServer: Sendable {
  /// Where AWS is to send the browser.
  let address: String
  private let server: LoopbackServer
  private let callbacks: AsyncStream<Callback>
}

/// Why nothing can listen here.
struct CallbackServerError: Error {}

extension CallbackServer {
  /// Runs `body` with a server for one login, and stops it, however `body` ends.
  ///
  /// Throws `CallbackServerError` where it cannot listen, and what `body` throws.
  static func serving<Value>(
    state: String, _ body: (CallbackServer) async throws -> Value
  ) async throws -> Value {
    let server = try await start(state)
    do {
      let value = try await body(server)
      await server.stop()
      return value
    } catch {
      await server.stop()
      throw error
    }
  }

  /// What the browser brings; throws `CancellationError` where the task is cancelled before.
  func callback() async throws -> Callback {
    for await callback in callbacks { return callback }
    throw CancellationError()
  }

  private static func start(_ state: String) async throws -> CallbackServer {
    try checkDescriptors(16)
    let (callbacks, told) = AsyncStream<Callback>.makeStream()
    do {
      let server = try await LoopbackServer.start {
        CallbackHandler(state: state) { told.yield($0) }
      }
      return CallbackServer(
        address: "http://127.0.0.1:\(server.port)\(callbackPath)", server: server,
        callbacks: callbacks)
    } catch {
      throw CallbackServerError()
    }
  }

  private func stop() async {
    await server.stop()
  }
}
