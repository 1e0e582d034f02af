package import Accounts
import Canvas

extension Details {
  /// One step of a chain.
  package struct Step: Equatable, Sendable {
    package var kind: Entry.Kind
    /// The profile that says so; nil where the environment does.
    package var profile: String?
    /// The role that the step ends in, where it is known by its ARN.
    package var roleARN: String?
    package var mfaDevice: String?
    package var externalID: String?
    /// How long the session is asked for, in seconds.
    package var duration: Int?
    /// Whatever else is to be said of it.
    package var facts: [Fact]

    package init(
      _ kind: Entry.Kind, profile: String?, roleARN: String? = nil, mfaDevice: String? = nil,
      externalID: String? = nil, duration: Int? = nil, facts: [Fact] = []
    ) {
      self.kind = kind
      self.profile = profile
      self.roleARN = roleARN
      self.mfaDevice = mfaDevice
      self.externalID = externalID
      self.duration = duration
      self.facts = facts
    }
  }

  package struct Fact: Equatable, Sendable {
    package var title: String
    package var value: String

    package init(_ title: String, _ value: String) {
      self.title = title
      self.value = value
    }
  }
}

extension Details {
  /// With all that comes from files made safe to show.
  var cleaned: Details {
    var details = self
    details.problems = problems.map(\.cleaned)
    switch chain {
    case .steps(let steps, let sts):
      details.chain = .steps(steps.map(\.cleaned), sts: sts?.cleaned)
    case .broken(let why): details.chain = .broken(why.cleanedLines)
    }
    return details
  }
}

extension Details.Step {
  fileprivate var cleaned: Details.Step {
    Details.Step(
      kind, profile: profile?.cleaned, roleARN: roleARN?.cleaned, mfaDevice: mfaDevice?.cleaned,
      externalID: externalID?.cleaned, duration: duration,
      facts: facts.map { Details.Fact($0.title, $0.value.cleaned) })
  }
}

extension Details.STS {
  fileprivate var cleaned: Details.STS { Details.STS(url: url.cleaned, region: region.cleaned) }
}
