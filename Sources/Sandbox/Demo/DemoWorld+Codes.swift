package import Foundation

extension DemoWorld {
  /// What every MFA device of the demo shows at `now`.
  package static func codes(at now: Date) -> [(device: String, code: String)] {
    DemoDevice.allCases.compactMap { device in
      currentCode(device: device.serial, at: now).map { (device.serial, $0) }
    }
  }
}
