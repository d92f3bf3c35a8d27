// Runs a command so many times, one run right after the other, and says what each took, in a line on standard output:
//
//     wall seconds, processor seconds (user and system, of the command and all that it started and waited for),
//     peak memory in KiB, exit status (128 and the number of the signal that ended it)
//
//     stopwatch OUTPUT RUNS COMMAND...
//
// What the last run prints goes to the file OUTPUT. This is a program of its own, and a small one, because a child
// begins with the peak memory of the process that starts it.

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec * 1e-6; }

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

// Runs a command, and prints what it took in a line; whether it could be run.
static int run(int output, char **command) {
  double start = now();
  pid_t child = fork();
  if (child < 0) {
    fprintf(stderr, "stopwatch: %s\n", strerror(errno));
    return 0;
  }
  if (child == 0) {
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    execvp(command[0], command);
    fprintf(stderr, "stopwatch: %s: %s\n", command[0], strerror(errno));
    _exit(127);
  }
  int status;
  struct rusage usage;
  while (wait4(child, &status, 0, &usage) < 0) {
    if (errno != EINTR) return 0;
  }
  double end = now();
  printf("%.6f %.6f %ld %d\n", end - start, seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss,
         WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return 1;
}

int main(int argc, char **argv) {
  int runs = argc < 4 ? 0 : atoi(argv[2]);
  if (runs < 1) {
    fprintf(stderr, "usage: stopwatch OUTPUT RUNS COMMAND...\n");
    return 2;
  }
  int output = open(argv[1], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (output < 0) {
    fprintf(stderr, "stopwatch: %s: %s\n", argv[1], strerror(errno));
    return 2;
  }
  // One right after the other: who starts it has pauses of 50 ms, after which a processor has to be woken.
  for (int number = 0; number < runs; number++) {
    if (ftruncate(output, 0) != 0 || lseek(output, 0, SEEK_SET) != 0 || !run(output, argv + 3)) return 2;
  }
  return 0;
}
