import Accounts
import Canvas

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
