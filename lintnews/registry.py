"""Every rule that comes with lintnews, and which of them a run uses."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lintnews.cache import NO_CACHE, Cache
from lintnews.catalogue import coded_checks
from lintnews.packs import builtin_packs, checks_of
from lintnews.rule import OFF_BY_DEFAULT, Check, Checks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.rule import Confidence

#: Modules of `lintnews.checks` that hold rules; each has a tuple CHECKS.
CHECK_MODULES: tuple[str, ...] = (
    "repetition_runs",
    "repetition_words",
    "repetition_cognates",
    "repetition_coordination",
    "repetition_items",
    "repetition_noun_phrases",
    "repetition_openness",
    "repetition_sentences",
    "repetition_passages",
    "fragments",
    "grammar_sequences",
    "grammar_number",
    "grammar_comma_splices",
    "grammar_pronouns",
    "grammar_no_verb",
    "grammar_noun_piles",
    "grammar_lost_verbs",
    "grammar_boundaries",
    "grammar_clauses",
    "grammar_adjectives",
    "grammar_adverbs",
    "grammar_agreement",
    "grammar_apposition",
    "grammar_complements",
    "grammar_number_of_verb",
    "grammar_pronoun_and_verb",
    "grammar_objects",
    "grammar_order",
    "grammar_past_time",
    "grammar_resumption",
    "grammar_relatives",
    "grammar_double_subject",
    "grammar_questions",
    "grammar_since",
    "grammar_tense",
    "grammar_articles",
    "grammar_subjects",
    "grammar_verb_first",
    "grammar_verb_forms",
    "grammar_verb_groups",
    "ages",
    "arithmetic",
    "calendar_dates",
    "changes_in_figures",
    "clock_times",
    "conversions",
    "comparisons",
    "counted_lists",
    "date_drift",
    "date_formats",
    "dateline_days",
    "exchange_rates",
    "figures",
    "misread_figures",
    "money_formats",
    "multiples",
    "number_formats",
    "number_scales",
    "parts_of_whole",
    "ranges",
    "recalled_counts",
    "scores",
    "shares",
    "spans_of_time",
    "sums_told_later",
    "time_later",
    "votes",
    "weekday_order",
    "residue_markup",
    "residue_layout",
    "residue_characters",
    "residue_notes",
    "leftover_script",
    "leftover_words",
    "untranslated_names",
    "letter_case",
    "name_case",
    "nonwords",
    "headings_blend",
    "headings_case",
    "headings_cut",
    "headings_joined",
    "headings_order",
    "headings_tail",
    "headings_garbled",
    "headings_unsupported",
    "quote_pairs",
    "quote_unmarked",
    "quote_blanks",
    "quote_marks",
    "final_stop",
    "spacing",
    "spacing_numbers",
    "stray_marks",
    "geography",
    "given_names_changed",
    "name_spellings",
    "name_endings",
    "place_names",
    "acronym_expansions",
    "acronym_uses",
    "term_forms",
    "variant_spellings",
    "word_partners",
    "gender",
    "pronoun_antecedents",
    "pronoun_things",
    "nationalities",
    "offices",
    "organisation_names",
    "parties",
    "near_misses",
    "contradiction_names",
    "contradiction_none",
    "contradiction_attributes",
    "contradiction_verdicts",
    "contradiction_figures",
    "contradiction_terms",
    "contradiction_polarity",
    "contradiction_pronouns",
    "contradiction_roles",
    "contradiction_stance",
    "contradiction_goals",
    "contradiction_modality",
    "contradiction_echoes",
    "contradiction_outcomes",
    "contradiction_quotations",
    "contradiction_clauses",
    "contradiction_events",
    "contradiction_states",
    "contradiction_camps",
    "contradiction_definitions",
    "contradiction_sides",
    "contradiction_pairs",
    "ignore_comments",
    "house_style",
)


@cache
def builtin_checks(kept: Cache = NO_CACHE) -> tuple[Check, ...]:
    """Return every built-in rule, in Python or in a pack, by code; `kept` has them from run to run."""
    found = (*coded_checks(CHECK_MODULES, kept), *checks_of(builtin_packs(kept)))
    return tuple(sorted(found, key=lambda check: check.rule.code))


def at_confidence(checks: Iterable[Check], least: Confidence) -> Checks:
    """Return the checks of a run without a selection, with what is trusted at least as far as `least`."""
    usual = (check for check in checks if check.rule.family not in OFF_BY_DEFAULT)
    return Checks(found for check in usual if (found := check.at(least)))
