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

extension DemoWorld {
  /// What every MFA device of the demo shows at `now`.
  package static func codes(at now: Date) -> [(device: String, code: String)] {
    DemoDevice.allCases.compactMap { device in
      currentCode(device: device.serial, at: now).map { (device.serial, $0) }
    }
  }
}

/// The environment for all that runs inside the demo: nothing in it can reach the real AWS.
///
/// `folder` holds the demo's files, named as in `DemoFile`; `url` is where its cloud answers. All of
/// the caller's own `AWS_` and `SWITCHBACK_` variables are left out, and proxies are told to keep off.
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
    // Logins of the demo stay out of the user's own caches.
    "SWITCHBACK_AWS_HOME": "\(folder)/aws",
  ]) { $1 }
}

/// The demo's files, by their paths in its folder.
package enum DemoFile: String, Sendable, CaseIterable {
  case awsConfig = "aws/config"
  case awsCredentials = "aws/credentials"
  /// Where `AppDirectories` looks for the settings of that `SWITCHBACK_HOME`.
  case settings = "config/config.yaml"
}

extension DemoWorld {
  /// The text of each file, to be written readable by its owner alone.
  package var files: [DemoFile: Secret] {
    [
      .awsConfig: Secret(awsConfig), .awsCredentials: awsCredentials, .settings: Secret(settings),
    ]
  }
}
