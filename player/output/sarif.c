/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See sarif.h. OASIS SARIF 2.1.0; section numbers below are the standard's. */
#include "output/sarif.h"

#include "base/file.h"
#include "output/catalogue.h"
#include "output/region.h"

#include <jansson.h>

#define SCHEMA                                                                                     \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"                          \
    "sarif-schema-2.1.0.json"
#define TEXTS_BYTES_MAX (64u << 20)

static json_t *text(struct str value)
{
    return json_stringn_nocheck(value.bytes ? value.at : "", value.bytes);
}

static json_t *message(struct str value)
{
    return json_pack("{s:o}", "text", text(value));
}

/* 3.27.10: what stops is an error, what is to be mended a warning, the rest notes. */
static const char *level_of(enum severity severity)
{
    static const char *const levels[] = {
        [SEVERITY_ADVISE] = "note",
        [SEVERITY_ASK] = "note",
        [SEVERITY_WARN] = "warning",
        [SEVERITY_BLOCK] = "error",
    };
    return levels[severity];
}

/* ---- rules --------------------------------------------------------------------------------- */

/* The first finding of a rule speaks for it. */
static enum finding_code first_code(enum rule rule)
{
    for (unsigned code = 0; code < FINDING_COUNT; code++)
        if (finding_info((enum finding_code)code)->rule == rule)
            return (enum finding_code)code;
    return FINDING_COUNT;
}

static json_t *rule_json(const struct checked *checked, enum rule rule)
{
    const struct rule_info *info = rule_info(rule);
    enum finding_code code = first_code(rule);
    struct report settings = { .settings = checked->profile->rules };
    json_t *object = json_object();
    json_object_set_new(object, "id", json_string(info->id));
    if (code != FINDING_COUNT) {
        const struct finding_info *finding = finding_info(code);
        json_object_set_new(object, "shortDescription",
                            message(catalogue_sentence(checked->arena, finding->message)));
        if (finding->why[0])
            json_object_set_new(object, "fullDescription",
                                message(catalogue_sentence(checked->arena, finding->why)));
        if (finding->fix[0])
            json_object_set_new(object, "help",
                                message(catalogue_sentence(checked->arena, finding->fix)));
    }
    json_object_set_new(object, "defaultConfiguration",
                        json_pack("{s:b,s:s}", "enabled", !report_is_off(&settings, rule), "level",
                                  level_of(report_severity(&settings, rule))));
    json_object_set_new(object, "properties",
                        json_pack("{s:s,s:s,s:[s]}", "group", rule_group_name(info->group),
                                  "source", info->source, "tags", rule_group_name(info->group)));
    return object;
}

static json_t *driver_json(const struct checked *checked)
{
    json_t *rules = json_array();
    for (unsigned rule = 0; rule < RULE_COUNT; rule++)
        json_array_append_new(rules, rule_json(checked, (enum rule)rule));
    return json_pack("{s:s,s:o}", "name", "infotaulu", "rules", rules);
}

/* ---- results ------------------------------------------------------------------------------- */

/* 3.4.3: a file's name as a URI reference; what RFC 3986 does not take is escaped. */
static struct str uri_of(struct arena *arena, struct str path)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789-._~/";
    struct text uri = text_new(arena, 3 * path.bytes + 16);
    if (str_starts(path, "/"))
        text_add_c(&uri, "file://");
    for (size_t i = 0; i < path.bytes; i++) {
        if (path.at[i] != '\0' && strchr(plain, path.at[i]))
            text_add(&uri, str_slice(path, i, 1));
        else
            text_format(&uri, "%%%02X", (unsigned)(uint8_t)path.at[i]);
    }
    return text_str(&uri);
}

static void add_exact(json_t *json, struct str bytes, const struct finding *finding)
{
    struct region region;
    if (!region_find(bytes, finding, &region))
        return;
    json_object_set_new(json, "startLine", json_integer(region.line));
    json_object_set_new(json, "startColumn", json_integer(region.column));
    json_object_set_new(json, "charOffset", json_integer((json_int_t)region.offset));
    if (region.length == 0)
        return;
    json_object_set_new(json, "endLine", json_integer(region.end_line));
    json_object_set_new(json, "endColumn", json_integer(region.end_column));
    json_object_set_new(json, "charLength", json_integer((json_int_t)region.length));
    json_object_set_new(json, "snippet", message(finding->span));
}

static json_t *location_json(struct arena *arena, struct str bytes, const struct finding *finding)
{
    const struct place *place = &finding->where;
    json_t *physical =
        json_pack("{s:{s:o}}", "artifactLocation", "uri", text(uri_of(arena, place->file)));
    if (place->line > 0) {
        json_t *region = json_pack("{s:i,s:i}", "startLine", (int)place->line, "startColumn",
                                   place->column > 0 ? (int)place->column : 1);
        add_exact(region, bytes, finding);
        json_object_set_new(physical, "region", region);
    }
    json_t *location = json_pack("{s:o}", "physicalLocation", physical);
    if (place->element.bytes > 0)
        json_object_set_new(location, "logicalLocations",
                            json_pack("[{s:o}]", "name", text(place->element)));
    return location;
}

/* What and how to mend it: viewers show little more than this. */
static struct str sentences_of(struct arena *arena, const struct finding *finding)
{
    struct str what = finding_message(arena, finding), fix = finding_fix(arena, finding);
    return fix.bytes == 0 ? what : str_format(arena, "%.*s %.*s", STR_ARG(what), STR_ARG(fix));
}

static json_t *result_json(struct arena *arena, struct str bytes, const struct finding *finding)
{
    enum rule rule = finding_info(finding->code)->rule;
    json_t *object = json_object();
    json_object_set_new(object, "ruleId", json_string(rule_info(rule)->id));
    json_object_set_new(object, "ruleIndex", json_integer((json_int_t)rule));
    json_object_set_new(object, "level", json_string(level_of(finding->severity)));
    json_object_set_new(object, "message", message(sentences_of(arena, finding)));
    if (finding->where.file.bytes > 0)
        json_object_set_new(object, "locations",
                            json_pack("[o]", location_json(arena, bytes, finding)));
    json_object_set_new(object, "properties",
                        json_pack("{s:s}", "severity", severity_name(finding->severity)));
    return object;
}

/* Empty for standard input, which gave its bytes once, and for what is no plain file. */
static struct str read_again(struct arena *arena, struct str path)
{
    struct str bytes = { 0 };
    char *name = str_c(arena, path);
    if (path.bytes == 0 || str_is(path, "-") ||
        file_read(arena, name, FEED_BYTES_MAX, &bytes) != FILE_OK)
        return (struct str){ 0 };
    return bytes;
}

static void add_results(json_t *results, struct checked_item *item)
{
    struct arena *arena = arena_new(TEXTS_BYTES_MAX);
    report_sort(&item->report);
    struct str bytes = item->report.count > 0 ? read_again(arena, item->file) : (struct str){ 0 };
    for (size_t i = 0; i < item->report.count; i++)
        json_array_append_new(results, result_json(arena, bytes, &item->report.findings[i]));
    arena_free(arena);
}

/* 3.20.21: a rule that could not run is told as a notification about its configuration. */
static json_t *invocation_json(const struct checked *checked)
{
    json_t *notes = json_array();
    for (unsigned rule = 0; rule < RULE_COUNT; rule++) {
        enum lack lack = checked_lack(checked, (enum rule)rule);
        if (lack == LACK_NONE)
            continue;
        json_t *note =
            json_pack("{s:{s:s},s:s,s:o}", "associatedRule", "id", rule_info((enum rule)rule)->id,
                      "level", "warning", "message", message(str_of(lack_text(lack))));
        json_array_append_new(notes, note);
    }
    return json_pack("{s:b,s:o}", "executionSuccessful", 1, "toolConfigurationNotifications",
                     notes);
}

bool sarif_checked(FILE *to, struct checked *checked)
{
    json_t *results = json_array();
    for (size_t i = 0; i < checked->count; i++)
        add_results(results, &checked->items[i]);
    json_t *run =
        json_pack("{s:{s:o},s:s,s:[o],s:o}", "tool", "driver", driver_json(checked), "columnKind",
                  "unicodeCodePoints", "invocations", invocation_json(checked), "results", results);
    json_t *root = json_pack("{s:s,s:s,s:[o]}", "$schema", SCHEMA, "version", "2.1.0", "runs", run);
    bool done = json_dumpf(root, to, JSON_INDENT(1)) == 0 && fputc('\n', to) != EOF;
    json_decref(root);
    return done;
}
