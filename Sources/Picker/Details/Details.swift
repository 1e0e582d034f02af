package import Accounts
package import Text

/// What is known of an entry beyond its row, once its chain has been followed and the history was asked.
package struct Details: Equatable, Sendable {
  package enum Chain: Equatable, Sendable {
    /// From stored credentials to the entry's role, and where STS is asked; nil where it has no part in it.
    case steps([Step], sts: STS?)
    /// Why the entry cannot be switched to, in sentences.
    case broken(String)
  }

  package struct STS: Equatable, Sendable {
    package var url: String
    package var region: String

    package init(url: String, region: String) {
      self.url = url
      self.region = region
    }
  }

  /// A switch that happened.
  package struct Use: Equatable, Sendable {
    package var at: Moment
    package var how: SwitchRecord.Method
    /// How the child ended; nil while it runs, and where there is none.
    package var exitStatus: Int?

    package init(at moment: Moment, how: SwitchRecord.Method, exitStatus: Int? = nil) {
      at = moment
      self.how = how
      self.exitStatus = exitStatus
    }
  }

  package var chain: Chain
  /// What of it is not used as it is written in the files, in sentences.
  package var problems: [String] = []
  /// The newest switches, newest first.
  package var uses: [Use]
  /// How many switches there were, those included.
  package var useCount: Int

  package init(chain: Chain, uses: [Use] = [], useCount: Int = 0) {
    self.chain = chain
    self.uses = uses
    self.useCount = useCount
  }
}

/// Details, and the entry that they were found out of.
struct LoadedDetails: Equatable, Sendable {
  var entry: Entry
  /// Cleaned.
  var details: Details
  /// Nil where its account is not known.
  var others: OtherEntries?
}

/// The other entries of an account.
struct OtherEntries: Equatable, Sendable {
  /// The display names of the first of them.
  var names: [String]
  var count: Int
}

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
