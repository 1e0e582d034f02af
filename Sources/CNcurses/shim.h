#pragma once

// ncurses, given names that Swift can see. Swift imports neither macros that are not plain numbers
// (A_BOLD, getmaxyx) nor changing globals (stdscr, LINES); and WINDOW stays on this side, since it
// is a struct on some systems and opaque on others.

#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <wchar.h>

// <term.h> defines hundreds of macros with names such as `lines` and `tab`.
extern int setupterm(const char *term, int fd, int *why);

static const attr_t curses_bold = A_BOLD;
static const attr_t curses_dim = A_DIM;
static const attr_t curses_underline = A_UNDERLINE;
static const attr_t curses_reverse = A_REVERSE;

/// Makes terminfo's strings for a terminal known; false where it has no entry.
static inline bool curses_describe(const char *term, int fd) {
  int why = 0;
  return setupterm(term, fd, &why) == OK;
}

/// A string capability; NULL where the terminal lacks it, for which tigetstr has two answers.
static inline const char *curses_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

/// The locale of text alone: nothing else of the program may change with it.
static inline bool curses_use_locale(const char *name) {
  return setlocale(LC_CTYPE, name) != NULL;
}

static inline const char *curses_codeset(void) {
  return nl_langinfo(CODESET);
}

static inline int curses_rows(void) {
  return LINES;
}

static inline int curses_columns(void) {
  return COLS;
}

static inline int curses_pair_count(void) {
  return COLOR_PAIRS;
}

/// Colours from `alloc_pair`, -1 for the terminal's own. False where it has none.
static inline bool curses_use_colors(void) {
  return start_color() == OK && use_default_colors() == OK;
}

/// Our own decoder reads the keys: pending input must not put off an update, as it does by default.
static inline void curses_ignore_input(void) {
  typeahead(-1);
}

/// Unlike `resizeterm` it does not push KEY_RESIZE into a queue that is not read.
static inline void curses_resize(int rows, int columns) {
  resize_term(rows, columns);
}

/// The next update draws every cell: what is on the screen is not known.
static inline void curses_forget_screen(void) {
  clearok(curscr, TRUE);
}

/// Puts the cursor somewhere; a row below 0 leaves it where drawing ends.
static inline void curses_place_cursor(int row, int column) {
  leaveok(stdscr, row < 0);
  if (row >= 0) wmove(stdscr, row, column);
}

/// How many columns ncurses gives a character; below 0 where it draws none. Swift's Glibc hides
/// wcwidth.
static inline int curses_width(wchar_t character) {
  return wcwidth(character);
}

/// One cell: a character and its marks, zero-terminated. False where the two cannot share a cell.
static inline bool curses_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  // The pair's number in the options: the parameter made for it ends at 32767.
  return setcchar(cell, text, attributes, 0, &pair) == OK;
}

/// Puts another character, one without marks, into a cell.
static inline void curses_set_character(cchar_t *cell, wchar_t character) {
  cell->chars[0] = character;
}

/// Sets cells from the start of a row, one for each character, wide ones included. Never wraps or
/// scrolls.
static inline void curses_put_row(int row, const cchar_t *cells, int count) {
  mvwadd_wchnstr(stdscr, row, 0, cells, count);
}

static inline void curses_update(void) {
  wnoutrefresh(stdscr);
  doupdate();
}
