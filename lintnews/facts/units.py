"""Units of measure and of money, with exact factors to one base unit per dimension.

Factors: NIST Special Publication 811 (2008), appendix B; those of length, area, mass and volume are exact by
definition (international yard and pound agreement of 1959; US gallon of 231 cubic inches; imperial gallon of
4.54609 litres).
"""

from __future__ import annotations

from enum import Enum

from lintnews.records import NamedTuple


class Dimension(Enum):
    """What a unit measures; the value names it to an editor."""

    LENGTH = "a length"  # metres
    AREA = "an area"  # square metres
    VOLUME = "a volume"  # litres
    MASS = "a weight"  # kilograms
    SPEED = "a speed"  # kilometres an hour
    TEMPERATURE = "a temperature"  # degrees Celsius
    TIME = "a time"  # days
    MONEY = "an amount of money"  # a currency each
    SHARE = "a share"  # per cent


class Unit(NamedTuple):
    """One unit: `value * factor + offset` is the value in the base unit of its dimension.

    `name` is how a fix writes it after a figure. For money the name is the ISO 4217 code and the factor is 1.
    """

    name: str
    dimension: Dimension
    factor: float = 1.0
    offset: float = 0.0


_MILE, _FOOT, _INCH, _YARD, _NAUTICAL = 1609.344, 0.3048, 0.0254, 0.9144, 1852.0
_FAHRENHEIT = 5 / 9

#: Spellings by unit; a spelling of two or three words is written with single blanks.
_TABLE: tuple[tuple[Unit, str], ...] = (
    (Unit("mm", Dimension.LENGTH, 0.001), "mm|millimetre|millimetres|millimeter|millimeters"),
    (Unit("cm", Dimension.LENGTH, 0.01), "cm|cms|centimetre|centimetres|centimeter|centimeters"),
    (Unit("metres", Dimension.LENGTH, 1.0), "m|metre|metres|meter|meters"),
    (Unit("km", Dimension.LENGTH, 1000.0), "km|kms|kilometre|kilometres|kilometer|kilometers"),
    (Unit("inches", Dimension.LENGTH, _INCH), "inch|inches"),
    (Unit("feet", Dimension.LENGTH, _FOOT), "ft|foot|feet"),
    (Unit("yards", Dimension.LENGTH, _YARD), "yard|yards|yd|yds"),
    (Unit("miles", Dimension.LENGTH, _MILE), "mile|miles"),
    (Unit("nautical miles", Dimension.LENGTH, _NAUTICAL), "nautical mile|nautical miles"),
    (
        Unit("sq m", Dimension.AREA, 1.0),
        "square metre|square metres|square meter|square meters|sq m|m²|m2|sqm",
    ),
    (
        Unit("sq km", Dimension.AREA, 1e6),
        "square kilometre|square kilometres|square kilometer|square kilometers|sq km|km²|km2",
    ),
    (Unit("hectares", Dimension.AREA, 1e4), "hectare|hectares|ha"),
    (Unit("acres", Dimension.AREA, 4046.8564224), "acre|acres"),
    (Unit("sq ft", Dimension.AREA, _FOOT**2), "square foot|square feet|sq ft"),
    (Unit("square yards", Dimension.AREA, _YARD**2), "square yard|square yards|sq yd"),
    (Unit("square miles", Dimension.AREA, _MILE**2), "square mile|square miles|sq mi|sq miles"),
    (Unit("litres", Dimension.VOLUME, 1.0), "litre|litres|liter|liters"),
    (Unit("ml", Dimension.VOLUME, 0.001), "ml|millilitre|millilitres|milliliter|milliliters"),
    (
        Unit("cubic metres", Dimension.VOLUME, 1000.0),
        "cubic metre|cubic metres|cubic meter|cubic meters|m³|m3",
    ),
    (Unit("cubic feet", Dimension.VOLUME, 28.316846592), "cubic foot|cubic feet"),
    (Unit("gallons", Dimension.VOLUME, 3.785411784), "gallon|gallons|us gallon|us gallons"),
    (Unit("imperial gallons", Dimension.VOLUME, 4.54609), "imperial gallon|imperial gallons"),
    (Unit("barrels", Dimension.VOLUME, 158.987294928), "barrel|barrels"),
    (Unit("mg", Dimension.MASS, 1e-6), "mg|milligram|milligrams"),
    (Unit("grams", Dimension.MASS, 0.001), "gram|grams|gramme|grammes"),
    (Unit("kg", Dimension.MASS, 1.0), "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes"),
    (Unit("tonnes", Dimension.MASS, 1000.0), "tonne|tonnes|metric ton|metric tons"),
    (Unit("tons", Dimension.MASS, 907.18474), "short ton|short tons|us ton|us tons"),
    # "ton" is the American or the metric one, as the writer pleases: see conversions.
    (Unit("tons", Dimension.MASS, 1000.0), "ton|tons"),
    (Unit("pounds", Dimension.MASS, 0.45359237), "lb|lbs|pound|pounds"),
    (Unit("ounces", Dimension.MASS, 0.028349523125), "oz|ounce|ounces"),
    (Unit("stone", Dimension.MASS, 6.35029318), "stone"),
    (
        Unit("km/h", Dimension.SPEED, 1.0),
        (
            "kmh|kph|km/h|km per hour|km an hour|kilometres per hour|kilometres an hour|kilometers per hour"
            "|kilometers an hour|kilometre per hour|kilometer per hour"
        ),
    ),
    (
        Unit("mph", Dimension.SPEED, 1.609344),
        "mph|mi/h|miles per hour|miles an hour|mile per hour|mile an hour",
    ),
    (Unit("knots", Dimension.SPEED, 1.852), "knot|knots"),
    (
        Unit("m/s", Dimension.SPEED, 3.6),
        "m/s|metres per second|metres a second|meters per second|meters a second",
    ),
    (
        Unit("C", Dimension.TEMPERATURE, 1.0),
        "c|°c|celsius|degrees celsius|degrees c|degree celsius|degrees centigrade|° c|° celsius|℃",
    ),
    (
        Unit("F", Dimension.TEMPERATURE, _FAHRENHEIT, -32 * _FAHRENHEIT),
        "f|°f|fahrenheit|degrees fahrenheit|degrees f|degree fahrenheit|° f|° fahrenheit|℉",
    ),
    (Unit("minutes", Dimension.TIME, 1 / 1440), "minute|minutes"),
    (Unit("hours", Dimension.TIME, 1 / 24), "hour|hours"),
    (Unit("days", Dimension.TIME, 1.0), "day|days"),
    (Unit("weeks", Dimension.TIME, 7.0), "week|weeks"),
    (Unit("months", Dimension.TIME, 30.436875), "month|months"),
    (Unit("years", Dimension.TIME, 365.2425), "year|years"),
    (Unit("decades", Dimension.TIME, 3652.425), "decade|decades"),
    (Unit("%", Dimension.SHARE), "%|per cent|percent"),
    (Unit("percentage points", Dimension.SHARE), "percentage point|percentage points|points"),
    (Unit("USD", Dimension.MONEY), "dollar|dollars|us dollar|us dollars|american dollars|usd"),
    (Unit("EUR", Dimension.MONEY), "euro|euros|eur"),
    (Unit("GBP", Dimension.MONEY), "pounds sterling|british pounds|gbp"),
    (Unit("CNY", Dimension.MONEY), "yuan|renminbi|rmb|cny"),
    (Unit("JPY", Dimension.MONEY), "yen|jpy"),
    (Unit("RUB", Dimension.MONEY), "rouble|roubles|ruble|rubles|rub"),
    (Unit("UAH", Dimension.MONEY), "hryvnia|hryvnias|uah"),
    (Unit("NGN", Dimension.MONEY), "naira|ngn"),
    (Unit("INR", Dimension.MONEY), "rupee|rupees|inr"),
    (Unit("ISK", Dimension.MONEY), "krona|kronur|króna|krónur|isk"),
    (Unit("KRW", Dimension.MONEY), "won|krw"),
    (Unit("CHF", Dimension.MONEY), "swiss francs|chf"),
)

#: Unit by spelling in lower case.
UNITS: dict[str, Unit] = {spelling: unit for unit, spellings in _TABLE for spelling in spellings.split("|")}
#: Currency by the mark before a figure.
CURRENCY_MARKS: dict[str, Unit] = {
    "$": UNITS["usd"],
    "€": UNITS["eur"],
    "£": UNITS["gbp"],
    "₽": UNITS["rub"],
    "₴": UNITS["uah"],
    "₦": UNITS["ngn"],
    "₹": UNITS["inr"],
    # "¥" is left out: yen or yuan.
}
#: First words of units: what a cheap test asks before it joins words.
UNIT_STARTS: frozenset[str] = frozenset(spelling.split()[0] for spelling in UNITS)
_LONGEST = 3


def unit_at(words: list[str]) -> tuple[Unit, int] | None:
    """Return the longest unit that begins `words` (in lower case) and how many of them it takes."""
    if not words or words[0] not in UNIT_STARTS:
        return None
    for count in range(min(_LONGEST, len(words)), 0, -1):
        unit = UNITS.get(" ".join(words[:count]))
        if unit:
            return unit, count
    return None


def in_base(value: float, unit: Unit, *, difference: bool = False) -> float:
    """Return `value` in the base unit; a difference of temperatures knows no zero point."""
    return value * unit.factor + (0.0 if difference else unit.offset)


def converted(value: float, unit: Unit, other: Unit, *, difference: bool = False) -> float:
    """Return `value` of `unit` in `other`, of one dimension."""
    return (
        in_base(value, unit, difference=difference) - (0.0 if difference else other.offset)
    ) / other.factor
