#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

// The kernel's keyrings. glibc has no wrappers, and libkeyutils is not on every machine.
// Each returns what the kernel returns (a key's serial, a length, 0), or minus the error number.

enum {
  SWITCHBACK_SESSION_KEYRING = -3,
  SWITCHBACK_USER_KEYRING = -4,
  SWITCHBACK_USER_SESSION_KEYRING = -5,
};

/// Rights of whoever possesses a key, and of the user who owns it, as `switchback_key_setperm`
/// takes them.
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
/// The payload's whole length, of which at most `length` bytes were written.
long switchback_key_read(int32_t key, void *buffer, size_t length);
long switchback_key_setperm(int32_t key, uint32_t permissions);
long switchback_key_link(int32_t key, int32_t ring);
long switchback_key_unlink(int32_t key, int32_t ring);
long switchback_key_revoke(int32_t key);

/// The environment that we were started with: `NAME=value` strings, and a null after the last.
char *const *switchback_environment(void);

/// The words that we were started with, our own name first, whatever has been done to the
/// environment since.
char *const *switchback_arguments(int *count);

/// No core dump and no backtrace of the Swift runtime, which prints what registers point at, shows
/// our memory, and no other process of the same user may read it. 0, or minus the error number. For
/// the first line of main.
int switchback_hide_memory(void);

/// All threads take memory from one heap: one each would cost half a megabyte, and what takes long
/// takes none. Before the first thread.
void switchback_share_heap(void);

/// Gives the system what was freed: reading a hundred thousand profiles takes a hundred megabytes.
void switchback_return_memory(void);

/// Takes our own program's code out of memory, to be read again as it is needed: what starts a program is most of it,
/// and is not needed again.
void switchback_drop_code(void);

/// Where few files may be open at once, more may be from now on, as far as the system lets us; our children have the
/// limit that we found. Before the first thread.
void switchback_raise_descriptors(void);
/// True where so many files can be opened now, beside those that are open.
bool switchback_can_open(int count);
/// True where the limit is a low one, and they cannot; takes no time where it is not.
bool switchback_lacks_descriptors(int count);

/// Where the bytes of a file are looked at in memory, and another program cuts it short, that ends us: with this
/// sentence then, which must be there for ever, and status 2.
void switchback_explain_lost_bytes(const char *sentence);
/// Notes which files are open: they were opened for us by whoever started us, and are passed on to a command that runs
/// beside us. For the beginning of main.
void switchback_note_descriptors(void);

/// A pipe whose ends neither block nor outlive exec; 0, or -1 with errno set. Swift's Glibc hides
/// pipe2.
int switchback_pipe(int ends[2]);

/// A file in memory; its descriptor, or -1 with errno set. Swift's Glibc hides memfd_create.
int switchback_memory_file(void);

// Children.

enum { SWITCHBACK_SPAWN_DIRECTORY = 1, SWITCHBACK_SPAWN_EXEC = 2, SWITCHBACK_SPAWN_FORK = 3 };

/// Starts a program. With `tty` not below 0 it leads a process group of its own, in the foreground
/// of that terminal, every signal at its default; else it stays in our group, and ignores what we
/// were started ignoring. With `reads_tty` that terminal is its standard input, whatever ours is. It
/// gets `last_signal` when the thread that called dies. Its pid, or minus the error number, `failed`
/// saying where.
pid_t switchback_spawn(
    const char *path, char *const arguments[], char *const environment[], const char *directory,
    int tty, bool reads_tty, int last_signal, int *failed);

/// Starts a program apart from us: in a session of its own, without a terminal, its standard input
/// empty, its output and errors in these descriptors, no other open. It gets TERM when the thread that
/// called dies, or nothing where it is watched. Its pid, which is its process group's too, or minus the
/// error number, `failed` saying where.
pid_t switchback_spawn_apart(
    const char *path, char *const arguments[], char *const environment[], int output, int errors,
    bool is_watched, int *failed);

/// The same, but with `pty`, an end of a pseudo-terminal, as its terminal, or none where that is below
/// 0. It gets KILL when the thread that called dies, or nothing where it is watched, since all that it
/// has started is to end with it. What it leaves running at its own end is not told that the terminal
/// goes: the pid is that of a process which leads the session, waits, and ends as the program does.
pid_t switchback_spawn_helper(
    const char *path, char *const arguments[], char *const environment[], int output, int errors,
    int pty, bool is_watched, int *failed);

/// A pseudo-terminal that a program may use in place of a terminal: of that size, and with its line
/// settings, as they were found where it is held, but that lines are typed, with echo. Our end of it,
/// which neither blocks nor outlives exec, or -1 with errno set; the other end and its path in `other`
/// and `name`.
int switchback_open_pty(int like, int *other, char *name, size_t room);
/// Gives a terminal the size of another.
void switchback_copy_size(int from, int to);
/// A descriptor that can be read once the child has ended; -1 where the kernel (before 5.3) has none.
int switchback_open_process(pid_t child);

/// Starts a process that ends commands, each with all that it has started, with TERM, and 3 seconds later with KILL,
/// when we are gone, by whatever. A descriptor to tell it of them by, for as long as we are there; -1 where there can
/// be none.
int switchback_start_watcher(void);
/// Tells it of a command by what it has in its environment, and by its number, 0 as long as it has none; -1 says that it
/// is no longer to be ended.
void switchback_tell_watcher_of(int watcher, int32_t news, const char *mark);
/// Starts a process that ends a helper and all that it has started when we are gone, by whatever. What the helper
/// starts has `mark` in its environment. A descriptor to tell it by; -1 where there can be none.
int switchback_watch_helper(const char *mark);
/// Tells it of the helper; a negative number says that it is no longer to be ended.
void switchback_tell_watcher(int watcher, int32_t news);

/// Where it is kept which processes belong to commands; NULL where there is no memory, to be given to `free`.
void *switchback_family(void);
/// Sends a signal to a group's leader, which is not reaped yet, and to all that it has started, whatever group that is
/// in by now, and keeps which they are.
void switchback_signal_family(void *family, pid_t first, const char *mark, int number);
/// Kills all of them, and all that was found before.
void switchback_kill_family(void *family, pid_t first, const char *mark);
/// Kills a process, which is not reaped yet, and all that it has started: what descends from it, and what has `mark` in
/// its environment. All are stopped first, so that none goes on after the end of another.
void switchback_end_family(pid_t first, const char *mark);

enum { SWITCHBACK_EXITED, SWITCHBACK_SIGNALED, SWITCHBACK_STOPPED };

/// Waits until a child ends or, where `stops` is set, stops. What happened, its exit status or
/// signal in `value`; or minus the error number.
int switchback_wait(pid_t child, bool stops, int *value);

/// Waits until a child ends and leaves it to be reaped, so that its pid stays its own. What happened,
/// its exit status or signal in `value`; or minus the error number.
int switchback_wait_unreaped(pid_t child, int *value);

/// From now on the signals that end or stop us from outside are no more than a byte each in `pipe`,
/// their number; one that we were started ignoring stays ignored.
void switchback_catch(int pipe);
/// Each signal is again what it was.
void switchback_let_go(void);

// The terminal's hold: everything that a signal handler needs to give it back as it was found.
// There is one terminal, and handlers take no arguments, so there is one hold, and its state is the
// file's own.

/// Who has the terminal, which decides what each signal does.
enum {
  /// Ourselves. A signal that ends us first gives the terminal back, and so does one that stops us.
  SWITCHBACK_OURS,
  /// A shell in the foreground. Keys' signals are its own; HUP and TERM are passed on; TSTP stops
  /// it.
  SWITCHBACK_LENT,
  /// A command in our own process group. INT and QUIT are its own; HUP and TERM are passed on.
  SWITCHBACK_BESIDE,
};

/// The byte strings of a hold.
enum {
  /// Written once when the terminal is taken again after a stop.
  SWITCHBACK_ENTER,
  /// Written after that, and alone where a stop could not be caught: must do no harm twice.
  SWITCHBACK_AGAIN,
  /// Written when the terminal is given back.
  SWITCHBACK_LEAVE,
};

/// Keeps a copy of a byte string; false where it is longer than 4096 bytes, and then nothing is
/// kept.
bool switchback_keep(int part, const uint8_t *bytes, size_t count);
/// Installs the handlers. Until `switchback_hold` says so the terminal is being changed, and
/// signals wait. `wake`, unless below 0, gets a byte `w` when the window's size changes and `c`
/// when we go on after a stop. A `tty` below 0 is no terminal: only signals are handled.
void switchback_arm(int who, int tty, int wake);
/// The terminal is set up, with the line settings that it has now, which are the ones to go back to
/// after a stop.
void switchback_hold(void);
/// Says that the terminal owes an answer that ends with its attributes (DA1), and where it can be
/// read without blocking; -1 once it has come. Giving the terminal back within a second of this waits
/// for the answer until that second is over; what was typed meanwhile can be read again.
void switchback_expect_answer(int keys);
/// Says with which bytes a sequence has begun that has been read, and has no end yet.
void switchback_note_begun(const uint8_t *bytes, size_t count);
/// Asks to write to the terminal: false while it is not ours. Until `switchback_end`, signals that
/// end or stop us wait.
bool switchback_begin(void);
void switchback_end(void);
/// Gives the terminal back, and each signal what it did before.
void switchback_disarm(void);
/// The child has stopped: gives the terminal back and stops our process group; once that goes on in
/// the foreground, the child has the terminal again and goes on too. Where no process could let us
/// go on, the child goes on at once.
void switchback_stop_beside_child(pid_t child);

/// A folder of this process alone, open as `folder`, that goes with all that is in it when a signal ends us that can be
/// caught. Eight at most: what is not removed, a later run finds.
void switchback_remove_at_end(const char *path, int folder);
/// No longer: it is removed already.
void switchback_keep_at_end(const char *path);
