package import Secrets

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
