/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See fold.h. A table of what Unicode composes for the languages of model/language.h, Vietnamese
 * with two marks a letter among them; made from UnicodeData.txt. language/ has a smaller one, but
 * comes with libvoikko. To pass over all marks instead was weighed: "sää" would be the same word as
 * "saa", and a comparison that says so is wrong.
 */
#include "compare/fold.h"

#include "base/utf8.h"

/* Letters that a mark is composed with, and what they become, in the same order. */
static const struct mark {
    uint32_t mark;
    const char *letters, *composed;
} marks[] = {
    /* clang-format off */
    { 0x0300,
      "AEIOUaeiouÜüNnЕИеиĒēŌōWwÂâĂăÊêÔôƠơƯưYy",
      "ÀÈÌÒÙàèìòùǛǜǸǹЀЍѐѝḔḕṐṑẀẁẦầẰằỀềỒồỜờỪừỲỳ" },
    { 0x0301,
      "AEIOUYaeiouyCcLlNnRrSsZzÜüGgÅåÆæØøΑΕΗΙΟΥΩϊαε"
      "ηιϋουωϒГКгкÇçĒēÏïKkMmÕõŌōPpŨũWwÂâĂăÊêÔôƠơƯư",
      "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǗǘǴǵǺǻǼǽǾǿΆΈΉΊΌΎΏΐάέ"
      "ήίΰόύώϓЃЌѓќḈḉḖḗḮḯḰḱḾḿṌṍṒṓṔṕṸṹẂẃẤấẮắẾếỐốỚớỨứ" },
    { 0x0302,
      "AEIOUaeiouCcGgHhJjSsWwYyZzẠạẸẹỌọ",
      "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑẬậỆệỘộ" },
    { 0x0303,
      "ANOanoIiUuVvÂâĂăEeÊêÔôƠơƯưYy",
      "ÃÑÕãñõĨĩŨũṼṽẪẫẴẵẼẽỄễỖỗỠỡỮữỸỹ" },
    { 0x0304,
      "AaEeIiOoUuÜüÄäȦȧÆæǪǫÖöÕõȮȯYyИиУуGgḶḷṚṛ",
      "ĀāĒēĪīŌōŪūǕǖǞǟǠǡǢǣǬǭȪȫȬȭȰȱȲȳӢӣӮӯḠḡḸḹṜṝ" },
    { 0x0306,
      "AaEeGgIiOoUuУИиуЖжАаЕеȨȩẠạ",
      "ĂăĔĕĞğĬĭŎŏŬŭЎЙйўӁӂӐӑӖӗḜḝẶặ" },
    { 0x0307,
      "CcEeGgIZzAaOoBbDdFfHhMmNnPpRrSsŚśŠšṢṣTtWwXxY"
      "yſ",
      "ĊċĖėĠġİŻżȦȧȮȯḂḃḊḋḞḟḢḣṀṁṄṅṖṗṘṙṠṡṤṥṦṧṨṩṪṫẆẇẊẋẎ"
      "ẏẛ" },
    { 0x0308,
      "AEIOUaeiouyYΙΥιυϒЕІеіАаӘәЖжЗзИиОоӨөЭэУуЧчЫыH"
      "hÕõŪūWwXxt",
      "ÄËÏÖÜäëïöüÿŸΪΫϊϋϔЁЇёїӒӓӚӛӜӝӞӟӤӥӦӧӪӫӬӭӰӱӴӵӸӹḦ"
      "ḧṎṏṺṻẄẅẌẍẗ" },
    { 0x0309,
      "AaÂâĂăEeÊêIiOoÔôƠơUuƯưYy",
      "ẢảẨẩẲẳẺẻỂểỈỉỎỏỔổỞởỦủỬửỶỷ" },
    { 0x030A,
      "AaUuwy",
      "ÅåŮůẘẙ" },
    { 0x030B,
      "OoUuУу",
      "ŐőŰűӲӳ" },
    { 0x030C,
      "CcDdEeLlNnRrSsTtZzAaIiOoUuÜüGgKkƷʒjHh",
      "ČčĎďĚěĽľŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔǙǚǦǧǨǩǮǯǰȞȟ" },
    { 0x031B,
      "OoUu",
      "ƠơƯư" },
    { 0x0323,
      "BbDdHhKkLlMmNnRrSsTtVvWwZzAaEeIiOoƠơUuƯưYy",
      "ḄḅḌḍḤḥḲḳḶḷṂṃṆṇṚṛṢṣṬṭṾṿẈẉẒẓẠạẸẹỊịỌọỢợỤụỰựỴỵ" },
    { 0x0326,
      "SsTt",
      "ȘșȚț" },
    { 0x0327,
      "CcGgKkLlNnRrSsTtEeDdHh",
      "ÇçĢģĶķĻļŅņŖŗŞşŢţȨȩḐḑḨḩ" },
    { 0x0328,
      "AaEeIiUuOo",
      "ĄąĘęĮįŲųǪǫ" },
    { 0x0653,
      "\u0627",
      "\u0622" },
    { 0x0654,
      "\u0627\u0648\u064A\u06D5\u06C1\u06D2",
      "\u0623\u0624\u0626\u06C0\u06C2\u06D3" },
    { 0x0655,
      "\u0627",
      "\u0625" },
    /* clang-format on */
};

/* Soft hyphen, zero-width space, word joiner, byte order mark. */
static bool is_unseen(uint32_t point)
{
    return point == 0xAD || point == 0x200B || point == 0x2060 || point == 0xFEFF;
}

/* The first bytes of all marks and of all that nobody sees. */
static bool may_fold(char byte)
{
    return byte != '\0' && strchr("\xC2\xCC\xCD\xD9\xE2\xEF", byte);
}

static uint32_t composed_of(const struct mark *mark, uint32_t letter)
{
    struct str letters = str_of(mark->letters), wholes = str_of(mark->composed);
    uint32_t point, whole;
    while (utf8_next(&letters, &point) && utf8_next(&wholes, &whole))
        if (point == letter)
            return whole;
    return 0;
}

/* The letter of both; 0 when there is none. */
static uint32_t compose(uint32_t letter, uint32_t mark)
{
    for (size_t i = 0; i < ARRAY_LEN(marks); i++)
        if (marks[i].mark == mark)
            return composed_of(&marks[i], letter);
    return 0;
}

bool fold_is_mark(uint32_t point)
{
    return point >= 0x300 && point <= 0x36F;
}

/* Marks of a letter that was taken, and what nobody sees behind it. */
static uint32_t take_marks(struct str *rest, uint32_t letter)
{
    while (rest->bytes > 0 && may_fold(rest->at[0])) {
        struct str ahead = *rest;
        uint32_t point = 0, whole;
        utf8_next(&ahead, &point);
        whole = is_unseen(point) ? letter : compose(letter, point);
        if (whole == 0)
            break;
        letter = whole;
        *rest = ahead;
    }
    return letter;
}

bool fold_next(struct str *rest, uint32_t *ret_point)
{
    uint32_t point;
    do {
        if (!utf8_next(rest, &point))
            return false;
    } while (is_unseen(point));
    *ret_point = take_marks(rest, point);
    return true;
}

struct str fold_text(struct arena *arena, struct str text)
{
    size_t at = 0;
    while (at < text.bytes && !may_fold(text.at[at]))
        at++;
    if (at == text.bytes)
        return text;
    struct text folded = text_new(arena, text.bytes * 3); /* a byte that is not UTF-8 is three */
    uint32_t point;
    while (fold_next(&text, &point)) {
        char bytes[4];
        size_t used = utf8_put(point, bytes);
        text_add(&folded, (struct str){ bytes, used });
    }
    return text_str(&folded);
}
