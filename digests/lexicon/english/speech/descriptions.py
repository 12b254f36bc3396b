"""English words by which texts describe those who speak."""

from __future__ import annotations

from digests.lexicon.english.speech.inflection import finite
from digests.lexicon.speech import Descriptions
from digests.models import Role


def _each(role: Role, *nouns: str) -> dict[str, Role]:
    return dict.fromkeys(nouns, role)


DESCRIPTIONS = Descriptions(
    people=frozenset(
        "source sources person persons people individual individuals resident residents witness witnesses critic "
        "critics expert experts analyst analysts observer observers aide aides insider insiders official officials "
        "some many others several few most one another man woman men women supporter supporters opponent opponents "
        "voter voters fan fans locals reporter reporters economist economists activist activists strategist "
        "strategists neighbour neighbor adviser advisers advisor advisors diplomat diplomats troops soldiers soldier "
        "fighters veterans lawmakers everyone nobody somebody anyone employee employees worker workers friend friends "
        "relatives scholars scientists spokesman spokeswoman spokesperson".split()
    ),
    smaller_governments=frozenset("state county city provincial municipal town regional".split()),
    spokespersons=frozenset("spokesman spokeswoman spokesperson".split()),
    anonymous=frozenset(
        "anonym*|condition of|unnamed|undisclosed|familiar with|close to|briefed on|not authorised|"
        "not authorized".split("|")
    ),
    nameless=frozenset("source person individual insider crowd family couple pair youth audience".split()),
    counting=frozenset("some several many few one another other unnamed senior".split()),
    single=frozenset({"one", "another"}),
    picked=frozenset({"one"}),
    members=frozenset("soldiers troops servicemen members".split()),
    authorities=frozenset("police authorities prosecutors officials officers investigators".split()),
    bodies=frozenset(
        "institute institution university college school center centre foundation council committee commission "
        "ministry department agency service services bureau office authority authorities bank group association union "
        "league society corporation company firm observatory fund network alliance court jury hospital federation "
        "federations initiative programme program project police directorate administration government board "
        "parliament congress senate party movement campaign team brigade survey mission forum chamber inspectorate "
        "corps army trust organization organisation embassy consulate prosecutors delegation club newspaper diocese "
        "archdiocese consortium church museum zoo library theatre orchestra panel".split()
    ),
    parts_of_bodies=frozenset(
        "division command battalion regiment squadron sector zone state district area ward chapter branch region unit "
        "section station headquarters chambers secretariat".split()
    ),
    kinds=frozenset(
        "organization organisation affiliate bank network union party militia coalition foundation provider operator "
        "supplier distributor contractor".split()
    ),
    describing=frozenset(
        "represents runs owns operates monitors tracks makes publishes enforces oversees regulates advises supports "
        "provides promotes advocates campaigns studies manages investigates helps funds supplies sells builds produces "
        "administers governs controls advocates offers works specializes specialises focuses researches supervises "
        "coordinates organizes organises covers serves polices sets licenses inspects audits protects defends".split()
    ),
    body_tails=frozenset("service department office".split()),
    role_nouns={
        "analyst": frozenset("institute university center centre college foundation observatory poll".split()),
        "outlet": frozenset("times post news journal gazette herald tribune radio tv magazine".split()),
        "official": frozenset("service ministry department police agency office authority administration".split()),
    },
    generic={
        **_each("analyst", "think tank", "institute", "monitor", "monitoring group", "watchdog", "research group"),
        **_each(
            "outlet",
            "newspaper",
            "paper",
            "outlet",
            "broadcaster",
            "news agency",
            "magazine",
            "news outlet",
            "site",
        ),
    },
    companies=frozenset(
        "company firm business group carmaker automaker retailer airline utility insurer lender brewer drugmaker "
        "chipmaker planemaker shipbuilder manufacturer operator startup start-up supplier developer miner "
        "maker giant".split()
    ),
    company_offices=frozenset(
        "chief executive|chief executive officer|ceo|chief financial officer|cfo|finance director|managing director|"
        "chief operating officer|finance chief|chief finance officer".split("|")
    ),
    party_offices=frozenset({"leader"}),
    body_offices=frozenset(
        "leader chairman chairwoman chairperson chair president director manager executive head boss treasurer coach "
        "captain spokesman spokeswoman spokesperson".split()
    ),
    company_bodies=frozenset("company firm group corporation bank association".split()),
    roles=frozenset(
        "head member boss executive lecturer scholar official teacher student rapporteur marshal marshall examiner "
        "commanding specialist staffer demonstrator shopper sophomore frontbencher backbencher".split()
    )
    | {"editor in chief"},
    callings=frozenset(
        "professional publisher contractor fundraiser backer contributor star winner maker carrier newcomer "
        "loyalist donor delegate booster ally enthusiast contender hopeful".split()
    ),
    no_callings=frozenset(
        "matter number disaster reminder letter order power factor chapter danger error corner offer answer marker "
        "computer summer winter quarter figure character moment rumor rumour favor favour honor honour incumbent "
        "tactician later earlier younger older elder bigger smaller larger greater lower upper inner outer newer "
        "better longer shorter richer poorer dinner supper".split()
    ),
    bare_offices=frozenset("chief secretary Secretary deputy head major Sir Dame Lord Lady Baroness".split()),
    fields=frozenset(
        "trade work culture health education science energy transport environment food securities defence defense "
        "justice foreign home business communities innovation housing agriculture labor labour women finance economic "
        "search law public research fire arts parks fish families sport planning water oil gas roads highways "
        "aviation customs affairs equality immigration tourism commerce industry infrastructure rights youth climate "
        "technology staff operations prosecutions centers centres prisons corrections interior development reform "
        "fisheries livestock petroleum mines irrigation transportation information statistics religious sports lands "
        "works ports harbours harbors forests forestry minerals mining waterways railways antiquities monuments "
        "heritage wildlife electricity power sanitation settlements wellness schools communication communications "
        "broadcasting posts telecommunications telegraph shipping hospitality industries enterprise enterprises "
        "textiles steel employment manpower children family gender disability seniors veterans pensions welfare "
        "policing security citizenship budget treasury economy economics revenue taxation cooperatives co-operatives "
        "ecology conservation oceans seas territories regions islands provinces municipalities towns cities villages "
        "districts reconstruction rehabilitation recovery resettlement refugees migration diaspora expatriates "
        "religion religions worship waqf endowments hajj awqaf supply supplies procurement privatisation "
        "privatization investment investments exports digitalisation digitalization digital space elections reforms "
        "integration reconciliation peace relations coordination governance assets estates lotteries gambling racing "
        "biosecurity plantation plantations commodities consumer consumers records archives libraries languages "
        "skills training talent careers universities media government service administration basic higher tertiary "
        "resources productivity devolution care territory electrification duties presidency truth reparations".split()
    ),
    modifiers=frozenset(
        "senior former foreign political military policy research chief deputy acting lead principal junior veteran "
        "security defence defense national campaign press vice assistant retired executive and".split()
    ),
    ranks=frozenset(
        "lord lady sir dame father brother sister pope sheikh ayatollah rabbi imam rev fr hon prof gen lt col maj capt "
        "sgt cpl pvt adm brig cmdr brigadier commodore general colonel major captain lieutenant sergeant commander "
        "admiral professor fellow doctor resident".split()
    ),
    role_participles=frozenset(
        "acting outgoing incoming leading founding managing sitting retired appointed elected presiding consulting "
        "contributing supervising attending operating marketing planning engineering nursing housing banking training "
        "programming advertising ranking prosecuting ousted deposed exiled jailed imprisoned detained disgraced "
        "peacekeeping mining building fishing farming shipping cycling swimming boxing racing climbing rowing skiing "
        "lending trading publishing broadcasting accounting gaming brewing wrestling dancing singing sailing wedding "
        "renowned acclaimed celebrated esteemed noted distinguished seasoned experienced qualified registered licensed "
        "certified chartered accredited respected decorated self-taught "
        "impeached sacked fired dismissed suspended slain murdered assassinated convicted indicted embattled".split()
    ),
    service_ranks=frozenset(
        "const insp supt det det-sgt det-insp dsu dci cpl commissioner superintendent inspector sub-inspector "
        "sergeant constable justice magistrate comptroller asp dsp csp acp dcp ssp sp".split()
    ),
    rank_modifiers={
        **dict.fromkeys("rear vice".split(), frozenset("adm admiral".split())),
        **dict.fromkeys(
            "lance staff master first flight second".split(), frozenset("sgt sergeant cpl lt lieutenant".split())
        ),
        **dict.fromkeys("petty warrant".split(), frozenset({"officer"})),
        "wing": frozenset("cmdr commander".split()),
        **dict.fromkeys(
            "assistant additional deputy chief senior detective acting divisional district regional".split(),
            frozenset("commissioner superintendent inspector sub-inspector sergeant constable magistrate".split()),
        ),
    },
    after_offices=frozenset({"general"}),
    local_offices=frozenset(
        "mayor gov governor sen senator rep representative congressman congresswoman bishop archbishop".split()
    ),
    home_prepositions=frozenset({"of"}),
    workplace_prepositions=frozenset("at with".split()),
    origins=frozenset({"of", "from"}),
    siding=frozenset("of from with".split()),
    seeming=frozenset("look sound feel smell want hope like love think know need".split()),
    speaking_for=frozenset({"for"}),
    copulas=frozenset({"is"}),
    becoming=frozenset("become becomes became becoming remain remains remained named elected appointed".split()),
    superlatives=frozenset("most least only".split()),
    degrees=frozenset("most least".split()),
    working=finite(
        "advise chair head direct manage helm track monitor represent work serve edit host coach train cover operate "
        "maintain organize organise mastermind farm treat specialize specialise own co-found found prosecute defend "
        "investigate research author volunteer command counsel"
    )
    | frozenset(
        "leads led runs ran oversees oversaw teaches taught studies studied keeps kept sells makes wrote".split()
    )
    | frozenset(
        "trades|traded|follows|negotiates|negotiated|speaks for|spoke for|drafted|drew up|translates|translated|"
        "researches|practises|practices|practised|practiced|lectures|lectured|reports on|reported on|sits on|sat on|"
        "serves on|served on|breeds|bred|designs|designed|builds|built|captains|captained|pilots|piloted|audits|"
        "audited|regulates|regulated|governs|governed|founded|created|invented".split("|")
    )
    | {"helped found", "helps maintain", "helps run", "helped run", "helps organize", "helped organize"},
    bereaved=frozenset("lost buried".split()),
    living=frozenset("live lives lived".split()),
    title_adverbs=frozenset("also now currently".split()),
    groups=frozenset("audience crew cast staff faculty band gang squad tribe".split()),
    belongings=frozenset("neighbour neighbor survivor teenager volunteer owner member employee".split()),
    titles_in_full={
        "sen": "senator",
        "gov": "governor",
        "rep": "representative",
        "gen": "general",
        "col": "colonel",
        "pres": "president",
        "lt": "lieutenant",
        "adm": "admiral",
        "maj": "major",
        "capt": "captain",
        "sgt": "sergeant",
        "cmdr": "commander",
        "amb": "ambassador",
        "prof": "professor",
        "congresswoman": "representative",
        "congressman": "representative",
    },
    employed=frozenset(
        "spokesman spokeswoman spokesperson director manager executive analyst researcher editor counsel officer "
        "publicist owner founder co-founder strategist pollster lobbyist economist professor lecturer".split()
    ),
    whereabouts=frozenset({"in", "from"}),
    former=frozenset("former retired ex late ousted deposed onetime erstwhile".split()),
    incoming=frozenset("new newly incoming next future elected".split()),
    party_adjectives=frozenset(
        "republican democratic conservative liberal labour socialist nationalist independent green".split()
    ),
    partisans=frozenset("republican democrat conservative liberal socialist nationalist independent tory dem".split()),
    natives=frozenset(
        "texan californian floridian ohioan virginian kentuckian alaskan arizonan coloradan oregonian nevadan iowan "
        "kansan nebraskan minnesotan michigander pennsylvanian marylander tennessean louisianan hawaiian utahn hoosier "
        "briton englishman englishwoman scot scotsman welshman irishman irishwoman frenchman frenchwoman dutchman dane "
        "swede finn pole spaniard turk german italian russian ukrainian american canadian australian brazilian".split()
    ),
    parties_called=(
        ("Liberal Democrats", "Lib Dems", "Liberal Democrat", "Lib Dem"),
        ("Conservatives", "Tories", "Conservative", "Tory"),
        ("Labour",),
        ("Republicans", "Republican", "GOP"),
        ("Democrats", "Democrat", "Democratic"),
        ("Greens",),
    ),
    papers=frozenset({"Independent"}),
    state_offices=frozenset("minister secretary governor".split()),
    adherents=frozenset(
        "ally supporter backer booster loyalist enthusiast fan friend critic opponent rival foe".split()
    ),
    lessening=frozenset(
        "vice former deputy acting assistant shadow junior associate under ex candidate nominee spokesman "
        "spokeswoman".split()
    ),
    joining=frozenset({"and"}),
    pairing=frozenset({"both"}),
    body_prepositions=frozenset("of for on in".split()),
    role_belonging=frozenset({"for", "in"}),
    envoys=frozenset("ambassador envoy".split()),
    role_bound=frozenset({"to"}),
    renaming=frozenset({"or", "called"}),
    acting_endings=frozenset({"ing"}),
    introducing=frozenset("named|called|known as|identified as|by the name of".split("|")),
    after_heads=frozenset("in on at including speaking citing cited quoted".split()),
    after_names=frozenset("of on in from with at for and via jr sr".split()),
    outside_names=frozenset("to from by with like as".split()),
    name_parts=frozenset({"abu"}),
    openings=frozenset("as meanwhile however".split()),
    dating=frozenset({"on"}),
)
