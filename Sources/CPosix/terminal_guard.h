#pragma once

#include "CPosix.h"

// What hold.c, signals.c and spawn.c need of each other.

/// Gives the terminal back, once, however many ask.
void hold_give_back(void);
/// Takes it again after a stop, in the foreground only: in the background this stops us.
void hold_take_again(void);
/// Stops this thread's process until the terminal is ours, as a read of it would.
void hold_wait_for_foreground(int signal);
bool hold_is_busy(void);
/// The line settings of a terminal, where it is held as it was found; false where it has none.
bool hold_settings_found(int tty, struct termios *settings);
/// Waits for the terminal's answer, where one is due, and drops it; keeps what was typed meanwhile.
void hold_swallow_answer(void);
/// Gives the terminal what was typed meanwhile, to be read once more, where the system lets us.
void hold_put_back(int tty);
void hold_wake(char why);

/// Removes the folders that are to go when we end.
void removal_at_end(void);

/// Gives the thread that calls a stack of its own for the handlers of crashes.
void crash_stack_begin(void);

/// In a new child that leads a session: makes the pseudo-terminal its terminal, and goes on in a
/// process that has it in the foreground; the leader ends as that does. False where the system gives
/// no process.
bool pty_become_users(int pty);

/// In a new child, before exec: the limit of open files as we found it.
void descriptors_undo_in_child(void);

/// Every signal that would end us or stop us gets a handler.
void signals_take(int who);
void signals_undo(void);
/// Raises the signal that came while the terminal was being written.
void signals_raise_waiting(void);
/// Does not return where a signal is ending us on another thread: how we end is its business.
void signals_wait_for_end(void);
/// The child that signals are passed on to; 0 when it has ended.
void signals_set_child(pid_t child);
/// In a new child, before exec: each signal as we found it, or at its default.
void signals_undo_in_child(bool defaults);
