#pragma once

// ncurses with names that Swift can see. Swift imports neither macros that are not plain numbers
// (A_BOLD, getmaxyx) nor mutable globals (stdscr, LINES). WINDOW is used here only, since it is a
// struct on some systems and opaque on others.

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

// <term.h> is not included: it defines hundreds of macros with names like `lines` and `tab`.
extern int setupterm(const char *term, int fd, int *why);

static const attr_t curses_bold = A_BOLD;
static const attr_t curses_dim = A_DIM;
static const attr_t curses_underline = A_UNDERLINE;
static const attr_t curses_reverse = A_REVERSE;

/// Loads the terminfo entry of a terminal. Returns false if there is none.
static inline bool curses_describe(const char *term, int fd) {
  int why = 0;
  return setupterm(term, fd, &why) == OK;
}

/// A string capability; NULL if the terminal does not have it, for which tigetstr has two return
/// values.
static inline const char *curses_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

/// Sets the locale of text only: nothing else of the program may change with it.
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

/// Enables colours from `alloc_pair`, with -1 for the terminal's own. Returns false if it has none.
static inline bool curses_use_colors(void) {
  return start_color() == OK && use_default_colors() == OK;
}

/// KeyDecoder reads the keys: pending input must not delay an update, as it does by default.
static inline void curses_ignore_input(void) {
  typeahead(-1);
}

/// Unlike `resizeterm` it does not push KEY_RESIZE into a queue that is not read.
static inline void curses_resize(int rows, int columns) {
  resize_term(rows, columns);
}

/// Makes the next update draw every cell, because the content of the screen is not known.
static inline void curses_forget_screen(void) {
  clearok(curscr, TRUE);
}

/// Places the cursor. A row below 0 leaves it where drawing ends.
static inline void curses_place_cursor(int row, int column) {
  leaveok(stdscr, row < 0);
  if (row >= 0) wmove(stdscr, row, column);
}

/// The columns of a character in ncurses; below 0 if it is not drawn. Swift's Glibc hides wcwidth.
static inline int curses_width(wchar_t character) {
  return wcwidth(character);
}

/// Fills a cell with a character and its marks, zero-terminated. Returns false if they cannot share
/// a cell.
static inline bool curses_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  // The pair is passed as an option, since its own parameter ends at 32767.
  return setcchar(cell, text, attributes, 0, &pair) == OK;
}

/// Replaces the character of a cell by one without marks.
static inline void curses_set_character(cchar_t *cell, wchar_t character) {
  cell->chars[0] = character;
}

/// Sets cells from the start of a row, one for each character, including wide ones. Never wraps or
/// scrolls.
static inline void curses_put_row(int row, const cchar_t *cells, int count) {
  mvwadd_wchnstr(stdscr, row, 0, cells, count);
}

static inline void curses_update(void) {
  wnoutrefresh(stdscr);
  doupdate();
}
