import Accounts
import Canvas
import Text

extension Model {
  /// The credential chain of the entry and its special conditions, on one line.
  ///
  /// Empty until the chain is known: a guess could not be told from data.
  func brief(_ entry: Entry, _ details: Details?) -> String {
    let chain: String
    switch details?.chain {
    case nil: return ""
    case .broken(let reason): return reason.cleaned
    case .steps(let steps, _): chain = steps.map(\.brief).joined(separator: " \(marks.arrow) ")
    }
    return ([chain] + entry.access).joined(separator: ", ")
  }
}

extension DetailLines {
  /// Adds the chain, step by step, or the reason why it is broken.
  mutating func addChain(of entry: Entry, _ details: Details?) {
    // The brief form has shown the reason already.
    guard !(isBrief && details.isBroken) else { return }
    addHeading("Chain")
    switch details?.chain {
    case nil: break
    case .broken(let reason): add(sentences: reason, \.danger)
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
  /// Whether the chain is broken, so that the entry cannot be used.
  var isBroken: Bool {
    if case .broken = self?.chain { true } else { false }
  }

  /// The style of the chain's line.
  var style: KeyPath<Surface, Style> { isBroken ? \.danger : \.text }
}

extension Entry {
  /// The special conditions of switching to the entry.
  var access: [String] {
    [
      label.readOnly ? "read-only" : nil, label.confirm ? "requires confirmation" : nil,
      hasMFA ? "asks for an MFA code" : nil,
    ].compactMap(\.self)
  }
}

extension Details.Step {
  /// The name of a role; for other steps the kind and the profile.
  fileprivate var brief: String {
    guard kind == .assumeRole, let roleARN else {
      return kind.words + (profile.map { " (\($0))" } ?? "")
    }
    return roleARN.split(separator: "/").last.map(String.init) ?? roleARN
  }
}

extension Details.STS {
  /// The address without `https://`, and the region if the address does not contain it.
  fileprivate var place: String {
    let address = url.hasPrefix("https://") ? String(url.dropFirst(8)) : url
    return address + (url.contains(region) ? "" : " in \(region)")
  }
}

extension Marks {
  /// The arrow from one step to the next.
  var arrow: String { self == .ascii ? "->" : "→" }
}

extension Entry.Kind {
  /// How credentials are obtained, in AWS's words.
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
