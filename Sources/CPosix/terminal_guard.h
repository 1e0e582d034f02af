#pragma once

#include "CPosix.h"

// The functions shared by terminal_guard.c, pending_replies.c, signals.c and the files about
// children.

/// Gives the terminal back once, however often it is called.
void guard_give_back(void);
/// Takes it again after a stop. For the foreground only: in the background this stops the process.
void guard_take_again(void);
/// Stops the process until it is in the foreground of the terminal, as a read would.
void guard_wait_for_foreground(int signal);
bool guard_is_busy(void);
/// The line settings of a terminal; the original ones if it is guarded. Returns false if it has
/// none.
bool guard_settings_found(int tty, struct termios *settings);
/// Waits for a pending reply of the terminal and drops it. Bytes typed meanwhile are kept.
void replies_drop(void);
/// Puts the bytes typed meanwhile back into the terminal's input, if the system allows it.
void replies_put_back(int tty);
void guard_wake(char reason);

/// Removes the folders that were registered for removal at the end.
void removal_at_end(void);

/// Gives the calling thread a separate stack for the crash handlers.
void crash_stack_begin(void);

/// In a new child that leads a session: makes the pseudo-terminal its terminal, and continues in a
/// process that is in its foreground. The leader ends as that process does. Returns false if the
/// system has no more processes.
bool pty_take_as_terminal(int pty);

/// In a new child, before exec: restores the original limit of open files.
void descriptors_undo_in_child(void);

/// Installs a handler for every signal that would end or stop this process.
void signals_take(int owner);
void signals_undo(void);
/// Raises the signal that arrived while the terminal was being written.
void signals_raise_waiting(void);
/// Does not return if a signal is ending the process on another thread, which decides how it ends.
void signals_wait_for_end(void);
/// Sets the child to which signals are passed on; 0 when it has ended.
void signals_set_child(pid_t child);
/// In a new child, before exec: restores the original action of each signal, or the default.
void signals_undo_in_child(bool defaults);
