"""Case endings of other languages left on names: "Ivanovym" for "Ivanov", "Navalnogo" for "Navalny"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lintnews.facts.name_forms import NameForm

# The end of the nominative, and what Russian, Ukrainian, Polish and Icelandic put in its place. Feminine -a
# after a consonant is left out: Petrova is another person than Petrov.
_DECLINED = {
    "": ("ym", "om", "ogo", "omu", "ovi", "emu", "em", "owi", "iem", "oye"),
    "y": ("ogo", "omu", "im", "ym", "oho", "om"),
    "iy": ("ogo", "omu", "im", "ym", "oho"),
    "i": ("ego", "iego", "im"),
    "a": ("oy", "oi", "oyu", "u", "ei", "ey", "oju"),
    "ya": ("yu", "ei", "ey", "iey"),
}
_SHORTEST_STEM = 4


def declined_names(forms: Mapping[str, NameForm]) -> Iterator[tuple[NameForm, NameForm]]:
    """Yield each name with a case ending, after the same name without; the latter stands in a full name."""
    for base in forms.values():
        if not any(place.before and not place.after for place in base.places):
            continue
        for ending, others in _DECLINED.items():
            stem = base.text.removesuffix(ending)
            if not base.text.endswith(ending) or len(stem) < _SHORTEST_STEM:
                continue
            if not ending and base.text[-1] in "aeiouy":
                continue
            for other in others:
                declined = forms.get(stem + other)
                if declined is not None and declined is not base:
                    yield base, declined
