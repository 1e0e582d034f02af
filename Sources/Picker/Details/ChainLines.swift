import Accounts
import Canvas
import Text

extension Model {
  /// How the entry comes by its credentials, and what is special of that, on a line.
  ///
  /// Empty until it is known: nothing else would tell it from data.
  func brief(_ entry: Entry, _ details: Details?) -> String {
    let way: String
    switch details?.chain {
    case nil: return ""
    case .broken(let why): return why.cleaned
    case .steps(let steps, _): way = steps.map(\.brief).joined(separator: " \(marks.arrow) ")
    }
    return ([way] + entry.access).joined(separator: ", ")
  }
}

extension DetailLines {
  /// The chain hop by hop, or what is known of it until it has been followed.
  mutating func addChain(of entry: Entry, _ details: Details?) {
    // On few lines it has been said above.
    guard !(isBrief && details.isBroken) else { return }
    addHeading("Chain")
    switch details?.chain {
    case nil: break
    case .broken(let why): add(sentences: why, \.danger)
    case .steps(let steps, let sts):
      for problem in details?.problems ?? [] { add(sentences: problem, \.warning) }
      for (place, step) in steps.enumerated() { add(step, number: place + 1) }
      if let sts { add("STS", sts.place, indent: Self.indent) }
      if steps.last?.externalID != nil {
        add(sentences: "The console cannot send the external ID that this role requires.", \.muted)
      }
    }
  }

  private static let indent = 3

  private mutating func add(_ step: Details.Step, number: Int) {
    let isHop = step.kind == .assumeRole
    let start = step.kind.words + (step.profile.map { " of profile \($0)" } ?? "")
    add(isHop ? step.roleARN ?? "" : start, after: "\(number)", indent: Self.indent)
    let facts = [
      ("Profile", isHop ? step.profile : nil), ("Role", isHop ? nil : step.roleARN),
      ("MFA device", step.mfaDevice), ("External ID", step.externalID),
      ("Duration", step.duration.map(spacedDuration)),
    ]
    for case (let title, let value?) in facts { add(title, value, indent: Self.indent) }
    for fact in step.facts { add(fact.title, fact.value, indent: Self.indent) }
  }
}

extension Details? {
  /// True where the chain leads nowhere.
  var isBroken: Bool {
    if case .broken = self?.chain { true } else { false }
  }

  /// How what is said on a line of the chain is meant.
  var style: KeyPath<Surface, Style> { isBroken ? \.danger : \.text }
}

extension Entry {
  /// What is special of switching to it.
  var access: [String] {
    [
      label.readOnly ? "read-only" : nil, label.confirm ? "requires confirmation" : nil,
      hasMFA ? "asks for an MFA code" : nil,
    ].compactMap(\.self)
  }
}

extension Details.Step {
  /// A role by its name, all else by its kind and profile.
  fileprivate var brief: String {
    guard kind == .assumeRole, let roleARN else {
      return kind.words + (profile.map { " (\($0))" } ?? "")
    }
    return roleARN.split(separator: "/").last.map(String.init) ?? roleARN
  }
}

extension Details.STS {
  /// The address, and the region where it does not say that; https goes without saying.
  fileprivate var place: String {
    let address = url.hasPrefix("https://") ? String(url.dropFirst(8)) : url
    return address + (url.contains(region) ? "" : " in \(region)")
  }
}

extension Marks {
  /// From one to the next.
  var arrow: String { self == .ascii ? "->" : "→" }
}

extension Entry.Kind {
  /// How credentials come about, in AWS's words.
  var words: String {
    switch self {
    case .staticKeys: "access keys"
    case .assumeRole: "assumed role"
    case .webIdentity: "web identity"
    case .saml: "SAML"
    case .sso: "Identity Center"
    case .process: "credential process"
    case .login: "console sign-in"
    case .environment: "environment variables"
    case .container: "container credentials"
    case .instanceMetadata: "instance metadata"
    }
  }
}
