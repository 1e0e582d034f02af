import Foundation

/// How many threads a search takes.
enum ProcessorCount {
  static let available = max(1, ProcessInfo.processInfo.activeProcessorCount)
}
