import Foundation

/// A time as the Date header has it: `Tue, 06 Jan 2026 10:00:00 GMT`, in English whatever the locale.
func httpDate(_ date: Date) -> String {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = .gmt
  let parts = calendar.dateComponents(
    [.year, .month, .day, .weekday, .hour, .minute, .second], from: date)
  let weekday = weekdays[(parts.weekday ?? 1) - 1]
  let month = months[(parts.month ?? 1) - 1]
  let clock = [parts.hour, parts.minute, parts.second].map(twoDigits).joined(separator: ":")
  return "\(weekday), \(twoDigits(parts.day)) \(month) \(parts.year ?? 1970) \(clock) GMT"
}

private let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
private let months = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]

private func twoDigits(_ number: Int?) -> String {
  let number = number ?? 0
  return number < 10 ? "0\(number)" : "\(number)"
}
