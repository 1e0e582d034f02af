import Foundation

extension IdentityCenter {
  /// The page where a device is approved: it asks for the code, then for the person.
  mutating func deviceApproval(
    _ parameters: Parameters, isAnswered: Bool, at now: Date
  ) throws(FakeAWSError) -> Answer {
    guard let userCode = parameters["user_code"], !userCode.isEmpty else {
      return Answer(content: .page(codePage), caller: "")
    }
    guard let code = waitingDevice(userCode, at: now) else {
      throw .invalidRequest("No device is waiting with the code \(userCode).")
    }
    guard isAnswered else {
      let hidden = Page.Field.hidden(name: "user_code", value: userCode)
      return Answer(content: .page(approvalPage(asking: [hidden], userCode)), caller: "")
    }
    let person = approvingPerson(parameters)
    devices[code]?.state = person.map { .approved($0) } ?? .denied
    let text =
      person.map { "The device is logged in as \($0.name)." } ?? "The device was denied access."
    return Answer(
      content: .page(Page(title: "Done", [.text(text), .text("You can close this page.")])),
      caller: person?.name ?? "")
  }

  private func waitingDevice(_ userCode: String, at now: Date) -> String? {
    devices.first {
      $0.value.userCode == userCode && $0.value.state == .pending && $0.value.end > now
    }?.key
  }

  /// The person in a submitted form; nil if the request is denied, or if the person is not known.
  ///
  /// Without a form it is the first person, if logins are approved automatically.
  func approvingPerson(_ parameters: Parameters) -> Person? {
    switch parameters["answer"] {
    case nil: approvesAutomatically == nil ? nil : people.first
    case "approve"?: people.first { $0.name == parameters["person"] ?? people.first?.name }
    default: nil
    }
  }

  /// A page that asks for the person, and whether to give the program that person's access.
  func approvalPage(asking fields: [Page.Field], _ userCode: String? = nil) -> Page {
    let code =
      userCode.map { "A device shows the code \($0). " }
      ?? "A program on this machine asks for access. "
    return Page(
      title: "Allow access to your AWS accounts?",
      [
        .text(code + "This is a simulated AWS: allow any request."),
        .form(
          fields + [.chosen(name: "person", label: "You are", among: people.map(\.name))],
          buttons: [
            Page.Button(value: "approve", label: "Allow"),
            Page.Button(value: "deny", label: "Deny"),
          ]),
      ])
  }

  private var codePage: Page {
    Page(
      title: "Which device?",
      [
        .form(
          [.typed(name: "user_code", label: "The code on the device")],
          buttons: [Page.Button(value: "", label: "Next")])
      ])
  }
}
