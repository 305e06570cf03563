/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * kill -9 of a writer at random moments. The child counts in shared memory which edition it has
 * begun and which one it has finished; whatever the moment, one of the two must be the current.
 */
#include "base/clock.h"
#include "rig.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
/* clang-format off: cmocka wants those above */
#include <cmocka.h>
/* clang-format on */

#define KILLS 120
#define WRITES_BEFORE_KILL 3 /* at most, as long as one takes on this disk */
#define PACKED_BYTES 40000
#define SITE "https://a.example.fi/"

struct progress {
    _Atomic int ready, begun, finished;
    int begun_ever; /* the highest; a killed one is begun again */
};

static struct str packed_of(struct arena *arena, int number)
{
    char *bytes = ARENA_ARRAY(arena, char, PACKED_BYTES);

    for (size_t i = 0; i < PACKED_BYTES; i++)
        bytes[i] = (char)(number * 31 + (int)i);
    memcpy(bytes, &number, sizeof number);
    return (struct str){ bytes, PACKED_BYTES };
}

/*
 * Objects first, then what was accepted, then the edition: killed between the last two, the next
 * update brings the same edition again, which is not older than what was accepted.
 */
static void write_one(struct keep *keep, int number)
{
    struct arena *arena = arena_new(1 << 20);
    struct kept_edition edition = { .site = STR(SITE), .packed = packed_of(arena, number) };
    struct hash hash;

    if (keep_put(keep, edition.packed, &hash) != KEEP_OK ||
        keep_accepted_put(keep, STR(SITE), number, &hash) != KEEP_OK ||
        keep_edition_write(keep, &edition) != KEEP_OK)
        _exit(3);
    keep_collect(keep, &hash, 1, UINT64_C(3) * PACKED_BYTES);
    arena_free(arena);
}

static void write_until_killed(const struct rig *rig, struct progress *progress)
{
    struct keep *keep;

    if (keep_open(rig->cache, rig->state, &keep, NULL) != KEEP_OK || keep_lock(keep) != KEEP_OK)
        _exit(2);
    progress->ready = 1;
    for (int number = progress->begun + 1;; number++) {
        progress->begun = number;
        progress->begun_ever = progress->begun_ever > number ? progress->begun_ever : number;
        write_one(keep, number);
        progress->finished = number;
    }
}

/* Until the child writes, or has ended by itself. */
static void wait_until_ready(const struct progress *progress, pid_t child)
{
    const struct timespec moment = { .tv_nsec = 100000 };

    while (!progress->ready) {
        assert_int_equal(waitpid(child, NULL, WNOHANG), 0);
        nanosleep(&moment, NULL);
    }
}

static void kill_a_writer(const struct rig *rig, struct progress *progress, int64_t delay_ns_max)
{
    int64_t delay_ns = random() % delay_ns_max;
    struct timespec delay = { delay_ns / CLOCK_SECOND_NS, delay_ns % CLOCK_SECOND_NS };
    pid_t child;
    int status;

    progress->ready = 0;
    child = fork();
    assert_true(child >= 0);
    if (child == 0)
        write_until_killed(rig, progress);
    wait_until_ready(progress, child);
    nanosleep(&delay, NULL);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

static int number_of(struct rig *rig, struct arena *arena, enum keep_generation generation)
{
    struct kept_edition edition;
    int number;

    assert_int_equal(keep_edition_read(rig->keep, arena, generation, &edition), KEEP_OK);
    assert_int_equal(edition.packed.bytes, PACKED_BYTES);
    memcpy(&number, edition.packed.at, sizeof number);
    assert_true(str_equal(edition.packed, packed_of(arena, number)));
    return number;
}

static void check_what_is_left(struct rig *rig, const struct progress *progress)
{
    struct arena *arena = arena_new(16 << 20);
    struct hash feed, object;
    struct str bytes;
    int64_t accepted;
    int current = number_of(rig, arena, KEEP_CURRENT);

    assert_true(current == progress->finished || current == progress->begun);
    assert_in_range(number_of(rig, arena, KEEP_PREVIOUS), current - 1, current);
    assert_true(keep_accepted_get(rig->keep, STR(SITE), &accepted, &feed));
    assert_in_range(accepted, current, progress->begun_ever);
    object = hash_of(packed_of(arena, current));
    assert_int_equal(keep_get(rig->keep, arena, &object, PACKED_BYTES, &bytes), KEEP_OK);
    arena_free(arena);
}

static void a_killed_writer_leaves_the_old_or_the_new_edition(void **state)
{
    struct rig *rig = *state;
    struct progress *progress =
        mmap(NULL, sizeof *progress, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int64_t delay_ns_max;

    assert_true(progress != MAP_FAILED);
    write_one(rig->keep, 1);
    delay_ns_max = clock_mono_ns();
    write_one(rig->keep, 2);
    delay_ns_max = (clock_mono_ns() - delay_ns_max) * WRITES_BEFORE_KILL;
    progress->begun = progress->finished = progress->begun_ever = 2;
    for (int i = 0; i < KILLS; i++) {
        kill_a_writer(rig, progress, delay_ns_max);
        check_what_is_left(rig, progress);
        /* The next writer gets the lock, cleans up and can write. */
        rig_open_again(rig);
        assert_int_equal(keep_lock(rig->keep), KEEP_OK);
        assert_int_equal(rig_leftovers(rig), 0);
        check_what_is_left(rig, progress);
        progress->begun = progress->finished = number_of(rig, rig->arena, KEEP_CURRENT);
        rig_open_again(rig);
    }
    /* It would prove little if no writer had got anywhere. */
    assert_true(progress->finished > KILLS / 4);
    munmap(progress, sizeof *progress);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_killed_writer_leaves_the_old_or_the_new_edition,
                                        rig_set_up, rig_tear_down),
    };

    srandom((unsigned)time(NULL));
    return cmocka_run_group_tests(tests, NULL, NULL);
}
