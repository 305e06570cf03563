/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences: the vectors of the plain-language catalogue, part 8, and some of ours. */
#include "language/sentence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void sentences_end_where_a_reader_ends_them(void **state)
{
    static const struct {
        const char *text;
        size_t count;
    } cases[] = {
        { "", 0 },
        { "   ", 0 },
        { "Tule mukaan", 1 },
        { "Ryhmä kokoontuu klo 17.30. Tule mukaan!", 2 },
        { "Tapahtuma on 1.12. Kahvi on ilmainen.", 2 },
        { "Tapahtuma on 1.12. klo 18 kirjastossa.", 1 },
        { "Yhdistys ry. Soita puh. 09 123 4567. Olemme auki ma–pe 9–15.", 3 },
        { "Vaalit ovat 2.–8.4. Äänestä!", 2 },
        { "Katso www.esim.fi/apu. Saat lisää tietoa.", 2 },
        { "Ota yhteys: esim. Matti V. Virtanen (p. 040 123 4567).", 1 },
        { "Kela maksaa n. 500 e/kk. Hae tukea!", 2 },
        { "Tavataan 3. kerroksessa. 4. ryhmä alkaa.", 2 },
        { "Lue lisää s. 4. Tervetuloa!", 2 },
        { "– Tule mukaan! sanoo Liisa.", 1 },
        { "Onko läheisesi kuollut? Ryhmässä tapaat muita.", 2 },
        { "Tule... Kahvi on valmista!", 2 },
        { "هل أنت وحيد؟ تعال إلينا.", 2 },
        { "Ensimmäinen kappale\n\nToinen kappale", 2 },
        { "Rivi on\nkatkaistu keskeltä.", 1 },
        /* New lines. */
        { "Tapaamme\n3. kerroksessa.", 1 },
        { "Mukana ovat Liisa,\nMatti ja Maija.", 1 },
        { "Sosiaali-\nja terveyspalvelut", 1 },
        { "Asukastupa\nEsimerkkikatu 1\nNiemelä", 3 },
        { "Ota mukaan:\npassi ja kynä", 2 },
        { "Ota mukaan\n- passi\n- kynä", 3 },
        { "Ota mukaan\n• passi\n• kynä", 3 },
        { "Liisa kysyi\n– Tuletko mukaan?", 2 },
        { "Ensimmäinen\n \ntoinen", 2 },
        { "Rivi loppuu.\r\nToinen alkaa.", 2 },
        /* Abbreviations and numbers in three languages. */
        { "Tule la 3.12. klo 12. Kahvia on!", 2 },
        { "Se on ti. 5.5. tuvalla.", 1 },
        { "Vi träffas t.ex. på måndag. Välkommen!", 2 },
        { "Ring tfn 09 123 4567. Vi svarar kl. 9–15.", 2 },
        { "He said no. Then he left.", 2 },
        { "See no. 4 of the list.", 1 },
        { "Ask e.g. Mrs. Virtanen. She knows.", 2 },
        { "Hän sanoi: \"Tule!\" Minä tulin.", 2 },
        { "Hinta on 3.50 euroa. Maksa käteisellä.", 2 },
        { "Se alkaa 1.1.2027. Silloin juhlitaan.", 2 },
        { "Mitä?! Oikeasti? Kyllä!", 3 },
        { "Ryhmä (myös uusille). Tule!", 2 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t count = sentence_count(str_of(cases[i].text));
        if (count != cases[i].count)
            fail_msg("%s: %zu sentences, not %zu", cases[i].text, count, cases[i].count);
    }
}

static void sentences_join_to_the_whole_text(void **state)
{
    static const char text[] = "Tule! Ota ystävä mukaan. Kahvi on klo 14.";
    struct str rest = str_of(text), sentence;
    (void)state;
    assert_true(sentence_next(&rest, &sentence) && str_is(sentence, "Tule!"));
    assert_true(sentence_next(&rest, &sentence) && str_is(sentence, "Ota ystävä mukaan."));
    assert_true(sentence_next(&rest, &sentence) && str_is(sentence, "Kahvi on klo 14."));
    assert_false(sentence_next(&rest, &sentence));
}

/* 30,000 marks: each may not be compared with all that follow. */
static void a_text_of_marks_alone_is_cut_at_once(void **state)
{
    static char text[30001];
    (void)state;
    for (size_t i = 0; i + 1 < sizeof text; i++)
        text[i] = i % 2 ? ' ' : '.';
    assert_true(sentence_count(str_of(text)) > 0);
    for (size_t i = 0; i + 1 < sizeof text; i++)
        text[i] = i % 3 ? ' ' : '\n';
    text[0] = text[29999] = 'a';
    assert_int_equal(sentence_count(str_of(text)), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_end_where_a_reader_ends_them),
        cmocka_unit_test(sentences_join_to_the_whole_text),
        cmocka_unit_test(a_text_of_marks_alone_is_cut_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
