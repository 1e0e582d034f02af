import Files
package import Foundation
import Glibc
import Synchronization

/// AWS's clock: this machine's, put right by what AWS's answers have shown.
///
/// What is learnt is kept in a file for other processes, and holds until this machine's clock is set or the machine
/// starts anew. What an endpoint of the user's own says is kept apart, and holds for that one alone.
package final class AWSClock: Sendable {
  private struct State {
    var offset: ClockOffset?
    var isRead = false
    var isNew = false
    var isSaid = false
  }

  private let file: String?
  /// Whose time it is: a custom endpoint's host; nil for AWS.
  private let host: String?
  private let machine: @Sendable () -> Date
  private let clocks: EndpointClocks
  private let state = Mutex(State())

  /// - Parameters:
  ///   - file: Where what is learnt is kept; nil where it is not.
  ///   - machine: This machine's own clock.
  package convenience init(file: String?, machine: @escaping @Sendable () -> Date = { Date() }) {
    self.init(file: file, host: nil, machine: machine, clocks: EndpointClocks(file: file))
  }

  fileprivate init(
    file: String?, host: String?, machine: @escaping @Sendable () -> Date, clocks: EndpointClocks
  ) {
    (self.file, self.host, self.machine, self.clocks) = (file, host, machine, clocks)
  }
}

extension AWSClock {
  /// The clock of an endpoint that the user has configured; this one where none is.
  package func of(endpoint url: String?) -> AWSClock {
    guard let url else { return self }
    let host = customHost(url)
    guard host != self.host else { return self }
    return clocks.clock(of: host) { file in
      AWSClock(file: file, host: host, machine: machine, clocks: clocks)
    }
  }
}

extension AWSClock {
  /// AWS's time, as far as it is known.
  package func now() -> Date {
    let now = machineNow()
    return now - TimeInterval(state.withLock { offset(&$0, now)?.ahead ?? 0 })
  }

  /// What this machine's clock shows.
  package func machineNow() -> Date { machine() }

  /// How far this machine's clock is off; nil where it is right, as far as that is known.
  package var offset: ClockOffset? { state.withLock { offset(&$0, machineNow()) } }

  /// Takes what a clock showed just now that was asked at a URL: AWS's, or another's, which is not listened to.
  package func learn(_ time: Date, from url: String) {
    guard customHost(url) == host else { return }
    let now = machineNow()
    // An answer's Date has whole seconds, the rest cut off (RFC 9110, 5.6.7); so must this.
    let ahead = Int(now.timeIntervalSince(time).rounded(.down))
    state.withLock { state in
      let known = offset(&state, now)
      guard abs(ahead - (known?.ahead ?? 0)) > ClockOffset.least else { return }
      state.offset = nil
      if abs(ahead) > ClockOffset.least {
        state.offset = ClockOffset(ahead: ahead, setting: setting(at: now) ?? 0)
        state.isNew = true
        state.isSaid = false
      }
      keep(state.offset)
    }
  }

  /// Trusts this machine's clock again, until the next answer; false where it is trusted.
  package func forget() -> Bool {
    let now = machineNow()
    return state.withLock { state in
      guard offset(&state, now) != nil else { return false }
      state.offset = nil
      keep(nil)
      return true
    }
  }

  /// That the clock is off, once in a process: where that is new, or where `evenIfKnown`.
  ///
  /// Where this one is right, it is that a custom endpoint's is another.
  package func offsetWarning(evenIfKnown: Bool = false) -> String? {
    if let news = ownOffsetWarning(evenIfKnown) { return news }
    for clock in clocks.all where clock !== self {
      if let news = clock.ownOffsetWarning(false) { return news }
    }
    return nil
  }

  private func ownOffsetWarning(_ evenIfKnown: Bool) -> String? {
    state.withLock { state in
      guard let offset = offset(&state, machineNow()), !state.isSaid, state.isNew || evenIfKnown
      else { return nil }
      state.isSaid = true
      return offset.sentence
    }
  }

  /// None once the clock was set: then it is trusted, until AWS's next answer.
  private func offset(_ state: inout State, _ now: Date) -> ClockOffset? {
    if !state.isRead {
      state.isRead = true
      state.offset = kept()
    }
    guard let offset = state.offset else { return nil }
    let moved = abs((setting(at: now) ?? offset.setting) - offset.setting)
    guard moved <= ClockOffset.least else {
      state.offset = nil
      return nil
    }
    return offset
  }
}

extension AWSClock {
  private func kept() -> ClockOffset? {
    guard let file, let bytes = try? readWhole(file, limit: 1 << 10), let boot = bootID() else {
      return nil
    }
    return ClockOffset(String(decoding: bytes, as: UTF8.self), boot: boot)
  }

  /// Where it cannot be kept, the next process asks AWS twice.
  private func keep(_ offset: ClockOffset?) {
    guard let file else { return }
    if let offset, let boot = bootID(), setting(at: machineNow()) != nil {
      try? writePrivately(Array(offset.text(boot: boot).utf8), to: file, lasting: false)
    } else {
      unlink(file)
    }
  }
}

/// What a clock that shows `now` has been set to, in seconds: less the time since the machine's start, which is
/// never set.
private func setting(at now: Date) -> Int? {
  guard let bytes = try? readWhole("/proc/uptime", limit: 1 << 10),
    let seconds = Double(String(decoding: bytes.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self))
  else { return nil }
  return Int((now.timeIntervalSince1970 - seconds).rounded())
}

/// What this start of the machine is known by.
private func bootID() -> String? {
  guard let bytes = try? readWhole("/proc/sys/kernel/random/boot_id", limit: 1 << 10) else {
    return nil
  }
  let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
  return text.isEmpty ? nil : text
}
