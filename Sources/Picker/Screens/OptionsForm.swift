import Accounts

/// The form for what is chosen before switching.
struct OptionsForm: Equatable, Sendable {
  let selectedSwitch: SelectedSwitch
  let fields: [OptionField]
  /// The place of the field that is typed into.
  private(set) var place = 0
  /// What is wrong with what was sent, by field.
  private(set) var errors: [OptionField: String] = [:]
  private var texts: [OptionField: TextField]

  /// The form for an order from `entry`, filled with what the order has chosen.
  init(_ order: SelectedSwitch, from entry: Entry) {
    self.selectedSwitch = order
    fields = OptionField.offered(entry, hasRole: order.role != nil)
    texts = Dictionary(
      uniqueKeysWithValues: fields.map { ($0, TextField($0.text(order.choice))) })
  }

  subscript(_ field: OptionField) -> TextField { texts[field] ?? TextField("") }

  /// The field that is typed into.
  var current: OptionField { fields[place] }
}

extension OptionsForm {
  mutating func move(_ motion: Motion) {
    place = motion.applied(to: place, page: fields.count, count: fields.count)
  }

  /// Types text; false where the field takes no such thing, or not all of it.
  mutating func type(_ text: String) -> Bool {
    errors[current] = nil
    guard current == .readOnly else {
      return texts[current, default: TextField("")].insert(text)
    }
    switch text.first?.lowercased() {
    case "y": texts[.readOnly] = TextField("yes")
    case "n": texts[.readOnly] = TextField("no")
    case " ": flip()
    default: return false
    }
    return true
  }

  /// Types characters each of which is a key; false where the field does not take all of them.
  mutating func type(keys: ArraySlice<Character>) -> Bool {
    guard current == .readOnly else { return type(String(keys)) }
    return keys.reduce(true) { type(String($1)) && $0 }
  }

  mutating func apply(_ edit: TextField.Edit) {
    errors[current] = nil
    guard current == .readOnly else {
      texts[current, default: TextField("")].apply(edit)
      return
    }
    if edit == .left || edit == .right { flip() }
  }

  /// The choice that all the fields make; nil, and what is wrong stands at the fields, where they make none.
  mutating func choice() -> SessionOptions? {
    var choice = SessionOptions()
    errors = [:]
    for field in fields {
      errors[field] = field.read(self[field].text, into: &choice)
    }
    guard let wrong = fields.firstIndex(where: { errors[$0] != nil }) else { return choice }
    place = wrong
    return nil
  }

  private mutating func flip() {
    texts[.readOnly] = TextField(self[.readOnly].text == "yes" ? "no" : "yes")
  }
}

extension Model {
  /// Opens the form over the selected entry, or over a failed switch with what it had chosen.
  mutating func openOptions() -> [Effect] {
    guard purpose == .switching else { return [.ring] }
    switch screen {
    case .list where help == nil && actsOnMarked: return refuseForMarks()
    case .list where help == nil:
      guard let order = selectedSwitch else { return [.ring] }
      open(order)
    case .failed(let failure) where help == nil:
      guard let order = failure.selectedSwitch else { return [.ring] }
      open(order)
    default: return [.ring]
    }
    return []
  }

  /// Switches with what the form says, or shows what is wrong in it.
  mutating func submit(_ form: OptionsForm) -> [Effect] {
    var form = form
    guard let choice = form.choice() else {
      screen = .choosingOptions(form)
      return [.ring]
    }
    return startSwitch(
      makeSwitch(form.selectedSwitch.entry, choice: choice, role: form.selectedSwitch.role))
  }

  private mutating func open(_ order: SelectedSwitch) {
    screen = .choosingOptions(OptionsForm(order, from: list.entry(order.entry)))
  }
}

extension Model {
  func text(of form: OptionsForm) -> BoxedText {
    let entry = list.entry(form.selectedSwitch.entry)
    let fields = form.fields.flatMap { blocks($0, form, entry) }
    return BoxedText(
      title: "Options for \(name(form.selectedSwitch))",
      body: [.text("")] + notes(form, entry) + fields + [.text("")])
  }

  private func blocks(
    _ field: OptionField, _ form: OptionsForm, _ entry: Entry
  ) -> [BoxedText.Block] {
    let isCurrent = field == form.current
    let line = OptionLine(
      label: (isCurrent ? marks.pointer : " ") + " " + field.label, field: form[field],
      isCurrent: isCurrent, hint: field.hint(entry))
    return (form.errors[field].map { [.warning($0)] } ?? []) + [.option(line)]
  }

  /// Why some things cannot be chosen.
  private func notes(_ form: OptionsForm, _ entry: Entry) -> [BoxedText.Block] {
    var notes: [String] = []
    if form.fields == [.region] {
      notes.append(
        "Only the region can be chosen: its credentials come as they are (\(entry.kind.words)).")
    }
    if entry.label.readOnly { notes.append("It is always read-only, as its settings say.") }
    return notes.isEmpty ? [] : notes.map { .text($0) } + [.text("")]
  }
}
