import Foundation

extension FakeAWS {
  /// A session of the calling user, which records whether MFA was used.
  mutating func getSessionToken(
    _ parameters: Parameters, by caller: Caller, at now: Date
  ) throws(FakeAWSError) -> [XMLElement] {
    try check([parameters.duration(in: 900...129_600)] + parameters.mfaConstraints)
    guard !caller.isTemporary else {
      throw .accessDenied("Cannot call GetSessionToken with session credentials")
    }
    var session = caller
    session.isTemporary = true
    session.usedMFA = try acceptsCode(parameters, of: caller, at: now)
    let requested = parameters["DurationSeconds"].flatMap { Int($0) } ?? 43200
    let seconds = caller.isRoot ? min(requested, 3600) : requested
    return [try credentialsElement(for: session, seconds: seconds, at: now)]
  }
}

extension Parameters {
  func duration(in seconds: ClosedRange<Int>) -> Constraint {
    Constraint(name: "durationSeconds", value: self["DurationSeconds"], numbers: seconds)
  }

  var mfaConstraints: [Constraint] {
    [
      Constraint(
        name: "serialNumber", value: self["SerialNumber"], length: 9...256,
        punctuation: "+=/:,.@-"),
      Constraint(name: "tokenCode", value: self["TokenCode"], length: 6...6, isDigits: true),
    ]
  }
}
