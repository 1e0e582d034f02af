#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

// The kernel's keyrings. glibc has no wrappers, and libkeyutils is not installed on every machine.
// Each function returns the kernel's result (a key's serial number, a length, 0), or minus the
// error number.

enum {
  SWITCHBACK_SESSION_KEYRING = -3,
  SWITCHBACK_USER_KEYRING = -4,
  SWITCHBACK_USER_SESSION_KEYRING = -5,
};

/// Permissions of a key's possessor and of its owner, for `switchback_key_setperm`.
enum {
  SWITCHBACK_POSSESSOR_ALL = 0x3f000000,
  SWITCHBACK_USER_VIEW = 0x010000,
  SWITCHBACK_USER_READ = 0x020000,
  SWITCHBACK_USER_WRITE = 0x040000,
  SWITCHBACK_USER_SEARCH = 0x080000,
  SWITCHBACK_USER_LINK = 0x100000,
  SWITCHBACK_USER_SETATTR = 0x200000,
  SWITCHBACK_USER_ALL = 0x3f0000,
};

long switchback_key_search(int32_t ring, const char *type, const char *description);
long switchback_key_add(
    const char *type, const char *description, const void *payload, size_t length, int32_t ring);
/// Returns the full length of the payload, of which at most `length` bytes were written.
long switchback_key_read(int32_t key, void *buffer, size_t length);
long switchback_key_setperm(int32_t key, uint32_t permissions);
long switchback_key_link(int32_t key, int32_t ring);
long switchback_key_unlink(int32_t key, int32_t ring);
long switchback_key_revoke(int32_t key);

/// The original environment of the process: `NAME=value` strings, and a null after the last.
char *const *switchback_environment(void);

/// The arguments of the process, its own name first, independent of later changes to the
/// environment.
char *const *switchback_arguments(int *count);

/// Keeps the memory of the process out of core dumps and out of backtraces of the Swift runtime,
/// which print the targets of registers, and from other processes of the same user. Returns 0, or
/// minus the error number. To be called in the first line of main.
int switchback_hide_memory(void);

/// Makes all threads use one heap: separate ones would cost half a megabyte each, and slow
/// operations allocate nothing. To be called before the first thread.
void switchback_share_heap(void);

/// Returns freed memory to the system: reading a hundred thousand profiles takes a hundred
/// megabytes.
void switchback_return_memory(void);

/// Drops the program's code from memory, to be read again as needed: most of it is only needed at
/// the start.
void switchback_drop_code(void);

/// Raises a low limit of open files, as far as the system allows. Children get the original limit.
/// To be called before the first thread.
void switchback_raise_descriptors(void);
/// Whether this number of additional files can be opened now.
bool switchback_can_open(int count);
/// Whether the limit is low and the files cannot be opened. Takes no time if the limit is not low.
bool switchback_lacks_descriptors(int count);

/// If another program truncates a file that is mapped into memory, the process ends with this
/// sentence and status 2. The sentence must stay valid.
void switchback_explain_lost_bytes(const char *sentence);
/// Records the inherited descriptors, which are passed on to a command that runs in this process
/// group. To be called at the beginning of main.
void switchback_note_descriptors(void);

/// Creates a pipe whose ends are non-blocking and closed on exec. Returns 0, or -1 with errno set.
/// Swift's Glibc hides pipe2.
int switchback_pipe(int ends[2]);

/// Creates a file in memory. Returns its descriptor, or -1 with errno set. Swift's Glibc hides
/// memfd_create.
int switchback_memory_file(void);

// Children.

enum { SWITCHBACK_SPAWN_DIRECTORY = 1, SWITCHBACK_SPAWN_EXEC = 2, SWITCHBACK_SPAWN_FORK = 3 };

/// Starts a program. With `tty` not below 0 it leads its own process group in the foreground of
/// that terminal, with every signal at its default. Otherwise it stays in this process group, and
/// ignores the signals that this process inherited as ignored. With `reads_tty` its standard input
/// is that terminal, whatever the standard input of this process is. It gets `last_signal` if the
/// calling thread dies. Returns its process ID, or minus the error number with the step in
/// `failed`.
pid_t switchback_spawn(
    const char *path, char *const arguments[], char *const environment[], const char *directory,
    int tty, bool reads_tty, int last_signal, int *failed);

/// Starts a detached program: in its own session without a terminal, with empty standard input, its
/// output and errors in these descriptors, and no other descriptor open. It gets TERM if the
/// calling thread dies, or nothing if it is watched. Returns its process ID, which is also that of
/// its process group, or minus the error number with the step in `failed`.
pid_t switchback_spawn_apart(
    const char *path, char *const arguments[], char *const environment[], int output, int errors,
    bool is_watched, int *failed);

/// Starts a detached program with `pty`, an end of a pseudo-terminal, as its terminal, or none if
/// that is below 0. It gets KILL if the calling thread dies, since all processes that it has
/// started must end with it, or nothing if it is watched. Processes that it leaves running at its
/// own end are not told that the terminal closes: the returned process ID is that of a process that
/// leads the session, waits, and ends as the program does.
pid_t switchback_spawn_helper(
    const char *path, char *const arguments[], char *const environment[], int output, int errors,
    int pty, bool is_watched, int *failed);

/// Opens a pseudo-terminal that a program can use in place of the terminal `like`: with its size,
/// and with its line settings (the original ones if it is guarded), but set to line input with
/// echo. Returns this process's end of it, which is non-blocking and closed on exec, or -1 with
/// errno set. The other end and its path are in `other` and `name`.
int switchback_open_pty(int like, int *other, char *name, size_t room);
/// Gives a terminal the size of another one.
void switchback_copy_size(int from, int to);
/// A descriptor that is readable once the child has ended; -1 if the kernel (before 5.3) has none.
int switchback_open_process(pid_t child);

/// Starts a watcher: a process that ends commands and their descendants when this process dies for
/// any reason, with TERM and 3 seconds later with KILL. Returns a descriptor to report commands to
/// it, which must stay open; -1 if that fails.
int switchback_start_watcher(void);
/// Reports a command to the watcher: the mark in its environment, and its process ID, 0 before it
/// has one, or -1 if it need not be ended any more.
void switchback_tell_watcher_of(int watcher, int32_t number, const char *mark);
/// Starts a watcher that ends a helper and its descendants when this process dies for any reason.
/// Processes of the helper have `mark` in their environment. Returns a descriptor to report the
/// helper to it; -1 if that fails.
int switchback_watch_helper(const char *mark);
/// Reports the helper's process ID to its watcher. A negative number means that it need not be
/// ended any more.
void switchback_tell_watcher(int watcher, int32_t number);

/// Memory for the processes of commands; NULL if there is none. To be released with `free`.
void *switchback_family(void);
/// Sends a signal to the leader of a group, which is not reaped yet, and to all its descendants,
/// whatever group they are in, and records them.
void switchback_signal_family(void *family, pid_t first, const char *mark, int number);
/// Kills all of them, and all that were recorded before.
void switchback_kill_family(void *family, pid_t first, const char *mark);
/// Kills a process, which is not reaped yet, its descendants, and all processes with `mark` in
/// their environment. All are stopped first, so that none continues after the end of another.
void switchback_end_family(pid_t first, const char *mark);

enum { SWITCHBACK_EXITED, SWITCHBACK_SIGNALED, SWITCHBACK_STOPPED };

/// Waits until a child ends or, if `stops` is set, stops. Returns what happened, with its exit
/// status or signal in `value`, or minus the error number.
int switchback_wait(pid_t child, bool stops, int *value);

/// Waits until a child ends, but does not reap it, so that its process ID is not reused. Returns
/// what happened, with its exit status or signal in `value`, or minus the error number.
int switchback_wait_unreaped(pid_t child, int *value);

/// From now on each signal that would end or stop this process from outside only writes a byte with
/// its number to `pipe`. Inherited ignored signals stay ignored.
void switchback_catch(int pipe);
/// Restores the previous action of each signal.
void switchback_let_go(void);

// The terminal guard: everything that a signal handler needs to give the terminal back as it was
// found. There is one terminal, and handlers take no arguments, so there is one guard, with static
// state.

/// The current user of the terminal, which determines the effect of each signal.
enum {
  /// This process. A signal that ends or stops it gives the terminal back first.
  SWITCHBACK_OURS,
  /// A shell in the foreground. It receives the signals of keys itself. HUP and TERM are passed on.
  /// TSTP stops it.
  SWITCHBACK_LENT,
  /// A command in this process group. It receives INT and QUIT itself. HUP and TERM are passed on.
  SWITCHBACK_BESIDE,
};

/// The byte strings of the guard.
enum {
  /// Written once when the terminal is taken again after a stop.
  SWITCHBACK_ENTER,
  /// Written after that, or alone if a stop could not be caught. Must be harmless when sent twice.
  SWITCHBACK_AGAIN,
  /// Written when the terminal is given back.
  SWITCHBACK_LEAVE,
};

/// Stores a copy of a byte string. Returns false and stores nothing if it is longer than 4096
/// bytes.
bool switchback_keep(int part, const uint8_t *bytes, size_t count);
/// Installs the handlers. Until `switchback_hold`, the terminal is being changed and signals wait.
/// `wake`, unless below 0, gets a byte `w` when the window size changes and `c` when the process
/// continues after a stop. A `tty` below 0 means no terminal: only signals are handled.
void switchback_arm(int owner, int tty, int wake);
/// Reports that the terminal is set up. Its current line settings are restored after a stop.
void switchback_hold(void);
/// Reports that the terminal owes a reply that ends with its attributes (DA1), and the descriptor
/// from which it can be read without blocking; -1 once it has arrived. Giving the terminal back
/// within a second of this call waits for the reply until that second is over. Bytes typed
/// meanwhile can be read again.
void switchback_expect_answer(int keys);
/// Records the bytes of a sequence that has been read up to here and is incomplete.
void switchback_note_begun(const uint8_t *bytes, size_t count);
/// Requests to write to the terminal. Returns false while it is not available. Until
/// `switchback_end`, signals that end or stop the process wait.
bool switchback_begin(void);
void switchback_end(void);
/// Gives the terminal back and restores the previous action of each signal.
void switchback_disarm(void);
/// To be called when the child has stopped: gives the terminal back and stops this process group.
/// Once that continues in the foreground, the child gets the terminal again and continues too. If
/// no process could continue this one, the child continues at once.
void switchback_stop_beside_child(pid_t child);

/// Registers a private folder of this process, open as `folder`, for removal with its content when
/// a signal that can be caught ends the process. At most eight: a later run finds what is not
/// removed.
void switchback_remove_at_end(const char *path, int folder);
/// Cancels the registration: the folder is removed already.
void switchback_keep_at_end(const char *path);
