import AWSClient
package import AWSConfig
import Accounts
import STS
import Secrets
import Text

extension Plan {
  /// Throws a `PlacedValueError` or a `RegionError` where AWS could only refuse what the files, or the choice, say.
  package func checkValues() throws {
    if let region { throw region }
    if let fault = valueErrors.first(where: \.isRefused) { throw fault }
  }

  /// What to say of a region that was chosen and is perhaps none, where AWS is not called in it.
  package func regionWarning(_ chosen: String?) -> String? {
    guard let chosen, case let name = RegionName(chosen), name != .usable else { return nil }
    return maskingSecrets(
      "The region that was chosen is '\(maskingLongWords(chosen.cleaned))', \(name.problem)")
  }
}

extension PlacedValueError {
  /// True where nothing need be asked to know the answer; a region is judged by the endpoint that it leads to.
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
  /// True for what no host of AWS's has in its name.
  package var isRefused: Bool {
    switch self {
    case .usable, .unusual: false
    case .miswritten, .unknown: true
    }
  }
}

/// A region that STS was to be asked in and that no partition has.
package struct RegionError: Error, CustomStringConvertible {
  /// Who says so, to begin a sentence with.
  let source: String
  let region: String

  /// Nil where STS is not asked, or at an address of the user's own, or in a region that it may have.
  package init?(_ chosen: String?, _ settings: CallSettings, _ chain: RoleChain) {
    guard chain.asksSTS, settings.endpointURL == nil, let region = chosen ?? settings.region,
      RegionName(region).isRefused
    else { return nil }
    self.region = region
    source = Self.source(chosen, settings)
  }

  /// The fault behind an endpoint that cannot be; nil where it is not the region of STS.
  init?(_ fault: any Error, _ chosen: String?, _ settings: CallSettings) {
    guard case EndpointError.badRegion(let region) = fault, region == chosen ?? settings.region
    else { return nil }
    self.region = region
    source = Self.source(chosen, settings)
  }

  private static func source(_ chosen: String?, _ settings: CallSettings) -> String {
    chosen == nil ? settings.regionSource ?? "The region" : "The region that was chosen"
  }

  package var description: String {
    maskingSecrets(
      "\(source) is '\(maskingLongWords(region.cleaned))', \(RegionName(region).problem)")
  }
}

/// What STS would refuse of a role's profile, by the key that says so.
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
  return role.violations.compactMap { fault in
    keys.first { fault.hasPrefix($0.text + " ") }.map { ($0, fault) }
  }
}
