package import Foundation

extension Date {
  /// In seconds since 1970, rounded down; a time that no calendar of ours bears is the nearest that it does.
  ///
  /// The ends of sessions come from answers and files: `Int` of what they say may not exist.
  package var wholeSeconds: Int {
    let seconds = timeIntervalSince1970.rounded(.down)
    // In this order what is no number is the first of them.
    return Int(min(Self.lastSecond, max(Self.firstSecond, seconds)))
  }

  /// The first second of the year 1 and the last one of 9999, since 1970.
  private static let (firstSecond, lastSecond) = (-62_135_596_800.0, 253_402_300_799.0)
}
