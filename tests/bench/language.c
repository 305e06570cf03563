/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The plain-language engine beside libvoikko alone, on the same words in one run: words a second,
 * milliseconds for a notice of 60 words, memory. Usage: language WORD_LISTS TEXT...
 *
 * Each text is a file of tests/calibration/pairs. Both sides see the same words in the same order.
 * The engine's first pass meets every word for the first time, as `check` does; the later ones are
 * what judging a whole feed comes to.
 */
/* clang-format off */
/* libvoikko's header has enumerators of these names, too. */
#define TOKEN_WORD VOIKKO_WORD
#define TOKEN_PUNCTUATION VOIKKO_PUNCTUATION
#define TOKEN_UNKNOWN VOIKKO_UNKNOWN
#include <libvoikko/voikko.h>
#undef TOKEN_WORD
#undef TOKEN_PUNCTUATION
#undef TOKEN_UNKNOWN
/* clang-format on */

#include "base/file.h"
#include "language/score.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define BYTES_MAX (256u << 20)
#define PASSES 20
#define NOTICE_WORDS 60

struct words {
    char **at;
    size_t count;
};

/* Seconds that this program had a processor: what else runs on the machine does not count. */
static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Resident memory, KiB. */
static long resident(void)
{
    char line[128];
    long found = 0;
    FILE *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file)) {
        if (strncmp(line, "VmRSS:", 6) == 0)
            found = strtol(line + 6, NULL, 10);
    }
    if (file)
        fclose(file);
    return found;
}

static const struct analysis *analyse(struct arena *arena, const struct language_kit *kit,
                                      struct str text)
{
    struct part part = { PART_PARAGRAPH, text, 0 };
    struct analysis_input input = { .language = LANGUAGE_FI, .parts = &part, .part_count = 1 };
    return analysis_make(arena, kit, &input);
}

/* The whole engine: tokens, readings, lists, measures, score. Answers the words. */
static size_t run_engine(const struct language_kit *kit, const struct str *texts, size_t count)
{
    size_t words = 0;
    for (size_t i = 0; i < count; i++) {
        struct arena *arena = arena_new(BYTES_MAX);
        const struct analysis *analysis = analyse(arena, kit, texts[i]);
        struct score score = score_make(analysis, features_make(arena, analysis));
        for (size_t t = 0; t < analysis->token_count; t++)
            words += analysis->tokens[t].kind == TOKEN_WORD;
        if (score.value < 0)
            abort();
        arena_free(arena);
    }
    return words;
}

/* libvoikko alone: analyse, read one attribute, free. */
static void run_voikko(struct VoikkoHandle *voikko, const struct words *words)
{
    for (size_t i = 0; i < words->count; i++) {
        struct voikko_mor_analysis **found = voikkoAnalyzeWordCstr(voikko, words->at[i]);
        if (found && found[0])
            voikko_free_mor_analysis_value_cstr(
                voikko_mor_analysis_value_cstr(found[0], "BASEFORM"));
        if (found)
            voikko_free_mor_analysis(found);
    }
}

static struct words words_of(struct arena *arena, const struct language_kit *kit,
                             const struct str *texts, size_t count)
{
    struct words words = { 0 };
    for (size_t i = 0; i < count; i++) {
        const struct analysis *analysis = analyse(arena, kit, texts[i]);
        for (size_t t = 0; t < analysis->token_count; t++) {
            if (analysis->tokens[t].kind == TOKEN_WORD)
                *ARENA_PUSH(arena, words.at, words.count) = str_c(arena, analysis->tokens[t].form);
        }
    }
    return words;
}

/* The first NOTICE_WORDS words of all texts, as one notice. */
static struct str notice_of(struct arena *arena, const struct str *texts, size_t count)
{
    struct text notice = text_new(arena, 1 << 16);
    size_t words = 0;
    for (size_t i = 0; i < count && words < NOTICE_WORDS; i++) {
        struct str rest = texts[i], word;
        while (words < NOTICE_WORDS && str_next(&rest, ' ', &word)) {
            text_add(&notice, word);
            text_add_c(&notice, " ");
            words++;
        }
    }
    return text_str(&notice);
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_new(BYTES_MAX);
    struct str *texts = ARENA_ARRAY(arena, struct str, (size_t)argc + 1);
    size_t count = 0;
    for (int i = 2; i < argc; i++)
        count += file_read(arena, argv[i], 1 << 16, &texts[count]) == FILE_OK;
    const char *error;
    long before = resident();
    struct arena *of_kit = arena_new(BYTES_MAX);
    struct language_kit *kit = argc > 2 ? kit_open(of_kit, argv[1], NULL, NULL) : NULL;
    if (!kit || !kit->morphology || count == 0) {
        fputs("usage: language WORD_LISTS TEXT... (and the package voikko-fi)\n", stderr);
        return 2;
    }
    struct str notice = notice_of(arena, texts, count);
    double start = now();
    (void)run_engine(kit, &notice, 1);
    double notice_cold = now() - start;
    start = now();
    for (int pass = 0; pass < PASSES; pass++)
        (void)run_engine(kit, &notice, 1);
    double notice_warm = (now() - start) / PASSES;
    kit_close(kit);
    kit = kit_open(of_kit, argv[1], NULL, NULL); /* nothing kept */
    start = now();
    size_t words = run_engine(kit, texts, count);
    double first = now() - start;
    start = now();
    for (int pass = 0; pass < PASSES; pass++)
        (void)run_engine(kit, texts, count);
    double later = (now() - start) / PASSES;
    long after = resident();
    struct words list = words_of(arena, kit, texts, count);
    struct VoikkoHandle *voikko = voikkoInit(&error, "fi", NULL);
    start = now();
    run_voikko(voikko, &list); /* the dictionary is in memory, as it was for the engine */
    double plain_first = now() - start;
    start = now();
    for (int pass = 0; pass < PASSES; pass++)
        run_voikko(voikko, &list);
    double plain = (now() - start) / PASSES;
    printf("words                                %8zu (%zu texts)\n", words, count);
    printf("libvoikko alone, words a second      %8.0f, later %.0f\n",
           (double)list.count / plain_first, (double)list.count / plain);
    printf("engine, first time, words a second   %8.0f  %.2f of libvoikko\n", (double)words / first,
           plain_first / first);
    printf("engine, later times, words a second  %8.0f  %.2f of libvoikko\n", (double)words / later,
           plain / later);
    printf("a notice of %d words, ms             %8.2f, then %.2f\n", NOTICE_WORDS,
           notice_cold * 1e3, notice_warm * 1e3);
    printf("memory of the language part, KiB     %8ld\n", after - before);
    voikkoTerminate(voikko);
    kit_close(kit);
    arena_free(of_kit);
    arena_free(arena);
    return 0;
}
