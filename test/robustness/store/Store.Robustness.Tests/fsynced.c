/* LD_PRELOAD: keeps beside $FSYNCED_FILE and its -wal a copy NAME.durable of what was fsynced, so that power loss can be played.
   Writes count as lost until the file is synced; SQLite writes with pwrite64 and syncs with fsync or fdatasync. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAXFD 4096
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *path_of[MAXFD];
struct dirty { off_t at; size_t length; struct dirty *next; };
static struct dirty *dirty_of[MAXFD];

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static int is_ours(const char *path) {
    const char *file = getenv("FSYNCED_FILE");
    size_t n = file ? strlen(file) : 0;
    return n && !strncmp(path, file, n) && (!path[n] || !strcmp(path + n, "-wal"));
}

static int opened(int fd, const char *path) {
    if (fd >= 0 && fd < MAXFD && is_ours(path)) {
        pthread_mutex_lock(&lock);
        free(path_of[fd]);
        path_of[fd] = strdup(path);
        pthread_mutex_unlock(&lock);
    }
    return fd;
}

int open64(const char *path, int flags, ...) {
    va_list args; va_start(args, flags); int mode = va_arg(args, int); va_end(args);
    return opened(((int (*)(const char *, int, ...))real("open64"))(path, flags, mode), path);
}
int open(const char *path, int flags, ...) {
    va_list args; va_start(args, flags); int mode = va_arg(args, int); va_end(args);
    return opened(((int (*)(const char *, int, ...))real("open"))(path, flags, mode), path);
}

static void written(int fd, off_t at, ssize_t length) {
    if (length <= 0 || fd < 0 || fd >= MAXFD || !path_of[fd]) return;
    struct dirty *one = malloc(sizeof *one);
    pthread_mutex_lock(&lock);
    one->at = at; one->length = length; one->next = dirty_of[fd]; dirty_of[fd] = one;
    pthread_mutex_unlock(&lock);
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) {
    ssize_t done = ((ssize_t (*)(int, const void *, size_t, off64_t))real("pwrite64"))(fd, data, length, at);
    written(fd, at, done);
    return done;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) {
    ssize_t done = ((ssize_t (*)(int, const void *, size_t, off_t))real("pwrite"))(fd, data, length, at);
    written(fd, at, done);
    return done;
}

static void synced(int fd) {
    if (fd < 0 || fd >= MAXFD || !path_of[fd]) return;
    pthread_mutex_lock(&lock);
    char name[4096];
    snprintf(name, sizeof name, "%s.durable", path_of[fd]);
    int copy = ((int (*)(const char *, int, ...))real("open64"))(name, O_RDWR | O_CREAT, 0600);
    static char buffer[1 << 20];
    while (dirty_of[fd]) {
        struct dirty *one = dirty_of[fd];
        dirty_of[fd] = one->next;
        for (off_t at = one->at, end = one->at + one->length; at < end;) {
            size_t n = end - at < (off_t)sizeof buffer ? end - at : sizeof buffer;
            ssize_t got = pread64(fd, buffer, n, at);
            if (got <= 0) break;
            if (((ssize_t (*)(int, const void *, size_t, off64_t))real("pwrite64"))(copy, buffer, got, at) != got) abort();
            at += got;
        }
        free(one);
    }
    struct stat now;
    if (!fstat(fd, &now) && ftruncate64(copy, now.st_size)) abort();
    close(copy);
    pthread_mutex_unlock(&lock);
}
int fsync(int fd) {
    int result = ((int (*)(int))real("fsync"))(fd);
    if (!result) synced(fd);
    return result;
}
int fdatasync(int fd) {
    int result = ((int (*)(int))real("fdatasync"))(fd);
    if (!result) synced(fd);
    return result;
}
