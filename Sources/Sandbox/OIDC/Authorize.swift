import Foundation

extension IdentityCenter {
  /// Asks who is there, unless that approves itself, and sends the browser back with a code.
  mutating func authorize(
    _ parameters: Parameters, isAnswered: Bool, _ arbitrary: inout RandomSource, at now: Date
  ) throws(FakeAWSError) -> Answer {
    let known = parameters["client_id"].flatMap { clients[$0] }
    let request = try AuthorizeRequest(
      parameters, client: known.flatMap { $0.end > now ? $0 : nil })
    let client = request.client.id
    if let complaint = request.complaint {
      let fault = [("error", complaint.error), ("error_description", complaint.reason)]
      return Answer(content: request.redirectBack(fault), caller: client)
    }
    guard isAnswered || approvesByItself != nil else {
      return Answer(content: .page(approvalPage(asking: [])), caller: client)
    }
    guard let person = approvingPerson(parameters), let challenge = request.challenge else {
      return Answer(content: request.redirectBack([("error", "access_denied")]), caller: client)
    }
    let code = arbitrary.token()
    codes[code] = CodeGrant(
      client: client, person: person, redirect: request.redirect, challenge: challenge,
      end: now + TimeInterval(lifetimes.code))
    return Answer(content: request.redirectBack([("code", code)]), caller: person.name)
  }
}
