import AWSConfig
import Accounts
import Credentials
import Foundation
import STS

extension World {
  /// What getting credentials needs, for one entry's call settings; `lending` is what its programs have of the user.
  func credentialDependencies(
    _ settings: CallSettings, sharesRoles: Bool, lending: TerminalAccess = .noAccess
  ) -> CredentialDependencies {
    let folders = AWSCachePaths(environment: environment)
    return CredentialDependencies(
      timing: withClock(settings).timing, send: loggingSender(sender(settings.caBundle), log),
      run: { [run = helperPrograms.run] in try await run($0, lending) },
      runProgram: { [run = helperPrograms.runProgram] in try await run($0, $1, lending) },
      read: readFileOrInput, sessions: sessions,
      roles: RoleCache(folder: folders.roles, isShared: sharesRoles),
      tokens: tokens, logins: LoginCache(folder: folders.logins),
      locks: Locks(folder: directories.cache),
      profileChain: parseProfileChain(environment["_AWS_CLI_PROFILE_CHAIN"] ?? ""), say: say)
  }

  /// The AWS CLI's tokens of Identity Center.
  var tokens: TokenCache { TokenCache(folder: AWSCachePaths(environment: environment).tokens) }

  /// This world by the clock of the endpoint that is configured for calls, where it is another than all calls'.
  func withClock(_ settings: CallSettings) -> World {
    let other = clock.of(endpoint: settings.endpointURL)
    guard other !== clock else { return self }
    var world = self
    world.clock = other
    world.now = { other.now() }
    return world
  }

  /// Our clock, which learns from AWS's answers, with the system's sleep and chance.
  var timing: Timing {
    var timing = Timing.system
    timing.now = now
    timing.machineNow = machineTime
    timing.learn = { [clock] time, url in clock.learn(time, from: url) }
    timing.forget = { [clock] in clock.forget() }
    return timing
  }

  /// What this machine's own clock shows, which is AWS's time unless that is known to be another.
  var machineTime: @Sendable () -> Date {
    { [clock, now] in clock.offset == nil ? now() : clock.machineNow() }
  }

  /// Says once that this machine's clock is off: where that is new, or where `evenIfKnown`.
  func reportClock(evenIfKnown: Bool = false) {
    if let news = clock.offsetWarning(evenIfKnown: evenIfKnown) { say(news) }
  }

  /// What users may also give as standard input, or as a FIFO such as `<(command)`.
  private var readFileOrInput: @Sendable (String) throws -> [UInt8] {
    { [read, readInput] path in
      guard path != "-" else { return try readInput() }
      if let bytes = try readPipe(path) { return bytes }
      guard let bytes = try read(path) else {
        throw FileReadError(path: path, reason: "there is no such file")
      }
      return bytes
    }
  }
}

/// The longest that a FIFO is waited for, in seconds: less than for all, so that it is named.
private let pipeTimeout = 45

/// What is sent through a FIFO, nil where none stands at the path; throws a `FileReadError` where it does not end in time.
func readPipe(_ path: String) throws(FileReadError) -> [UInt8]? {
  guard (try? FileKind(of: path)) == .pipe else { return nil }
  do throws(ReadError) {
    return try readBytesOfPipe(path, limit: 1 << 20, seconds: pipeTimeout)
  } catch {
    throw FileReadError(error, path: path)
  }
}
