package import Foundation
package import Secrets

/// A fake AWS, and the files of a user who works in it: 47 entries in seven groups.
package struct DemoWorld: Sendable {
  package let fakeAWS: FakeAWS
  /// The text of `~/.aws/config`.
  package let awsConfig: String
  /// The text of `~/.aws/credentials`.
  package let awsCredentials: Secret
  /// The text of Switchback's `config.yaml`.
  package let settings: String

  /// Makes the demo; `codeCommand` is the start of the `mfa_process` of one entry.
  ///
  /// Followed by a device's serial number, the command must print the code that `currentCode`
  /// returns.
  package init(codeCommand: String) {
    fakeAWS = demoAWS(demoEntries)
    awsConfig = Sandbox.awsConfig(demoEntries, codeCommand: codeCommand)
    awsCredentials = Sandbox.awsCredentials(demoEntries)
    settings = demoSettings(demoEntries)
  }

  /// The code that a device of the demo shows at `now`; nil if the demo does not have the device.
  package static func currentCode(device serial: String, at now: Date) -> String? {
    DemoDevice.allCases.first { $0.serial == serial }
      .flatMap { oneTimeCode(seed: $0.device.seed, at: now) }
  }
}

extension DemoWorld {
  /// The codes that the MFA devices of the demo show at `now`.
  package static func codes(at now: Date) -> [(device: String, code: String)] {
    DemoDevice.allCases.compactMap { device in
      currentCode(device: device.serial, at: now).map { (device.serial, $0) }
    }
  }
}

/// The environment for programs in the demo, which cannot reach the real AWS with it.
///
/// `folder` has the demo's files, with the names of `DemoFile`; `url` is the fake AWS's address.
/// The caller's own `AWS_` and `SWITCHBACK_` variables are removed, and proxies are not used.
package func demoEnvironment(
  _ environment: [String: String], folder: String, url: String
) -> [String: String] {
  let kept = environment.filter { name, _ in
    !name.hasPrefix("AWS_") && !name.hasPrefix("SWITCHBACK_")
  }
  let loopback = "127.0.0.1,localhost"
  return kept.merging([
    "AWS_CONFIG_FILE": "\(folder)/\(DemoFile.awsConfig.rawValue)",
    "AWS_SHARED_CREDENTIALS_FILE": "\(folder)/\(DemoFile.awsCredentials.rawValue)",
    "AWS_ENDPOINT_URL": url,
    "AWS_EC2_METADATA_DISABLED": "true",
    "NO_PROXY": loopback,
    "no_proxy": loopback,
    "SWITCHBACK_HOME": folder,
    // Keeps the demo's logins out of the user's own caches.
    "SWITCHBACK_AWS_HOME": "\(folder)/aws",
  ]) { $1 }
}

/// The demo's files, by their paths in its folder.
package enum DemoFile: String, Sendable, CaseIterable {
  case awsConfig = "aws/config"
  case awsCredentials = "aws/credentials"
  /// The path of the settings under `SWITCHBACK_HOME`, as in `AppDirectories`.
  case settings = "config/config.yaml"
}

extension DemoWorld {
  /// The text of each file; write the files so that only their owner can read them.
  package var files: [DemoFile: Secret] {
    [
      .awsConfig: Secret(awsConfig), .awsCredentials: awsCredentials, .settings: Secret(settings),
    ]
  }
}
