import Accounts

/// The form for the options of a switch.
struct OptionsForm: Equatable, Sendable {
  let selectedSwitch: SelectedSwitch
  let fields: [OptionField]
  /// The index of the current field.
  private(set) var place = 0
  /// The errors of the submitted values, by field.
  private(set) var errors: [OptionField: String] = [:]
  private var texts: [OptionField: TextField]

  /// Creates the form for a switch from `entry`, filled with the options of the switch.
  init(_ selectedSwitch: SelectedSwitch, from entry: Entry) {
    self.selectedSwitch = selectedSwitch
    fields = OptionField.offered(entry, hasRole: selectedSwitch.role != nil)
    texts = Dictionary(
      uniqueKeysWithValues: fields.map { ($0, TextField($0.text(selectedSwitch.options))) })
  }

  subscript(_ field: OptionField) -> TextField { texts[field] ?? TextField("") }

  /// The current field.
  var current: OptionField { fields[place] }
}

extension OptionsForm {
  mutating func move(_ motion: Motion) {
    place = motion.applied(to: place, page: fields.count, count: fields.count)
  }

  /// Types text.
  ///
  /// It returns false if the field does not accept the text, or not all of it.
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

  /// Types characters, each as a key.
  ///
  /// It returns false if the field does not accept all of them.
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

  /// The options of all fields; nil if a value is invalid, with the reason in `errors`.
  mutating func options() -> SessionOptions? {
    var options = SessionOptions()
    errors = [:]
    for field in fields {
      errors[field] = field.read(self[field].text, into: &options)
    }
    guard let wrong = fields.firstIndex(where: { errors[$0] != nil }) else { return options }
    place = wrong
    return nil
  }

  private mutating func flip() {
    texts[.readOnly] = TextField(self[.readOnly].text == "yes" ? "no" : "yes")
  }
}

extension Model {
  /// Opens the form for the selected entry, or for a failed switch with its options.
  mutating func openOptions() -> [Effect] {
    guard purpose == .switching else { return [.ring] }
    switch screen {
    case .list where help == nil && actsOnMarked: return refuseForMarks()
    case .list where help == nil:
      guard let selectedSwitch else { return [.ring] }
      open(selectedSwitch)
    case .failed(let failure) where help == nil:
      guard let selectedSwitch = failure.selectedSwitch else { return [.ring] }
      open(selectedSwitch)
    default: return [.ring]
    }
    return []
  }

  /// Switches with the options of the form, or shows its errors.
  mutating func submit(_ form: OptionsForm) -> [Effect] {
    var form = form
    guard let options = form.options() else {
      screen = .choosingOptions(form)
      return [.ring]
    }
    return startSwitch(
      makeSwitch(form.selectedSwitch.entry, options: options, role: form.selectedSwitch.role))
  }

  private mutating func open(_ selectedSwitch: SelectedSwitch) {
    screen = .choosingOptions(OptionsForm(selectedSwitch, from: list.entry(selectedSwitch.entry)))
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

  /// Notes about options that are not available.
  private func notes(_ form: OptionsForm, _ entry: Entry) -> [BoxedText.Block] {
    var notes: [String] = []
    if form.fields == [.region] {
      notes.append(
        "Only the region can be set: its credentials are used as they are (\(entry.kind.words)).")
    }
    if entry.label.readOnly { notes.append("It is always read-only, as its settings say.") }
    return notes.isEmpty ? [] : notes.map { .text($0) } + [.text("")]
  }
}
