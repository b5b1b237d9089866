"""The forms of a Dutch verb, spelled out when rules are compiled so that no lemmatiser runs at scan time.

The forms are those of the *Algemene Nederlandse Spraakkunst* (2.3), with more rather than fewer: a form that
no writer uses (*leveer*, beside *lever*) matches nothing, a form that is missing loses a finding.
"""

import re
from dataclasses import dataclass

# infinitive: past singular, past plural, past participle without prefixes
_STRONG = """
bieden bood boden geboden; binden bond bonden gebonden; blijken bleek bleken gebleken;
blijven bleef bleven gebleven; breken brak braken gebroken; brengen bracht brachten gebracht;
denken dacht dachten gedacht; doen deed deden gedaan; dragen droeg droegen gedragen;
dringen drong drongen gedrongen; drijven dreef dreven gedreven; dwingen dwong dwongen gedwongen;
gaan ging gingen gegaan; genezen genas genazen genezen; geven gaf gaven gegeven;
grijpen greep grepen gegrepen; hangen hing hingen gehangen; hebben had hadden gehad;
helpen hielp hielpen geholpen; houden hield hielden gehouden; kiezen koos kozen gekozen;
kijken keek keken gekeken; komen kwam kwamen gekomen; kopen kocht kochten gekocht;
krijgen kreeg kregen gekregen; laten liet lieten gelaten; lezen las lazen gelezen;
liggen lag lagen gelegen; lopen liep liepen gelopen; nemen nam namen genomen;
ondernemen ondernam ondernamen ondernomen; rijden reed reden gereden; scheiden scheidde scheidden gescheiden;
schieten schoot schoten geschoten; schrijven schreef schreven geschreven; schuiven schoof schoven geschoven;
slaan sloeg sloegen geslagen; sluiten sloot sloten gesloten; snijden sneed sneden gesneden;
spreken sprak spraken gesproken; springen sprong sprongen gesprongen; staan stond stonden gestaan;
steken stak staken gestoken; stijgen steeg stegen gestegen; treden trad traden getreden;
trekken trok trokken getrokken; vallen viel vielen gevallen; vangen ving vingen gevangen;
varen voer voeren gevaren; vechten vocht vochten gevochten; verliezen verloor verloren verloren;
vinden vond vonden gevonden; vragen vroeg vroegen gevraagd; werpen wierp wierpen geworpen;
weten wist wisten geweten; wijken week weken geweken; wijzen wees wezen gewezen;
winnen won wonnen gewonnen; worden werd werden geworden; zeggen zei zeiden gezegd;
zenden zond zonden gezonden; zien zag zagen gezien; zijn was waren geweest;
zitten zat zaten gezeten; zoeken zocht zochten gezocht; zwijgen zweeg zwegen gezwegen
"""
_PARTS = {line.split()[0]: line.split()[1:] for line in _STRONG.split(";")}
_SINGULAR = {
    "komen": ["kom", "komt"],
    "hebben": ["heb", "hebt", "heeft"],
    "zijn": ["ben", "bent", "is"],
    "gaan": ["ga", "gaat"],
    "staan": ["sta", "staat"],
    "slaan": ["sla", "slaat"],
    "doen": ["doe", "doet"],
    "zien": ["zie", "ziet"],
}
_UNSTRESSED = ("be", "ge", "her", "ont", "ver", "er", "onder", "over", "voor", "om", "door", "mis", "weer")
_VOICELESS = {"v": "f", "z": "s"}
_VOICELESS_ENDS = ("t", "k", "f", "s", "ch", "p")
_OPEN = re.compile(r"(^|[^aeiou])([aeou])([^aeioujy])$")


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The forms of one verb.

    Attributes:
        finite: forms that a particle can be separated from: *sluit, sluiten, sloot, sloten*.
        other: participles, with their inflected forms: *gesloten, sluitend, sluitende*.
    """

    finite: tuple[str, ...]
    other: tuple[str, ...]


def _stems(infinitive: str) -> list[str]:
    """The first person singular, in each spelling that the infinitive allows."""
    stem = infinitive.removesuffix("en")
    if len(stem) > 1 and stem[-1] == stem[-2]:
        return [stem[:-1]]
    final = _VOICELESS.get(stem[-1], stem[-1])
    stems = [stem[:-1] + final]
    match = _OPEN.search(stem)
    if match:
        stems.append(stem[: match.start(2)] + match[2] * 2 + final)
    return stems


def _root(infinitive: str) -> tuple[str, str]:
    """Split off an unstressed prefix when what remains is a strong verb: *voorkomen* is *voor* + *komen*."""
    if infinitive in _PARTS:
        return "", infinitive
    for prefix in _UNSTRESSED:
        rest = infinitive.removeprefix(prefix)
        if rest != infinitive and rest in _PARTS:
            return prefix, rest
    return "", infinitive


def _with_t(stem: str) -> str:
    return stem if stem.endswith("t") else stem + "t"


def verb_forms(infinitive: str) -> VerbForms:
    """Return the forms of a verb, its own infinitive included among the finite ones.

    >>> verb_forms("sluiten").finite
    ('sloot', 'sloten', 'sluit', 'sluiten')
    """
    prefix, root = _root(infinitive)
    stems = _stems(root)
    singular = _SINGULAR.get(root) or [form for stem in stems for form in (stem, _with_t(stem))]
    finite = {root, *singular}
    if root in _PARTS:
        past, pasts, participle = _PARTS[root]
        finite |= {past, pasts}
        participles = {participle.removeprefix("ge") if prefix else participle}
    else:
        # the consonant of the infinitive decides, not that of the stem: leven, leefde
        ending = "t" if root.removesuffix("en").endswith(_VOICELESS_ENDS) else "d"
        finite |= {stem + past for stem in stems for past in (ending + "e", ending + "en")}
        starts = ("", "ge") if root.startswith(_UNSTRESSED) else ("ge",)
        closed = [stem if stem.endswith(("t", "d")) else stem + ending for stem in stems]
        participles = {start + form for form in closed for start in starts}
    present = {root + "d", root + "de"} if root.endswith("n") else set()
    other = participles | {form for participle in participles for form in _inflected(participle)} | present
    return VerbForms(
        tuple(sorted(prefix + form for form in finite)), tuple(sorted(prefix + form for form in other))
    )


def _inflected(participle: str) -> set[str]:
    """*gesloten* stays; *gewerkt* becomes *gewerkte*, *gezet* *gezette*, *besteed* *bestede*."""
    if participle.endswith("en"):
        return {participle}
    if re.search(r"[^aeiou][aeiou][td]$", participle):
        return {participle + participle[-1] + "e"}
    if re.search(r"(aa|ee|oo|uu)[td]$", participle):
        return {participle[:-2] + participle[-1] + "e"}
    return {participle + "e"}
