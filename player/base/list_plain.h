/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plain language: sentences, structures, words.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 *
 * A sender is no linguist: what is wrong is shown with the sender's own words, and the example
 * (an argument made by the rule, in the language of the text) shows how it would read.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_PLAIN(X) \
    X(SENTENCE_TOO_LONG, "sentence-too-long", PLAIN_LANGUAGE, BLOCK, true, 15, \
      "words", "Selkokeskus") \
    X(MEAN_SENTENCE_LENGTH, "mean-sentence-length", PLAIN_LANGUAGE, WARN, true, 12, \
      "words", "Selkokeskus") \
    X(MANY_CLAUSES, "many-clauses", PLAIN_LANGUAGE, WARN, true, 3, "clauses", "Selkokeskus") \
    X(LONG_VERBLESS_RUN, "long-verbless-run", PLAIN_LANGUAGE, WARN, true, 8, \
      "words", "Selkokeskus") \
    X(LONG_NOUN_PHRASE, "long-noun-phrase", PLAIN_LANGUAGE, WARN, true, 6, "words", "Kotus") \
    X(GENITIVE_CHAIN, "genitive-chain", PLAIN_LANGUAGE, WARN, true, 3, "words", "Kotus") \
    X(PARTICIPLE_MODIFIER, "participle-modifier", PLAIN_LANGUAGE, WARN, true, 0, \
      "", "Selkokeskus") \
    X(AGENT_PARTICIPLE, "agent-participle", PLAIN_LANGUAGE, WARN, true, 0, "", "Selkokeskus") \
    X(TIME_CLAUSE_E, "time-clause-e-infinitive", PLAIN_LANGUAGE, WARN, true, 0, \
      "", "Selkokeskus") \
    X(TIME_CLAUSE_TEHTYAAN, "time-clause-tehtyaan", PLAIN_LANGUAGE, WARN, true, 0, \
      "", "Selkokeskus") \
    X(PURPOSE_CLAUSE, "purpose-clause-kse", PLAIN_LANGUAGE, WARN, true, 0, "", "Selkokeskus") \
    X(MANNER_TEKEMALLA, "manner-tekemalla", PLAIN_LANGUAGE, ADVISE, true, 0, "", "Selkokeskus") \
    X(NOMINALISATION, "nominalisation-minen", PLAIN_LANGUAGE, WARN, true, 2, \
      "words", "Selkokeskus") \
    X(RARE_CASE, "rare-case", PLAIN_LANGUAGE, WARN, true, 0, "", "Selkokeskus") \
    X(POTENTIAL_MOOD, "potential-mood", PLAIN_LANGUAGE, WARN, true, 0, "", "Selkokeskus") \
    X(CONDITIONAL_MOOD, "conditional-mood", PLAIN_LANGUAGE, ADVISE, true, 0, "", "Kotus") \
    X(PASSIVE, "passive", PLAIN_LANGUAGE, ADVISE, true, 50, "% of verbs", "LL-Center") \
    X(NEGATION_DOUBLE, "negation-double", PLAIN_LANGUAGE, ADVISE, true, 2, \
      "words", "Selkokeskus") \
    X(NO_DIRECT_ADDRESS, "no-direct-address", PLAIN_LANGUAGE, ADVISE, true, 25, \
      "words", "Selkokeskus") \
    X(OFFICIALESE, "officialese", PLAIN_LANGUAGE, WARN, true, 0, "", "Selkokeskus") \
    X(SEKA_CONJUNCTION, "seka-conjunction", PLAIN_LANGUAGE, ADVISE, true, 0, "", "Selkokeskus") \
    X(RARE_WORD, "rare-word", PLAIN_LANGUAGE, WARN, true, 25, "words in 100", "Mittari 2.0") \
    X(HARD_WORD_UNEXPLAINED, "hard-word-unexplained", PLAIN_LANGUAGE, WARN, true, 16, \
      "letters", "Mittari 2.0") \
    X(COMPOUND_TOO_LONG, "compound-too-long", PLAIN_LANGUAGE, WARN, true, 4, \
      "parts", "Selkokeskus") \
    X(WORD_TOO_LONG, "word-too-long", PLAIN_LANGUAGE, WARN, true, 20, "letters", "Selkokeskus") \
    X(ABBREVIATION, "abbreviation", PLAIN_LANGUAGE, WARN, true, 0, "", "Selkokeskus") \
    X(ACRONYM_UNEXPLAINED, "acronym-unexplained", PLAIN_LANGUAGE, WARN, true, 2, \
      "capitals", "Inclusion Europe") \
    X(SLASH_OR_SEMICOLON, "slash-or-semicolon", PLAIN_LANGUAGE, WARN, true, 0, "", "Selkokeskus") \
    X(PARENTHESIS, "parenthesis", PLAIN_LANGUAGE, WARN, true, 1, "in a text", "Kotus") \
    X(ELIDED_HYPHEN, "elided-hyphen", PLAIN_LANGUAGE, ADVISE, true, 0, "", "Selkokeskus") \
    X(NUMBER_FORMAT, "number-format", PLAIN_LANGUAGE, WARN, true, 3, \
      "numbers in a sentence", "LL-Center") \
    X(FOREIGN_WORD, "foreign-word", PLAIN_LANGUAGE, ADVISE, true, 0, "", "Inclusion Europe") \
    X(INCONSISTENT_TERM, "inconsistent-term", PLAIN_LANGUAGE, ADVISE, true, 0, "", "Selkokeskus") \
    X(IDIOM, "idiom", PLAIN_LANGUAGE, ADVISE, true, 0, "", "Selkokeskus") \
    X(LINE_BREAK_IN_PHRASE, "line-break-in-phrase", PLAIN_LANGUAGE, ADVISE, true, 0, \
      "", "Selkokeskus") \
    X(HARD_STRUCTURES, "hard-structures", PLAIN_LANGUAGE, BLOCK, true, 2, \
      "places", "content-schema") \
    X(OVERALL_SCORE, "overall-score", PLAIN_LANGUAGE, BLOCK, true, 0, "points", "easy news")

#define FINDINGS_PLAIN(X) \
    X(SENTENCE_LONG, SENTENCE_TOO_LONG, ADVISE, \
      N_("This sentence has {0} words: {1}"), \
      N_("Many readers forget the start of a long sentence before its end."), \
      N_("Make short sentences of it. The mark // shows where a new one can begin:"), \
      "{2}") \
    X(SENTENCE_TOO_LONG, SENTENCE_TOO_LONG, WARN, \
      N_("This sentence is too long, {0} words: {1}"), \
      N_("Many readers forget the start of a long sentence before its end."), \
      N_("Make short sentences of it. The mark // shows where a new one can begin:"), \
      "{2}") \
    X(SENTENCE_FAR_TOO_LONG, SENTENCE_TOO_LONG, BLOCK, \
      N_("This sentence is far too long, {0} words: {1}"), \
      N_("Many readers forget the start of a long sentence before its end."), \
      N_("Make short sentences of it. The mark // shows where a new one can begin:"), \
      "{2}") \
    X(MEAN_LONG, MEAN_SENTENCE_LENGTH, ADVISE, \
      N_("The sentences are long. They have {0} words on average."), \
      N_("Short sentences are easy to read from afar."), \
      N_("Tell one thing in a sentence. A good length is {1} words at most."), \
      "") \
    X(MEAN_TOO_LONG, MEAN_SENTENCE_LENGTH, WARN, \
      N_("The sentences are too long. They have {0} words on average."), \
      N_("Short sentences are easy to read from afar."), \
      N_("Tell one thing in a sentence. A good length is {1} words at most."), \
      "") \
    X(CLAUSES_MANY, MANY_CLAUSES, WARN, \
      N_("One sentence tells many things at once. These words join them: {0}"), \
      N_("People remember one thing at a time."), \
      N_("Tell each thing in a sentence of its own. The mark // shows where it can begin:"), \
      "{1}") \
    X(VERBLESS_RUN, LONG_VERBLESS_RUN, WARN, \
      N_("Here are {0} words in a row, and none of them tells what somebody does: {1}"), \
      N_("A word for doing (a verb) makes the text alive and clear."), \
      N_("Make short sentences. Tell in each who does what."), \
      "Neuvontaa omaishoitajien ja heidän läheistensä arjen tueksi maanantaisin → Autamme " \
      "omaishoitajia. Soita maanantaina.") \
    X(NOUNS_LONG, LONG_NOUN_PHRASE, ADVISE, \
      N_("Many words are packed together here: {0}"), \
      N_("The reader does not know which words belong together."), \
      N_("Leave out what is not needed. Split the rest into short sentences."), \
      "alueellisten vertaistukiryhmien uudet ohjaajat → uudet ohjaajat ryhmiin") \
    X(NOUNS_TOO_LONG, LONG_NOUN_PHRASE, WARN, \
      N_("Too many words are packed together here: {0}"), \
      N_("The reader does not know which words belong together."), \
      N_("Leave out what is not needed. Split the rest into short sentences."), \
      "alueellisten vertaistukiryhmien uudet ohjaajat → uudet ohjaajat ryhmiin") \
    X(GENITIVES, GENITIVE_CHAIN, WARN, \
      N_("Many words in a row end in the letter n: {0}"), \
      N_("The reader has to guess what belongs to whom."), \
      N_("Tell with a sentence of its own who does what."), \
      "potilaan läheisen tuen tarve → Läheinen tarvitsee tukea.") \
    X(PARTICIPLE, PARTICIPLE_MODIFIER, WARN, \
      N_("A whole sentence is packed into one word here: {0}"), \
      N_("It is hard to understand while reading."), \
      N_("Tell the same in a sentence of its own. An example:"), \
      "{1}") \
    X(AGENT, AGENT_PARTICIPLE, WARN, \
      N_("This hides who does what: {0}"), \
      N_("People understand best when the doer comes first."), \
      N_("First tell who, then what they do. An example:"), \
      "{1}") \
    X(TIME_E, TIME_CLAUSE_E, WARN, \
      N_("This form is hard to read: {0}"), \
      N_("Such forms are rare in speech. Many people do not understand them."), \
      N_("Use the word \"kun\". An example:"), \
      "{1}") \
    X(MANNER_E, TIME_CLAUSE_E, WARN, \
      N_("This form is hard to read: {0}"), \
      N_("Such forms are rare in speech. Many people do not understand them."), \
      N_("Tell the same in a sentence of its own. An example:"), \
      "{1}") \
    X(TIME_TEHTYAAN, TIME_CLAUSE_TEHTYAAN, WARN, \
      N_("This form is hard to read: {0}"), \
      N_("Such forms are rare in speech. Many people do not understand them."), \
      N_("Use the word \"kun\". An example:"), \
      "{1}") \
    X(PURPOSE, PURPOSE_CLAUSE, WARN, \
      N_("This form is hard to read: {0}"), \
      N_("Such forms are rare in speech. Many people do not understand them."), \
      N_("Use the words \"jos haluat\". An example:"), \
      "{1}") \
    X(MANNER, MANNER_TEKEMALLA, ADVISE, \
      N_("You can say this more directly: {0}"), \
      N_("A direct request is the easiest to understand."), \
      N_("Tell straight what to do. An example:"), \
      "{1}") \
    X(MINEN, NOMINALISATION, ADVISE, \
      N_("Something to do is hidden in this word: {0}"), \
      N_("What somebody does is easier to understand with a word for doing (a verb)."), \
      N_("Tell straight what to do. An example:"), \
      "{1}") \
    X(MINEN_MANY, NOMINALISATION, WARN, \
      N_("One sentence has many such words where something to do is hidden: {0}"), \
      N_("What somebody does is easier to understand with a word for doing (a verb)."), \
      N_("Tell straight what to do. An example:"), \
      "{1}") \
    X(CASE_RARE, RARE_CASE, WARN, \
      N_("This form of the word is rare: {0}"), \
      N_("Such forms are rare in speech. Many people do not understand them."), \
      N_("Use the word \"{1}\". An example:"), \
      "{2}") \
    X(POTENTIAL, POTENTIAL_MOOD, WARN, \
      N_("This form is hard to read: {0}"), \
      N_("Such forms are rare in speech. Many people do not understand them."), \
      N_("Use the ordinary form and the word \"ehkä\". An example:"), \
      "{1}") \
    X(CONDITIONAL, CONDITIONAL_MOOD, ADVISE, \
      N_("You can say this with more certainty: {0}"), \
      N_("The reader wants to know what is certain."), \
      N_("Leave the letters \"isi\" out. An example:"), \
      "{1}") \
    X(PASSIVE_MANY, PASSIVE, ADVISE, \
      N_("The text seldom tells who does things: {0}"), \
      N_("People want to know who does it: we or you."), \
      N_("Tell who does it: we or you. An example:"), \
      "{1}") \
    X(NEGATIONS, NEGATION_DOUBLE, ADVISE, \
      N_("One sentence has several words that say no: {0}"), \
      N_("The reader has to count whether it is yes or no."), \
      N_("Tell what is, or split the sentence. An example:"), \
      "{1}") \
    X(ADDRESS_NONE, NO_DIRECT_ADDRESS, ADVISE, \
      N_("The text does not speak to the reader."), \
      N_("The reader should notice at once: this is for me."), \
      N_("Say you to the reader, and tell what to do. An example:"), \
      "{0}") \
    X(OFFICIAL_WORD, OFFICIALESE, WARN, \
      N_("This is the language of offices: {0}"), \
      N_("Offices write so, but few people speak so."), \
      N_("Write it in an easier way: {1}"), \
      "{2}") \
    X(SEKA, SEKA_CONJUNCTION, ADVISE, \
      N_("The word \"sekä\" is harder than the word \"ja\"."), \
      N_("It is a word of written language."), \
      N_("Write \"ja\", or start a new sentence."), \
      "{0}") \
    X(WORDS_RARE, RARE_WORD, WARN, \
      N_("The text has many words that people seldom use: {0}"), \
      N_("{1} words of 100 are rare. In easy texts there are at most {2}."), \
      N_("Use everyday words. Explain a hard word that you need."), \
      "{3}") \
    X(WORD_RARE, RARE_WORD, ADVISE, \
      N_("This word may be strange to many people: {0}"), \
      N_("People stop at a word that they do not know."), \
      N_("Choose a more common word, or explain it in the next sentence."), \
      "{1}") \
    X(WORD_UNEXPLAINED, HARD_WORD_UNEXPLAINED, WARN, \
      N_("This word is hard, and the text does not explain it: {0}"), \
      N_("People stop at a word that they do not know."), \
      N_("Say it with short words. Or tell in the next sentence what it means. An example:"), \
      "{1}") \
    X(COMPOUND_LONG, COMPOUND_TOO_LONG, ADVISE, \
      N_("There are {1} words in one here: {0}"), \
      N_("It is slow to read a word that is made of many words."), \
      N_("Split it into shorter words or tell it in another way. An example:"), \
      "{2}") \
    X(COMPOUND_VERY_LONG, COMPOUND_TOO_LONG, WARN, \
      N_("There are {1} words in one here: {0}"), \
      N_("It is slow to read a word that is made of many words."), \
      N_("Split it into shorter words or tell it in another way. An example:"), \
      "{2}") \
    X(WORD_LONG, WORD_TOO_LONG, ADVISE, \
      N_("This word is long, {1} letters: {0}"), \
      N_("A long word is hard to grasp at a glance."), \
      N_("Choose a shorter word or split it. An example:"), \
      "{2}") \
    X(WORD_VERY_LONG, WORD_TOO_LONG, WARN, \
      N_("This word is too long, {1} letters: {0}"), \
      N_("A long word is hard to grasp at a glance."), \
      N_("Choose a shorter word or split it. An example:"), \
      "{2}") \
    X(ABBREVIATED, ABBREVIATION, WARN, \
      N_("This is an abbreviation: {0}"), \
      N_("Many people do not know what it stands for."), \
      N_("Write it in full: {1}"), \
      "") \
    X(ACRONYM, ACRONYM_UNEXPLAINED, WARN, \
      N_("Nothing tells what these letters mean: {0}"), \
      N_("The letters say nothing to those who do not know them."), \
      N_("Write the whole name first, then the letters in brackets. An example:"), \
      "{1}") \
    X(SLASH, SLASH_OR_SEMICOLON, WARN, \
      N_("There is a slash between words here: {0}"), \
      N_("Does it mean \"and\", or does it mean \"or\"? Nobody can read the mark aloud."), \
      N_("Write the word instead: {1}"), \
      "") \
    X(SEMICOLON, SLASH_OR_SEMICOLON, WARN, \
      N_("There is a semicolon here: {0}"), \
      N_("Many people do not know what the sign means."), \
      N_("End the sentence with a full stop and begin a new one: {1}"), \
      "") \
    X(PARENTHESES, PARENTHESIS, WARN, \
      N_("There are brackets in {0} places here."), \
      N_("Brackets break the sentence into pieces."), \
      N_("Tell it in a sentence of its own: {1}"), \
      "") \
    X(ELIDED, ELIDED_HYPHEN, ADVISE, \
      N_("Part of a word is left out here: {0}"), \
      N_("The reader has to find the missing part further on."), \
      N_("Write both words in full, or say it in another way. An example:"), \
      "{1}") \
    X(PERCENT, NUMBER_FORMAT, WARN, \
      N_("A share is told in per cent: {0}"), \
      N_("Many people find numbers hard."), \
      N_("Tell it with words. An example:"), \
      "{1}") \
    X(DECIMALS, NUMBER_FORMAT, WARN, \
      N_("The number is very exact: {0}"), \
      N_("Many people find numbers hard."), \
      N_("Round it. An example:"), \
      "{1}") \
    X(LARGE_NUMBER, NUMBER_FORMAT, WARN, \
      N_("The number is large: {0}"), \
      N_("Many people find numbers hard."), \
      N_("Round it, or leave it out. An example:"), \
      "{1}") \
    X(ROMAN, NUMBER_FORMAT, WARN, \
      N_("The number is written with letters: {0}"), \
      N_("Many people cannot read Roman numbers."), \
      N_("Write it like this: {1}"), \
      "") \
    X(NUMBERS_MANY, NUMBER_FORMAT, WARN, \
      N_("One sentence has {0} numbers: {1}"), \
      N_("Many people find numbers hard."), \
      N_("Leave numbers out, or put each on a line of its own."), \
      "") \
    X(FOREIGN, FOREIGN_WORD, ADVISE, \
      N_("The program does not know this word: {0}"), \
      N_("It may be a typing mistake, or foreign to the reader."), \
      N_("Check how it is written. If the word is rare, explain it."), \
      "") \
    X(TERMS_DIFFER, INCONSISTENT_TERM, ADVISE, \
      N_("These words mean the same: {0} and {1}"), \
      N_("People think that they are two different things."), \
      N_("Use the same word in the whole text: {2}"), \
      "") \
    X(FIGURE_OF_SPEECH, IDIOM, ADVISE, \
      N_("This is a figure of speech: {0}"), \
      N_("Some people take the words as they stand."), \
      N_("Say plainly what you mean: {1}"), \
      "") \
    X(BREAK_IN_PHRASE, LINE_BREAK_IN_PHRASE, ADVISE, \
      N_("The line ends in a bad place: {0}"), \
      N_("Words that belong together are read best on one line."), \
      N_("Begin the new line here: {1}"), \
      "") \
    X(HARD_TOGETHER, HARD_STRUCTURES, BLOCK, \
      N_("The text has {0} very hard places: {1}"), \
      N_("One hard place may pass. With several the text is too hard for the lobby."), \
      N_("Mend them. Below you see how. One of them may stay."), \
      "") \
    X(SCORE_HARD, OVERALL_SCORE, WARN, \
      N_("The text is hard to read as a whole. It meets {2} of the {3} points that are checked."), \
      N_("The score is {0}. Easy texts have at most {1}."), \
      N_("Further down are hints on the whole text. Begin with them."), \
      "") \
    X(SCORE_TOO_HARD, OVERALL_SCORE, BLOCK, \
      N_("The text as a whole is too hard. It meets {2} of the {3} points that are checked."), \
      N_("The score is {0}. Easy texts have at most {1}."), \
      N_("Further down are hints on the whole text. Begin with them."), \
      "") \
    X(SCORE_OTHER_LANGUAGE, OVERALL_SCORE, WARN, \
      N_("The text looks like {0}, but its language says {1}. Its words were not judged."), \
      N_("Every language has its own hard words."), \
      N_("Check the language of the announcement."), \
      "xml:lang=\"{2}\"") \
    X(SCORE_MEAN, OVERALL_SCORE, ADVISE, \
      N_("The sentences are long. On average they have {0} words."), \
      N_("This makes the text hard to read."), \
      N_("Tell one thing in a sentence."), \
      "") \
    X(SCORE_LONGEST, OVERALL_SCORE, ADVISE, \
      N_("The longest sentence has {0} words: {1}"), \
      N_("This makes the text hard to read."), \
      N_("Cut it into two or three."), \
      "") \
    X(SCORE_RARE, OVERALL_SCORE, ADVISE, \
      N_("Many words are rare in everyday speech: {0}"), \
      N_("This makes the text hard to read."), \
      N_("Use everyday words, or explain these."), \
      "") \
    X(SCORE_LONG_WORDS, OVERALL_SCORE, ADVISE, \
      N_("Many words are long: {0}"), \
      N_("This makes the text hard to read."), \
      N_("Use shorter words, or split these."), \
      "") \
    X(SCORE_PARTICIPLES, OVERALL_SCORE, ADVISE, \
      N_("Whole sentences are packed into one word: {0}"), \
      N_("This makes the text hard to read."), \
      N_("Tell the same in sentences of their own."), \
      "") \
    X(SCORE_VERBS, OVERALL_SCORE, ADVISE, \
      N_("The text has few words that tell what somebody does."), \
      N_("This makes the text hard to read."), \
      N_("Tell in each sentence who does what."), \
      "") \
    X(SCORE_OFFICIAL, OVERALL_SCORE, ADVISE, \
      N_("The text has words of offices: {0}"), \
      N_("This makes the text hard to read."), \
      N_("Use the words that you use when you talk."), \
      "") \
    X(SCORE_EXPLAINING, OVERALL_SCORE, ADVISE, \
      N_("The text does not explain anything."), \
      N_("This makes the text hard to read."), \
      N_("Explain hard words. Use the word \"tarkoittaa\" or \"esimerkiksi\"."), \
      "") \
    X(SCORE_NOUN_RUN, OVERALL_SCORE, ADVISE, \
      N_("Many words are packed together: {0}"), \
      N_("This makes the text hard to read."), \
      N_("Split them into short sentences."), \
      "") \
    X(SCORE_GENITIVE, OVERALL_SCORE, ADVISE, \
      N_("Many words in a row end in the letter n: {0}"), \
      N_("This makes the text hard to read."), \
      N_("Tell with a sentence of its own who does what."), \
      "") \
    X(SCORE_CLAUSE, OVERALL_SCORE, ADVISE, \
      N_("These forms stand for a whole sentence: {0}"), \
      N_("This makes the text hard to read."), \
      N_("Use the words \"kun\", \"jos\" and \"että\"."), \
      "") \
    X(SCORE_LIX, OVERALL_SCORE, ADVISE, \
      N_("Long words and long sentences together make the text heavy."), \
      N_("This makes the text hard to read."), \
      N_("Use shorter words and shorter sentences."), \
      "") \
    X(SCORE_PASSIVES, OVERALL_SCORE, ADVISE, \
      N_("Many verbs do not tell who does it: {0}"), \
      N_("This makes the text hard to read."), \
      N_("Tell who does it. Write to the reader: you."), \
      "") \
    X(SCORE_ABSTRACT, OVERALL_SCORE, ADVISE, \
      N_("Many words name an idea in place of a deed: {0}"), \
      N_("This makes the text hard to read."), \
      N_("Tell with a verb what people do."), \
      "") \
    X(SCORE_COMMAS, OVERALL_SCORE, ADVISE, \
      N_("The sentences have many commas."), \
      N_("This makes the text hard to read."), \
      N_("Put a full stop in place of a comma."), \
      "")
/* clang-format on */
