import Text

extension Moment {
  /// How long ago it was, the coarser the longer: `just now`, `5 min ago`, `2 h ago`, `yesterday
  /// 14:02`, `3 days ago`, `5 weeks ago`, `7 months ago`, `2 years ago`.
  func ago(at now: Moment) -> String {
    let seconds = now.seconds - self.seconds
    let days = now.day - day
    switch (seconds, days) {
    case (..<60, _): return "just now"
    case (..<3600, _): return "\(seconds / 60) min ago"
    case (_, ...0), (..<21_600, _): return "\(seconds / 3600) h ago"
    case (_, 1): return "yesterday \(clock)"
    case (_, ..<14): return "\(days) days ago"
    case (_, ..<60): return "\(days / 7) weeks ago"
    case (_, ..<730): return "\(days * 12 / 365) months ago"
    default: return "\(days / 365) years ago"
    }
  }
}
