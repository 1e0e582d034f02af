import Foundation

extension IdentityCenter {
  /// Asks who is there, unless that approves itself, and sends the browser back with a code.
  mutating func authorize(
    _ parameters: Parameters, isAnswered: Bool, _ arbitrary: inout Arbitrary, at now: Date
  ) throws(Refusal) -> Answer {
    let known = parameters["client_id"].flatMap { clients[$0] }
    let request = try AuthorizeRequest(
      parameters, client: known.flatMap { $0.end > now ? $0 : nil })
    let client = request.client.id
    if let complaint = request.complaint {
      let fault = [("error", complaint.error), ("error_description", complaint.reason)]
      return Answer(content: request.back(fault), caller: client)
    }
    guard isAnswered || approvesByItself != nil else {
      return Answer(content: .page(approvalPage(asking: [])), caller: client)
    }
    guard let person = answered(parameters), let challenge = request.challenge else {
      return Answer(content: request.back([("error", "access_denied")]), caller: client)
    }
    let code = arbitrary.token()
    codes[code] = CodeGrant(
      client: client, person: person, redirect: request.redirect, challenge: challenge,
      end: now + TimeInterval(lives.code))
    return Answer(content: request.back([("code", code)]), caller: person.name)
  }
}
