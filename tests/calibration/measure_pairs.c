/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures the plain-language check on the texts of a folder: one line of JSON a text, for
 * table.py. Usage: measure_pairs FOLDER
 */
#include "base/file.h"
#include "language/score.h"
#include "rules/rules.h"
#include "square.h"

#include <stdio.h>

#define TEXT_BYTES_MAX (64u << 10)
#define ARENA_BYTES_MAX (64u << 20)

/* "sururyhma.fi.easy.txt" */
struct name {
    struct str subject, kind;
    enum language language;
};

static bool read_name(struct str file, struct name *ret_name)
{
    struct str rest = file, tag, ending;
    struct name name;
    if (!str_next(&rest, '.', &name.subject) || !str_next(&rest, '.', &tag) ||
        !str_next(&rest, '.', &name.kind) || !str_next(&rest, '.', &ending) ||
        !str_is(ending, "txt") || !language_of_tag(tag, &name.language, NULL))
        return false;
    *ret_name = name;
    return true;
}

/* "lead: …" goes where it belongs; false for a line of the body. */
static bool read_fact(struct announcement *announcement, struct str line)
{
    const struct {
        const char *key;
        struct str *to;
    } facts[] = {
        { "lead: ", &announcement->summary },
        { "audience: ", &announcement->audience },
        { "cost: ", &announcement->cost },
        { "signup: ", &announcement->signup },
    };
    for (size_t i = 0; i < ARRAY_LEN(facts); i++) {
        size_t key = strlen(facts[i].key);
        if (!str_starts(line, facts[i].key))
            continue;
        *facts[i].to = str_trim(str_slice(line, key, line.bytes));
        return true;
    }
    return false;
}

static void add_block(struct arena *arena, struct announcement *announcement, struct text *text,
                      enum block_kind kind)
{
    if (text->bytes == 0)
        return;
    *ARENA_PUSH(arena, announcement->blocks, announcement->block_count) =
        (struct block){ .kind = kind, .text = str_copy(arena, text_str(text)) };
    *text = text_new(arena, TEXT_BYTES_MAX);
}

static void read_notice(struct arena *arena, struct str text, struct announcement *announcement)
{
    struct str line;
    struct text block = text_new(arena, TEXT_BYTES_MAX);
    str_next(&text, '\n', &announcement->title);
    while (str_next(&text, '\n', &line)) {
        line = str_trim(line);
        if (line.bytes == 0 || str_starts(line, "- ")) {
            add_block(arena, announcement, &block, BLOCK_PARAGRAPH);
            text_add(&block, line.bytes > 0 ? str_slice(line, 2, line.bytes) : line);
            add_block(arena, announcement, &block, BLOCK_BULLET);
        } else if (!read_fact(announcement, line)) {
            text_add_c(&block, block.bytes > 0 ? "\n" : "");
            text_add(&block, line);
        }
    }
    add_block(arena, announcement, &block, BLOCK_PARAGRAPH);
}

/* The parts of lead and body once more, for the measures that the report does not keep. */
static const struct features *measures_of(struct arena *arena, const struct language_kit *kit,
                                          const struct announcement *announcement,
                                          struct score *ret_score)
{
    struct part *parts = ARENA_ARRAY(arena, struct part, announcement->block_count + 1);
    struct analysis_input what = { .language = announcement->language, .parts = parts };
    if (announcement->summary.bytes > 0)
        parts[what.part_count++] = (struct part){ PART_LEAD, announcement->summary, 0 };
    for (size_t i = 0; i < announcement->block_count; i++) {
        const struct block *block = &announcement->blocks[i];
        parts[what.part_count++] =
            (struct part){ block->kind == BLOCK_PARAGRAPH ? PART_PARAGRAPH : PART_BULLET,
                           block->text, 0 };
    }
    const struct analysis *analysis = analysis_make(arena, kit, &what);
    const struct features *features = features_make(arena, analysis);
    *ret_score = score_make(analysis, features);
    return features;
}

static void print_line(const struct name *name, const struct features *features,
                       const struct score *score, const struct report *report)
{
    printf("{\"name\":\"%.*s\",\"lang\":\"%s\",\"kind\":\"%.*s\",\"words\":%zu,\"sentences\":%zu,",
           STR_ARG(name->subject), language_tag(name->language), STR_ARG(name->kind),
           features->words, features->sentences);
    printf("\"score\":%.4f,\"warn\":%.2f,\"block\":%.2f,\"features\":{", score->value, score->warn,
           score->block);
    for (int i = 0; i < FEATURE_COUNT; i++)
        printf("%s\"%s\":%.4f", i > 0 ? "," : "", feature_name((enum feature)i),
               features->of[i].value);
    fputs("},\"parts\":{", stdout);
    for (size_t i = 0; i < score->part_count; i++)
        printf("%s\"%s\":%.4f", i > 0 ? "," : "", feature_name(score->parts[i].feature),
               score->parts[i].share);
    fputs("},\"findings\":[", stdout);
    bool first = true;
    for (size_t i = 0; i < report->count; i++) {
        const struct finding *finding = &report->findings[i];
        const struct rule_info *rule = rule_info(finding_info(finding->code)->rule);
        if (rule->group != GROUP_PLAIN_LANGUAGE)
            continue;
        printf("%s[\"%s\",\"%s\"]", first ? "" : ",", rule->id, severity_name(finding->severity));
        first = false;
    }
    puts("]}");
}

static void measure_file(const struct language_kit *kit, const char *path, const struct name *name)
{
    struct arena *arena = arena_new(ARENA_BYTES_MAX);
    struct announcement announcement = { .language = name->language };
    struct profile profile;
    struct measure measure = square_measure();
    struct report report = report_new(arena);
    struct score score;
    struct str text;
    if (file_read(arena, path, TEXT_BYTES_MAX, &text) == FILE_OK) {
        profile_reference(arena, &profile);
        read_notice(arena, text, &announcement);
        struct rule_input input = { .announcement = &announcement,
                                    .profile = &profile,
                                    .zone = zone_open(arena, NULL, STR("UTC")),
                                    .measure = &measure,
                                    .language = kit };
        rules_check(&input, &report);
        const struct features *features = measures_of(arena, kit, &announcement, &score);
        print_line(name, features, &score, &report);
    }
    arena_free(arena);
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_new(ARENA_BYTES_MAX);
    struct str *files;
    size_t count;
    struct language_kit *kit = kit_open(arena, SOURCE_DIR "/content-schema/words", NULL, NULL);
    if (argc != 2 || !kit || !kit->morphology ||
        file_list(arena, argv[1], &files, &count) != FILE_OK) {
        fputs("usage: measure_pairs FOLDER (and the package voikko-fi)\n", stderr);
        kit_close(kit);
        arena_free(arena);
        return 2;
    }
    for (size_t i = 0; i < count; i++) {
        struct name name;
        if (read_name(files[i], &name))
            measure_file(kit, file_join(arena, argv[1], str_c(arena, files[i])), &name);
    }
    kit_close(kit);
    arena_free(arena);
    return 0;
}
