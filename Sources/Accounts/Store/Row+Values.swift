import Foundation
import GRDB

/// The error for a readable SQLite file with content that this program never writes.
struct DamagedHistoryError: Error {}

// GRDB's own subscripts trap on values that they cannot convert, and convert values that indicate
// damage.
extension Row {
  func text(_ column: Int) throws -> String {
    guard let text = try optionalText(column) else { throw DamagedHistoryError() }
    return text
  }

  func optionalText(_ column: Int) throws -> String? {
    switch value(column).storage {
    case .null: nil
    case .string(let text): text
    default: throw DamagedHistoryError()
    }
  }

  func integer(_ column: Int) throws -> Int64 {
    guard let number = try optionalInteger(column) else { throw DamagedHistoryError() }
    return number
  }

  func optionalInteger(_ column: Int) throws -> Int64? {
    switch value(column).storage {
    case .null: nil
    case .int64(let number): number
    default: throw DamagedHistoryError()
    }
  }

  /// A time, stored in milliseconds since 1970.
  func date(_ column: Int) throws -> Date {
    let number = try integer(column)
    guard Date.storedMilliseconds.contains(number) else { throw DamagedHistoryError() }
    return Date(milliseconds: number)
  }

  func frecency(_ column: Int) throws -> Frecency {
    let moment: Double? =
      switch value(column).storage {
      case .double(let number): number
      case .int64(let number): Double(number)
      default: nil
      }
    // No number of switches leads to a greater value.
    guard let moment, abs(moment) < 1e12 else { throw DamagedHistoryError() }
    return Frecency(moment: moment)
  }

  /// The value in a column, of any type; this is the only subscript that cannot fail.
  private func value(_ column: Int) -> DatabaseValue { self[column] }
}

extension Date {
  /// The times that the history may hold: the years 1 to 9999, which every calendar and format
  /// supports.
  static let storedMilliseconds: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

  init(milliseconds: Int64) {
    self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  /// The milliseconds since 1970, limited to the times that the history can hold.
  var milliseconds: Int64 {
    let (least, greatest) = (Self.storedMilliseconds.lowerBound, Self.storedMilliseconds.upperBound)
    let number = (timeIntervalSince1970 * 1000).rounded()
    return Int64(min(max(number, Double(least)), Double(greatest)))
  }
}
