// The limit that metrolint is measured against: one thread that reads each file and lets libyaml parse it, and
// throws every event away. It keeps nothing, checks nothing and says only how much there was.
//
//     libyaml-loop PATH...      files, or folders whose .yaml and .yml files are read, hidden ones left out
//     libyaml-loop -            the paths from standard input, one a line
//
// Exit status: 0, or 1 when something could not be read or parsed.

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "events.h"

static unsigned char *buffer;
static size_t capacity;
static unsigned long long files, bytes, events;
static int status;

static void fail(const char *path, const char *reason) {
  fprintf(stderr, "libyaml-loop: %s: %s\n", path, reason);
  status = 1;
}

// Reads the whole file into the one buffer that all files share. Returns its size, or -1.
static ssize_t read_file(const char *access_path, const char *path) {
  int descriptor = open(access_path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    fail(path, strerror(errno));
    return -1;
  }
  struct stat facts;
  size_t count = 0;
  if (fstat(descriptor, &facts) == 0 && (size_t)facts.st_size + 1 > capacity) {
    capacity = (size_t)facts.st_size * 2 + 4096;
    buffer = realloc(buffer, capacity);
    if (buffer == NULL) abort();
  }
  for (;;) {
    ssize_t got = read(descriptor, buffer + count, capacity - count);
    if (got < 0) {
      fail(path, strerror(errno));
      close(descriptor);
      return -1;
    }
    count += (size_t)got;
    // A file of the size that it was said to have needs no second call; the byte more that was asked for tells.
    if (got == 0 || count < capacity) break;
    capacity *= 2;
    buffer = realloc(buffer, capacity);
    if (buffer == NULL) abort();
  }
  close(descriptor);
  return (ssize_t)count;
}

static void parse_file(const char *access_path, const char *path) {
  ssize_t count = read_file(access_path, path);
  if (count < 0) return;
  const char *problem;
  events += count_events(buffer, (size_t)count, &problem);
  if (problem != NULL) fail(path, problem);
  files++;
  bytes += (unsigned long long)count;
}

static int is_yaml(const char *name) {
  const char *dot = strrchr(name, '.');
  return dot != NULL && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
}

static void parse_below(char *path) {
  char *roots[] = {path, NULL};
  FTS *tree = fts_open(roots, FTS_PHYSICAL, NULL);
  if (tree == NULL) {
    fail(path, strerror(errno));
    return;
  }
  for (FTSENT *entry; (entry = fts_read(tree)) != NULL;) {
    if (entry->fts_level > 0 && entry->fts_name[0] == '.') {
      fts_set(tree, entry, FTS_SKIP);
    } else if (entry->fts_info == FTS_F && (entry->fts_level == 0 || is_yaml(entry->fts_name))) {
      parse_file(entry->fts_accpath, entry->fts_path);
    } else if (entry->fts_info == FTS_NS || entry->fts_info == FTS_DNR || entry->fts_info == FTS_ERR) {
      fail(entry->fts_path, strerror(entry->fts_errno));
    }
  }
  fts_close(tree);
}

static void parse_list(FILE *list) {
  char *line = NULL;
  size_t size = 0;
  ssize_t count;
  while ((count = getline(&line, &size, list)) >= 0) {
    if (count > 0 && line[count - 1] == '\n') line[count - 1] = '\0';
    if (line[0] != '\0') parse_file(line, line);
  }
  free(line);
}

int main(int argc, char **argv) {
  if (argc < 2) {
    fprintf(stderr, "usage: libyaml-loop PATH... | -\n");
    return 2;
  }
  for (int index = 1; index < argc; index++) {
    if (strcmp(argv[index], "-") == 0) {
      parse_list(stdin);
    } else {
      parse_below(argv[index]);
    }
  }
  printf("%llu files, %llu bytes, %llu events\n", files, bytes, events);
  free(buffer);
  return status;
}
