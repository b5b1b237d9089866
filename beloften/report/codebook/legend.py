"""What the pages of any codebook say: what the kinds of concepts are, and how to read rules and figures."""

from beloften.codebook.schema import ConceptKind

KINDS = {
    ConceptKind.BELOFTE: "the goods that nearness promises",
    ConceptKind.KOEPEL: "the umbrella good of a kind of nearness, against the umbrella value of a logic",
    ConceptKind.WAARDE: "the values that distance used to guarantee, each in a logic",
    ConceptKind.LOGICA: "the logics, by their emblems and by the values that belong to them",
    ConceptKind.NABIJHEID: "cues of nearness",
    ConceptKind.RELATIE: "between whom there is nearness",
    ConceptKind.ZELFREDZAAMHEID: "the meanings of zelfredzaamheid",
    ConceptKind.BEGINSEL: "the principles of the decentralisations",
    ConceptKind.STURING: "room for professionals, and what limits it",
    ConceptKind.VERTOOG: "ways in which policy makes its case",
    ConceptKind.AANWIJZING: "cues: words that change what others mean; no codes",
    ConceptKind.UITSLUITING: "names of laws, organisations and posts: what overlaps them carries no code",
    ConceptKind.CONTEXT: "words that show what a text is about; no codes",
}
"""What the concepts of each kind are."""

LEGEND = """\
## How to read a concept

Under the name of a concept stands its definition: what a coder marks. The patterns are how the program
finds it. A finding is one code in one sentence, whatever the number of patterns that match in it. The
examples are invented; `beloften rules test` runs them.

Patterns unfold when clicked on. The words above them say what they have in common. The number before a
pattern is its line in the rule file, as in the evidence that `beloften explain` gives (`maatwerk.yaml:14`).
Case and accents make no difference, and the longest match counts.

- `maatwerk*`: a word with any letters, or none, in the place of the asterisk.
- `op maat`: words that follow each other. `afgestemd op ..4 persoon`: with up to four words between; `..`
  alone allows three.
- `(vraag|behoefte)`: one of these. `(heel)?`: this or nothing.
- `<werken>`: a verb in all its forms. `<aan+sluiten>`: a separable verb, together or apart.
- `{inwoner}`: a word of the [list](words.md) of that name.

Behind a pattern stands in brackets what it asks or brings: *only with* something else in the sentence or
near it; a level or stance that it has *by itself*, whatever the cues; a stance that it has *unless a cue
says otherwise*; *also* another code, when both are meant to be found."""
"""How to read what is said of a concept."""

MEASURES = """\
A **gold** sentence is one to which the coders gave the code; a **found** one is one to which the rules give
it. **Precision** is the share of the found sentences that are gold, **recall** the share of the gold ones
that are found, **F1** their harmonic mean, and **alpha** Krippendorff's alpha, which takes off the
agreement that chance would bring. Between brackets stands the 95 % interval, by bootstrap over {unit}s,
none narrower than Wilson's for as many independent sentences.
Where few sentences carry a code the interval is wide, and the figure before it says little, be it 1.00.

A belofte is measured three times: as `genoemd` (named), as `belofte` (tied to nearness) and as `expliciet`
(tied by a link), each with the levels beyond it. A logica is measured by itself and with each stance. **Not
measured** is what the coders did not look for, or what neither they nor the rules found: of that nothing is
known but that the rule finds its own examples."""
"""How to read the figures; `unit` is what was resampled for their intervals."""
