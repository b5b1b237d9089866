"""Common words by which a language is told: function words, and for Dutch also the words of policy.

Each list was written for this purpose. In Dutch policy prose roughly every second word is on the list.
"""

DUTCH = frozenset(
    (
        "de het een en van in op te dat die dit deze met voor is zijn niet ook aan om er als door bij naar of maar dan wordt "
        "worden werd werden heeft hebben had hadden kan kunnen kon konden moet moeten moest zal zullen zou zouden wil willen "
        "mag mogen gaat gaan doet doen komt komen staat staan ligt liggen blijft blijven krijgt krijgen maakt maken geeft "
        "geven ziet zien vindt vinden houdt houden neemt nemen brengt brengen biedt bieden vraagt vragen werkt werken zorgt "
        "zorgen richt richten draagt dragen leidt leiden geldt gelden betreft wij we ons onze zij ze hun hen hij haar hem je "
        "jij u uw ik mij zich elkaar men iedereen iemand niemand iets niets alles alle alleen al allemaal andere ander anders "
        "meer meest minder veel weinig genoeg elk elke ieder iedere welke welk wie wat waar wanneer hoe waarom waarin waarbij "
        "waarop waarmee waardoor waarvan waarvoor daar daarin daarbij daarop daarmee daardoor daarvan daarvoor daarom daarnaast "
        "hier hierin hierbij hierop hiermee hierdoor hiervan hiervoor hierom tot uit over onder tussen tegen tijdens sinds "
        "vanaf vanuit binnen buiten zonder volgens via per na voordat nadat omdat zodat terwijl hoewel indien tenzij mits "
        "ofwel noch toch wel nog nu toen steeds vaak soms altijd nooit reeds pas eerst verder zowel zelf zelfs eigen samen "
        "nieuwe nieuw goede goed beter beste grote groot grotere kleine klein lokale regionale landelijke sociale maatschappelijke "
        "gemeente gemeenten gemeentelijke gemeenteraad raad college wethouder burgemeester inwoners inwoner bewoners burgers "
        "burger mensen jongeren jeugd jeugdigen kinderen ouders ouderen gezin gezinnen wijk wijken buurt dorp stad regio "
        "provincie rijk land nederland nederlandse overheid beleid beleidsplan nota plan plannen doel doelen doelstelling "
        "maatregelen maatregel aanpak uitvoering ontwikkeling ontwikkelingen ondersteuning hulp zorg welzijn gezondheid wonen "
        "woningen onderwijs school scholen werk arbeidsmarkt economie veiligheid milieu duurzaamheid ruimte omgeving verkeer "
        "cultuur sport vrijwilligers organisaties organisatie instellingen partners partijen partij aanbieders voorzieningen "
        "voorziening taken taak verantwoordelijkheid rol kosten budget begroting middelen euro bedrag jaar jaren periode tijd "
        "besluit voorstel motie vergadering agenda onderwerp vastgesteld vast stellen volgende aantal deel basis gebied gebruik "
        "manier mogelijk mogelijkheden nodig belangrijk belangrijke verschillende eerste tweede twee drie vier jaarlijks onderzoek "
        "resultaten informatie toelichting inleiding hoofdstuk bijlage wet verordening artikel zoals bijvoorbeeld namelijk echter "
        "bovendien"
    ).split()
)
ENGLISH = frozenset(
    (
        "the of and to a in is that it for on was as with be by at this are from have has had not or an which will would can "
        "could should may must their they we our you your he she his her its who what when where how there these those been "
        "were but if than then so do does did all any each other more most some such no only own same into over under between "
        "through during before after above about against also because while being both within without people government policy "
        "council support care public local report development information"
    ).split()
)
FRISIAN = frozenset(
    (
        "de it in en fan yn op te dat dy dit dizze mei foar is binne net ek oan om der as troch by nei of mar dan wurdt wurde "
        "waard hat hawwe hie hiene kin kinne koe moat moatte moast sil sille soe soene wol wolle mei meie giet gean docht dwaan "
        "komt komme stiet steane bliuwt bliuwe krijt krije makket meitsje jout jaan sjocht sjen wy ús harren sy hja hy har him "
        "jo jim ik my jin inoar elkenien immen neat alles alle oare mear minder folle elk elts hokker wa wat wêr wannear hoe "
        "wêrom dêr dêrby dêrfoar dêrom dêrneist hjir ta út oer ûnder tusken tsjin sûnt fanôf binnen bûten sûnder neffens nei "
        "om't sadat wylst hoewol as noch dochs wol no doe faak soms altyd nea al earst fierder sels eigen tegearre nij nije "
        "goed goede grutte lyts minsken gemeente gemeenten bern âlden âlderein jongerein doarp doarpen stêd provinsje fryslân "
        "fryske frysk taal belied plan doel stipe help soarch wolwêzen wenjen ûnderwiis skoalle skoallen wurk jier jierren tiid"
    ).split()
)
