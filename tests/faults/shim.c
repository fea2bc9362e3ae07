/* SPDX-License-Identifier: Apache-2.0
 * shim.c - a disk that misbehaves, by LD_PRELOAD: FAULT=eio (writes fail after a while), FAULT=short (writes
 * and reads do a part of the work, and are interrupted now and then), FAULT=fsync (syncing fails). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int fault(const char* name) {
  const char* wanted = getenv("FAULT");
  return wanted && strcmp(wanted, name) == 0;
}
static int is_file(int fd) {
  struct stat s;
  return fstat(fd, &s) == 0 && S_ISREG(s.st_mode);
}

ssize_t write(int fd, const void* bytes, size_t size) {
  static ssize_t (*real)(int, const void*, size_t);
  static int calls;
  if (!real) real = (ssize_t(*)(int, const void*, size_t))dlsym(RTLD_NEXT, "write");
  if (is_file(fd)) {
    if (fault("eio") && ++calls > 1) return errno = EIO, -1;
    if (fault("short") && ++calls % 3 == 0) return errno = EINTR, -1;
    if (fault("short") && size > 7) size = size / 2;
  }
  return real(fd, bytes, size);
}

ssize_t read(int fd, void* bytes, size_t size) {
  static ssize_t (*real)(int, void*, size_t);
  static int calls;
  if (!real) real = (ssize_t(*)(int, void*, size_t))dlsym(RTLD_NEXT, "read");
  if (is_file(fd) && fault("short")) {
    if (++calls % 3 == 0) return errno = EINTR, -1;
    if (size > 1000) size = 1000;
  }
  return real(fd, bytes, size);
}

int fsync(int fd) {
  static int (*real)(int);
  if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  return fault("fsync") && is_file(fd) ? (errno = EIO, -1) : real(fd);
}
int fdatasync(int fd) { return fsync(fd); }
