import Text
package import AWSClient
package import Secrets

/// Gets temporary credentials for the calling user from STS, so that one MFA code serves many
/// calls.
///
/// The request needs long-term credentials. Roles that are assumed with the temporary credentials
/// are chained roles: their sessions last an hour at most.
package struct GetSessionToken: Sendable, Hashable {
  /// 900 to 129600.
  package var durationSeconds: Int?
  package var mfa: MFA?

  package init(durationSeconds: Int? = nil, mfa: MFA? = nil) {
    self.durationSeconds = durationSeconds
    self.mfa = mfa
  }
}

extension GetSessionToken: STSOperation {
  package static let action = "GetSessionToken"

  package var form: QueryForm {
    var form = QueryForm(action: Self.action)
    form.add("DurationSeconds", durationSeconds.map(String.init))
    form.add("SerialNumber", mfa?.serialNumber)
    form.add("TokenCode", mfa?.code.revealed)
    return form
  }

  package var violations: [String] {
    let duration = durationSeconds.flatMap { durationViolation($0, 900...129_600) }
    return [duration].compactMap(\.self) + (mfa?.violations ?? [])
  }

  package var context: RequestContext {
    var context = RequestContext(.getSessionToken)
    context.durationSeconds = durationSeconds
    context.mfaSerial = mfa?.serialNumber
    return context
  }

  package static func answer(in result: ResponseElement) throws(ResponseError) -> AWSCredentials {
    try result.credentials()
  }
}

/// An MFA device and its current code; each code can be used for one call.
package struct MFA: Sendable, Hashable {
  /// `arn:aws:iam::111122223333:mfa/NAME`, or the serial number of a hardware device.
  package var serialNumber: String
  package var code: Secret

  package init(serialNumber: String, code: Secret) {
    self.serialNumber = serialNumber
    self.code = code
  }
}

extension MFA {
  /// The errors in the device's name or the code; the code itself is not shown.
  var violations: [String] {
    let code = code.revealed
    let isCode = code.utf8.count == 6 && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let codeViolation =
      isCode
      ? nil
      : "The MFA code for '\(forDisplay(serialNumber))' is not six digits, 0 to 9; it has "
        + "\(code.count) characters."
    return [ParameterLimit.mfaSerial.violation(in: serialNumber), codeViolation].compactMap(\.self)
  }
}
