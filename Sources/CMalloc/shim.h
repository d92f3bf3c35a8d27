// What the system's memory can be told, which the overlays of Swift leave out. Only glibc can be told anything.
#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/// Memory that becomes free stays with the program: blocks come from its heap, which never shrinks. Only blocks of 512 KiB
/// and more are asked of the system and given back to it: an array that grows with a very large set leaves one behind
/// at each doubling, which nothing smaller fills again. What a piece of a large file needs is less, so that it stays for
/// the next piece.
///
/// And the heap of a thread is opened to it as a whole when it begins, 64 MiB of addresses: page by page, as glibc does it
/// otherwise, it is a call for each page, and threads wait for each other's. Pages that nobody writes to take no memory.
static inline void keep_freed_memory(void) {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 0x7fffffff);
  mallopt(M_TOP_PAD, 1 << 26);
  // The thread that says so has a heap already, which one large block opens: of this size it is still taken from the heap.
  // That nobody uses it, the compiler must not see.
  mallopt(M_MMAP_THRESHOLD, 1 << 25);
  void *volatile block = malloc(1 << 24);
  free(block);
  mallopt(M_MMAP_THRESHOLD, 1 << 19);
#endif
}
