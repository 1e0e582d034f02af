import Files
package import Foundation
import Glibc
import Synchronization

/// AWS's clock: this machine's clock, corrected by the times in AWS's responses.
///
/// The offset is kept in a file for other processes. It is valid until this machine's clock is set
/// or the machine restarts. The offset of a custom endpoint is kept separately, and is used for
/// that endpoint only.
package final class AWSClock: Sendable {
  private struct State {
    var offset: ClockOffset?
    var isRead = false
    var isNew = false
    var isSaid = false
  }

  private let file: String?
  /// The host of the custom endpoint whose time this is; nil for AWS.
  private let host: String?
  private let machine: @Sendable () -> Date
  private let clocks: EndpointClocks
  private let state = Mutex(State())

  /// - Parameters:
  ///   - file: The file that keeps the offset; nil if it is not kept.
  ///   - machine: This machine's clock.
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
  /// The clock of an endpoint that the user has configured; this clock if none is configured.
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
  /// AWS's time, as far as known.
  package func now() -> Date {
    let now = machineNow()
    return now - TimeInterval(state.withLock { offset(&$0, now)?.ahead ?? 0 })
  }

  /// The time on this machine's clock.
  package func machineNow() -> Date { machine() }

  /// How far this machine's clock is off; nil if it is right, as far as known.
  package var offset: ClockOffset? { state.withLock { offset(&$0, machineNow()) } }

  /// Takes the time that a server at `url` has just sent.
  ///
  /// A server that this clock does not belong to is ignored.
  package func learn(_ time: Date, from url: String) {
    guard customHost(url) == host else { return }
    let now = machineNow()
    // A response's Date is cut off to whole seconds (RFC 9110, 5.6.7), so this must be as well.
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

  /// Trusts this machine's clock again until the next response; false if it is trusted already.
  package func forget() -> Bool {
    let now = machineNow()
    return state.withLock { state in
      guard offset(&state, now) != nil else { return false }
      state.offset = nil
      keep(nil)
      return true
    }
  }

  /// A warning that the clock is off, once per process: if the offset is new, or if `evenIfKnown`.
  ///
  /// If this clock is right, the warning is about the clock of a custom endpoint.
  package func offsetWarning(evenIfKnown: Bool = false) -> String? {
    if let warning = ownOffsetWarning(evenIfKnown) { return warning }
    for clock in clocks.all where clock !== self {
      if let warning = clock.ownOffsetWarning(false) { return warning }
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

  /// Nil once the clock was set: then it is trusted until AWS's next response.
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

  /// If the offset cannot be kept, the next process sends its first request to AWS twice.
  private func keep(_ offset: ClockOffset?) {
    guard let file else { return }
    if let offset, let boot = bootID(), setting(at: machineNow()) != nil {
      try? writePrivately(Array(offset.text(boot: boot).utf8), to: file, lasting: false)
    } else {
      unlink(file)
    }
  }
}

/// The clock's setting, in seconds: `now` minus the uptime of the machine, which is never set.
private func setting(at now: Date) -> Int? {
  guard let bytes = try? readWhole("/proc/uptime", limit: 1 << 10),
    let seconds = Double(String(decoding: bytes.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self))
  else { return nil }
  return Int((now.timeIntervalSince1970 - seconds).rounded())
}

/// The ID of this boot of the machine.
private func bootID() -> String? {
  guard let bytes = try? readWhole("/proc/sys/kernel/random/boot_id", limit: 1 << 10) else {
    return nil
  }
  let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
  return text.isEmpty ? nil : text
}
