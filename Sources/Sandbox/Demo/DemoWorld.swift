package import Foundation
package import Secrets

/// A cloud, and the files of someone who works in it: 47 entries in seven groups.
package struct DemoWorld: Sendable {
  package let fakeAWS: FakeAWS
  /// What `~/.aws/config` holds.
  package let awsConfig: String
  /// What `~/.aws/credentials` holds.
  package let awsCredentials: Secret
  /// What our `config.yaml` holds.
  package let settings: String

  /// `codeCommand`, followed by a device's serial number, must print the device's code, as
  /// `currentCode` gives it; it becomes the `mfa_process` of one entry.
  package init(codeCommand: String) {
    fakeAWS = demoAWS(demoEntries)
    awsConfig = Sandbox.awsConfig(demoEntries, codeCommand: codeCommand)
    awsCredentials = Sandbox.awsCredentials(demoEntries)
    settings = demoSettings(demoEntries)
  }

  /// The code that a device of the demo shows at `now`; nil where the demo has no such device.
  package static func currentCode(device serial: String, at now: Date) -> String? {
    DemoDevice.allCases.first { $0.serial == serial }
      .flatMap { oneTimeCode(seed: $0.device.seed, at: now) }
  }
}
