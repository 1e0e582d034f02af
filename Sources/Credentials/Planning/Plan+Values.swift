import AWSClient
package import AWSConfig
import Accounts
import STS
import Secrets
import Text

extension Plan {
  /// Throws a `PlacedValueError` or a `RegionError` if a value of the files or options is certain
  /// to fail.
  package func checkValues() throws {
    if let regionError { throw regionError }
    if let error = valueErrors.first(where: \.isRefused) { throw error }
  }

  /// A warning about a chosen region that may not exist, for credentials that do not call AWS in
  /// it.
  package func regionWarning(_ chosen: String?) -> String? {
    guard let chosen, case let name = RegionName(chosen), name != .usable else { return nil }
    return maskingSecrets(
      "The chosen region is '\(maskingLongWords(chosen.cleaned))', \(name.problem)")
  }
}

extension PlacedValueError {
  /// True if the value is certain to fail, so that AWS need not be called.
  ///
  /// Most regions are judged by their endpoint instead.
  package var isRefused: Bool {
    switch error {
    case .account, .limit: true
    case .region(.ssoRegion, _, let name): name.isRefused
    case .quoted, .region, .notSeconds, .device, .address, .misspelt, .foreign, .missingInclusion:
      false
    }
  }
}

extension RegionName {
  /// True for a region that is not part of any AWS host name.
  package var isRefused: Bool {
    switch self {
    case .usable, .unusual: false
    case .miswritten, .unknown: true
    }
  }
}

/// The region for STS does not exist in any partition.
package struct RegionError: Error, CustomStringConvertible {
  /// Where the region comes from, as the start of a sentence.
  let source: String
  let region: String

  /// Nil if STS is not called, or called at a custom endpoint, or if the region may exist.
  package init?(_ chosen: String?, _ settings: CallSettings, _ chain: RoleChain) {
    guard chain.asksSTS, settings.endpointURL == nil, let region = chosen ?? settings.region,
      RegionName(region).isRefused
    else { return nil }
    self.region = region
    source = Self.source(chosen, settings)
  }

  /// The error behind an invalid endpoint; nil if its cause is not the region for STS.
  init?(_ error: any Error, _ chosen: String?, _ settings: CallSettings) {
    guard case EndpointError.badRegion(let region) = error, region == chosen ?? settings.region
    else { return nil }
    self.region = region
    source = Self.source(chosen, settings)
  }

  private static func source(_ chosen: String?, _ settings: CallSettings) -> String {
    chosen == nil ? settings.regionSource ?? "The region" : "The chosen region"
  }

  package var description: String {
    maskingSecrets(
      "\(source) is '\(maskingLongWords(region.cleaned))', \(RegionName(region).problem)")
  }
}

/// The values of a role's profile that STS would refuse, by their keys.
@Sendable package func stsLimitErrors(of profile: Profile) -> [(key: KnownKey, violation: String)] {
  let keys: [KnownKey] = [.externalID, .mfaSerial, .roleSessionName, .durationSeconds]
  guard keys.contains(where: profile.has) else { return [] }
  let device = profile.nonEmpty(.mfaSerial)
  let role = AssumeRole(
    roleARN: "arn:aws:iam::111122223333:role/any",
    sessionName: profile.nonEmpty(.roleSessionName) ?? "any",
    durationSeconds: profile.text(.durationSeconds).flatMap { Int($0) },
    externalID: profile.nonEmpty(.externalID),
    mfa: device.map { MFA(serialNumber: $0, code: Secret("000000")) })
  return role.violations.compactMap { violation in
    keys.first { violation.hasPrefix($0.text + " ") }.map { ($0, violation) }
  }
}
