/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arenas and memory that runs out. */
#include "base_tests.h"

#include <stdlib.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#endif

static void memory_of_an_arena_is_zeroed_and_aligned(void **state)
{
    (void)state;
    struct arena *arena = arena_new((size_t)64 << 20);
    static const size_t sizes[] = { 1, 3, 16, 17, 0, 1000, 5000, 70000, 2, (size_t)3 << 20, 9 };
    for (int round = 0; round < 20; round++) {
        for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
            unsigned char *at = arena_alloc(arena, sizes[i], 1);
            assert_int_equal((uintptr_t)at % _Alignof(max_align_t), 0);
            for (size_t k = 0; k < sizes[i]; k++)
                assert_int_equal(at[k], 0);
            if (sizes[i] > 0)
                memset(at, 0xA5, sizes[i]);
        }
        if (arena_bytes(arena) > (size_t)50 << 20)
            break;
    }
    arena_free(arena);
}

static void objects_of_an_arena_do_not_overlap(void **state)
{
    enum { COUNT = 3000 };
    unsigned char *objects[COUNT];
    size_t sizes[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        sizes[i] = 1 + i * 7919 % 2000;
        objects[i] = arena_alloc(*state, sizes[i], 1);
        memset(objects[i], (int)(i % 251), sizes[i]);
    }
    for (size_t i = 0; i < COUNT; i++) {
        assert_int_equal(objects[i][0], i % 251);
        assert_int_equal(objects[i][sizes[i] - 1], i % 251);
    }
}

static void an_arena_counts_the_bytes_it_has_handed_out(void **state)
{
    struct arena *arena = *state;
    assert_int_equal(arena_bytes(arena), 0);
    (void)!arena_alloc(arena, 3, 5);
    (void)!arena_alloc(arena, 100000, 1);
    assert_int_equal(arena_bytes(arena), 100015);
}

static void a_large_object_does_not_waste_the_open_chunk(void **state)
{
    char *before = arena_alloc(*state, 16, 1);
    (void)!arena_alloc(*state, 100000, 1);
    char *after = arena_alloc(*state, 16, 1);
    assert_true(after > before && after - before <= 64);
}

static void an_array_grows_and_keeps_what_is_in_it(void **state)
{
    int *numbers = NULL;
    size_t count = 0;
    for (int i = 0; i < 1000; i++)
        *ARENA_PUSH(*state, numbers, count) = i * i;
    assert_int_equal(count, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(numbers[i], i * i);
}

static void a_new_element_is_zero_even_where_one_was_taken_away(void **state)
{
    int *numbers = NULL;
    size_t count = 0;
    *ARENA_PUSH(*state, numbers, count) = 7;
    *ARENA_PUSH(*state, numbers, count) = 8;
    count = 0;
    assert_int_equal(*ARENA_PUSH(*state, numbers, count), 0);
    assert_int_equal(*ARENA_PUSH(*state, numbers, count), 0);
}

static void nothing_is_freed_twice_or_at_all_when_there_is_nothing(void **state)
{
    (void)state;
    arena_free(NULL);
    arena_free(arena_new(0));
}

static void memory_outside_an_arena_is_zeroed_and_grows(void **state)
{
    (void)state;
    char *memory = memory_new(10, 10);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(memory[i], 0);
    memory[99] = 'x';
    memory = memory_grow(memory, 100000);
    assert_int_equal(memory[99], 'x');
    free(memory);
    free(memory_new(0, 8));
}

static void ask_beyond_the_limit(void *unused)
{
    (void)unused;
    struct arena *arena = arena_new(100);
    (void)!arena_alloc(arena, 100, 1);
    (void)!arena_alloc(arena, 1, 1);
}

static void ask_for_too_many(void *unused)
{
    (void)unused;
    (void)!arena_alloc(arena_new(SIZE_MAX), SIZE_MAX / 2, 3);
}

static void ask_memory_for_too_many(void *unused)
{
    (void)unused;
    (void)!memory_new(SIZE_MAX / 2, 3);
}

static void say_it(void *unused)
{
    (void)unused;
    memory_out(12345);
}

static void memory_that_runs_out_ends_the_process_with_2(void **state)
{
    (void)state;
    static const struct {
        void (*run)(void *);
        const char *said;
    } cases[] = {
        { ask_beyond_the_limit, "infotaulu: out of memory (1 bytes)\n" },
        { ask_for_too_many, "infotaulu: out of memory (18446744073709551615 bytes)\n" },
        { ask_memory_for_too_many, "infotaulu: out of memory (18446744073709551615 bytes)\n" },
        { say_it, "infotaulu: out of memory (12345 bytes)\n" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct outcome_of_child child = run_in_child(cases[i].run, NULL);
        assert_int_equal(child.exit_code, 2);
        assert_string_equal(child.said, cases[i].said);
    }
}

#ifdef __SANITIZE_ADDRESS__
static void the_sanitizer_sees_a_byte_past_an_object(void **state)
{
    static const size_t sizes[] = { 1, 16, 17, 4000, 100000 };
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        char *at = arena_alloc(*state, sizes[i], 1);
        (void)!arena_alloc(*state, 8, 1); /* a neighbour must not make it reachable */
        assert_false(__asan_address_is_poisoned(at + sizes[i] - 1));
        assert_true(__asan_address_is_poisoned(at + sizes[i]));
    }
}
#endif

int memory_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_of_an_arena_is_zeroed_and_aligned),
        cmocka_unit_test_setup_teardown(objects_of_an_arena_do_not_overlap, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(an_arena_counts_the_bytes_it_has_handed_out, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(a_large_object_does_not_waste_the_open_chunk, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(an_array_grows_and_keeps_what_is_in_it, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(a_new_element_is_zero_even_where_one_was_taken_away,
                                        give_arena, take_arena),
        cmocka_unit_test(nothing_is_freed_twice_or_at_all_when_there_is_nothing),
        cmocka_unit_test(memory_outside_an_arena_is_zeroed_and_grows),
        cmocka_unit_test(memory_that_runs_out_ends_the_process_with_2),
#ifdef __SANITIZE_ADDRESS__
        cmocka_unit_test_setup_teardown(the_sanitizer_sees_a_byte_past_an_object, give_arena,
                                        take_arena),
#endif
    };
    return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
