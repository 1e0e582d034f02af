import Accounts
import Picker
import Search

/// Every situation that has goldens.
let situations =
  lists + keys + details + calls + questions + edits + histories + texts + themes

private let lists = [
  Situation("list", "entries with a history and sessions", on: .whole),
  Situation("filtered", "the matches are highlighted", on: .whole, "adm pay<down>"),
  Situation("nothing-matches", "Enter has nothing to switch to", "zzz"),
  Situation("empty", "no entries at all") { picker([], look: $0) },
  Situation("one", "a single entry") { picker([company[3]], look: $0) },
  Situation("first-run", "no history, no sessions, in the order of the file", "<end>") {
    picker(recents: [], sessions: [:], look: $0)
  },
  Situation("recents", "more of them than digits", "<down><down>") {
    picker(recents: company.reversed().map(\.name), look: $0)
  },
  Situation("inside", "in the shell of an entry") { picker(current: "ledger-prod", look: $0) },
  Situation("read-only", "every entry, as --read-only has it") {
    picker(company.map(\.asReadOnly), look: $0)
  },
  Situation("notice", "some settings are ignored") {
    picker(notice: "2 problems in your config. Run `switchback config` to see them.", look: $0)
  },
  Situation("many", "ten thousand entries, at the last", "<end><up>") {
    picker(many, recents: ["entry-4567"], look: $0)
  },
  Situation("many-filtered", "some of ten thousand", "45 a<pgdn>") { picker(many, look: $0) },
]

private let calls = [
  Situation("calling", "a call under way for four seconds", onLedger, fourSeconds),
  Situation("calling-read-only", "a call for a read-only session", "<alt-r>", fourSeconds),
  Situation(
    "progress", "a call with a note", onLedger,
    .then("the note arrives", .progress("The session lasts 1 hour, not 12: the role allows it.")),
    fourSeconds),
  Situation(
    "failure", "AWS refuses", onLedger, .then("AWS refuses", .failed(entry: "ledger-dev", refusal))),
  Situation(
    "failure-long", "a failure that has to be scrolled", onLedger,
    .then("it fails at length", .failed(entry: "ledger-dev", longError)), "<pgdn>"),
  Situation(
    "login-code", "Identity Center shows a code to compare", onLedger,
    .then("the login has a code", .loginChanged(.code(userCode: "ABCD-EFGH", page: devicePage))),
    fourSeconds),
  Situation(
    "login-browser", "Identity Center is open in the browser", onLedger,
    .then("the browser opens", .loginChanged(.browser(url: authorizePage))), fourSeconds),
  Situation(
    "login-elsewhere", "another program logs in", onLedger,
    .then("another program is logging in", .loginChanged(.waitingForAnother)), fourSeconds),
]

private let questions = [
  Situation("help", "all keys", "<f1>"),
  Situation("help-end", "all keys, the last of them", "<f1><end>"),
  Situation(
    "mfa-code", "two digits of six", onLedger, .then("AWS requests a code", code(.firstRequest)),
    "12"),
  Situation(
    "mfa-code-wrong", "the last code was refused", onLedger,
    .then("AWS requests another code", code(.refused))),
  Situation("confirm", "an entry that requires confirmation", "ledger prod<enter>ledger"),
  Situation("confirm-wrong", "another name was submitted", "ledger prod<enter>yes<enter>"),
  Situation("options", "the options of a switch", "<ctrl-o><tab>90m"),
  Situation("options-wrong", "AWS does not accept the duration", "<ctrl-o><tab>99h<enter>"),
  Situation("typed-role", "a role's ARN instead of a query", pastedRole),
  Situation("typed-role-source", "from which entry to assume it", pastedRole, "<enter>"),
]

private let edits = [
  Situation("edit", "the label of an entry", "<alt-e>", labelRead),
  Situation("edit-reading", "the files are not read yet", "<alt-e>"),
  Situation(
    "edit-colour", "another colour is previewed", on: .depths, "<alt-e>", labelRead,
    "<tab><right><right>"),
  Situation("edit-group", "a group is being typed", "<alt-e>", labelRead, "<tab><tab>s"),
  Situation(
    "edit-wrong", "another entry has the shortcut", "<alt-e>", labelRead,
    "<tab><tab><tab><ctrl-u>p<enter>"),
  Situation(
    "edit-failed", "the file cannot be changed", "<alt-e>", labelRead, "!<enter>",
    .then("it fails", .editFailed(entry: "ledger-dev", notWritten))),
  Situation(
    "edited", "a remark about the change", "<alt-e>", labelRead, "!<enter>",
    .then("it is written", .edited(renamed, EntryTable(company)))),
  Situation(
    "undo-failed", "the file was changed by another program", "<alt-e>", labelRead, "!<enter>",
    .then("it is written", .edited(renamed, EntryTable(company))), "<alt-u>",
    .then("it fails", .undoFailed(changedMeanwhile))),
]

private let histories = [
  Situation("history", "every switch so far", "<alt-h>", historyIsRead, "<down><down>"),
  Situation("history-filtered", "two are marked", "<alt-h>", historyIsRead, "led<tab><tab>"),
  Situation("history-nothing-matches", "nothing to switch to", "<alt-h>", historyIsRead, "zzz"),
  Situation(
    "history-slow", "reading takes a moment", "<alt-h>",
    .then("a tenth of a second passes", .history(.isSlow))),
  Situation(
    "history-unreadable", "it cannot be read", "<alt-h>",
    .then("that fails", .history(.unreadable("The history in x could not be read: no disk.")))),
  Situation("history-forget-all", "it asks for a word", "<alt-h>", historyIsRead, "shop<alt-X>for"),
]

private let texts = [
  Situation("hostile-names", "names that try to control the terminal") {
    picker(hostile, look: $0)
  },
  Situation("wide-text", "CJK, emoji, marks that combine", "<down><down>") {
    picker(wide, look: $0)
  },
  Situation("long-names", "longer than any screen", "<down>") { picker(long, look: $0) },
]

private let themes = [
  Situation("dark", "the theme", on: .depths, theme: "dark", "adm<down>"),
  Situation("light", "the theme", on: .depths, theme: "light", "adm<down>"),
  Situation("high-contrast", "the theme", on: .depths, theme: "high-contrast", "adm<down>"),
]
