package import Foundation
import GRDB

/// The history of switches, what was learnt from it, and the pins, in one SQLite file that many terminals use
/// at once.
///
/// Each call opens the file, does one thing and closes it: a shell may stay open for days, and must
/// neither hold the file nor hand it to its children.
package struct Store: Sendable {
  package let file: String
  let now: @Sendable () -> Date
  let report: @Sendable (String) -> Void

  /// A store in `file`, which need not exist; `tell` hears the sentences that are no failure, such as that of a damaged file.
  package init(
    file: String, now: @escaping @Sendable () -> Date,
    tell: @escaping @Sendable (String) -> Void
  ) {
    self.file = file
    self.now = now
    self.report = tell
  }
}

extension Store {
  /// What `body` reads, or `fallback` where there is no history yet: then SQLite is not even started.
  func reading<Value>(
    _ fallback: Value, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    guard let identity = try identity(orThrow: StoreError.unreadable) else { return fallback }
    do {
      return try read(body) ?? fallback
    } catch let fault as StoreError {
      throw fault
    } catch let error where isHeld(error) {
      throw .held(file: file)
    } catch let error where isDamage(error) {
      try settingAside(identity)
      return fallback
    } catch {
      throw .unreadable(file: file, reason: reason(error, of: file))
    }
  }

  /// Changes the history in one transaction; the file is made first, and made anew where it is damaged.
  func writing<Value>(
    waiting patience: LockTimeout = .long, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    for _ in 1...3 {
      // Before it is opened: what is found damaged may by then be another's new file.
      let identity = try identity(orThrow: StoreError.unwritable)
      do {
        return try write(waiting: patience, body)
      } catch let fault as StoreError {
        throw fault
      } catch let error where isDamage(error) {
        if let identity { try settingAside(identity) }
      } catch let error where isHeld(error) {
        throw .held(file: file)
      } catch {
        throw .unwritable(file: file, reason: reason(error, of: file))
      }
    }
    throw .unwritable(file: file, reason: "it is damaged each time that it is made anew")
  }

  private func settingAside(_ identity: FileIdentity) throws(StoreError) {
    do {
      guard let aside = try setAside(file, ifStill: identity, at: now()) else { return }
      report("The history in \(file) was damaged; it is now \(aside), and a new one is begun.")
    } catch {
      let why = "it is damaged, and cannot be set aside (\(reason(error, of: file)))"
      throw .unreadable(file: file, reason: why)
    }
  }
}
