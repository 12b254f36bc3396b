"""English words that tell persons from places and bodies: given names, titles, roles and verbs of saying."""

from __future__ import annotations

from typing import Final

from digests.lexicon.english.calendar import CALENDAR
from digests.lexicon.names import Persons
from digests.models import Pronoun

_HE: Final = """
    aaron abdel abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro aleksandar aleksandr
    aleksei aleksey alex alexander alexandre alexei alexey alfred ali allan allen alvin amir amit anatoly anatoliy
    anders andre andrea andreas andrei andrew andrey andrii andriy andrzej angus anthony antoine anton antonio
    antony arkady arnold arsen arthur artem arturo asif avi bakhtiyar barack barry bashar ben benjamin bernard
    bernie bill billy bob bobby bogdan bohdan boris brad bradley brandon brendan brent brett brian bruce bruno bryan
    carl carlo carlos cedric charles charlie chris christoph christophe christopher chuck claude colin connor corey
    craig curtis cyril dan daniel daniil danny danylo dario darren darryl dave david dean denis dennis denys derek
    dick diego dieter dimitri dirk dmitri dmitriy dmitry dmytro dominic don donald doug douglas duncan dustin dwight
    earl ed eddie edgar eduard eduardo edward edwin elijah elon emmanuel emil enrique eric erik ernest ethan eugene
    evan evgeny fabian farid felix fernando filip francesco francis francisco franco francois frank frankie franklin
    fred frederick fredrik friedrich fyodor gabriel gareth gary gavin geoff geoffrey georg george gerald gerard
    gerhard giorgio giovanni giuseppe glenn gordon graham greg gregory guillaume gunther gustavo hakan hamid hamza
    hans harold harry hasan hassan heinrich helmut henri henrik henry herbert herman hiroshi howard hugh hugo
    hussein ian ibrahim igor ihor ilham ilya imran ismail ivan ivo jack jacob jacques jake jakob jakub james jamie
    jan janez jared jason javier jay jean jeff jeffrey jens jeremy jerome jerry jesse jim jimmy joachim joao joaquin
    joe joel johan johannes john johnny jon jonas jonathan jorge jose josef josep joseph josh joshua juan julian
    julien jurgen justin kamal karim karl keir keith ken kenneth kenji kevin khaled khalid kirill klaus konstantin
    kostiantyn kurt kyle kyrylo larry lars laurent lawrence leo leon leonard leonid lev lewis liam lloyd lorenzo
    louis luca lucas luigi luis luiz lukas magnus mahmoud maksim maksym malcolm manuel marc marcel marco marcos
    marcus marek mario mark markus martin marty masoud mateusz mathias matt matteo matthew matthias maurice max
    maxim maxime mehdi mehmet michael michal michel miguel mihai mikael mike mikhail mikhailo milan milos mitch mitt
    mohamed mohammad mohammed moshe muhammad mustafa mykhailo mykola narendra nathan nathaniel neil nicholas nick
    nicolas nigel nikita nikola nikolai nikolay nikolaos nils noah norman oleg oleh oleksandr oleksii oleksiy olaf
    oliver olivier omar orlando oscar osama oskar otto owen pablo paolo pascal patrick paul paulo pavel pavlo pedro
    per pete peter petr petro phil philip philippe pierre piotr pyotr rafael rajesh ralph ramon ramzan randy raul
    ravi ray raymond recep reinhard reza ricardo richard rick ricky rob robert roberto robin rodrigo roger roland
    roman ron ronald ross roy ruben rudolf rudy rupert ruslan russell rustem ryan salman sam samir samuel sandro
    sanjay scott sean sebastian serge sergei sergey sergii sergio serhii serhiy seth seymour shane shawn shinzo
    sidney simon stanislav stanley stefan stefano stephane stephen sterling steve steven stuart sven takeshi taras
    ted terry thomas tim timothy timur tobias todd tomas tomasz tommy tony trevor tyler ulf umar valentin valerii
    valeriy valery vadim vadym vasily vasyl victor vikram viktor vince vincent vitali vitaliy vitaly vlad vladimir
    vladislav vladyslav volker volodymyr vsevolod vyacheslav viacheslav walid wally walter warren wayne werner wes
    wesley will willem william wolfgang yair yann yaroslav yasser yegor yevgeny yevhen yevhenii yoav yuri yurii
    yuriy yusuf yves zachary zoltan lester phillip clarence marvin jeffery travis melvin randall leroy theodore
    clifford darrell floyd vernon clyde hector gilbert cecil duane elmer mitchell harvey cory tyrone cody julio
    nelson armando tom rodney calvin derrick jermaine terrence dwayne reginald rafael rafa raj sanjeev hiro kwame
    kofi chinedu emeka olu tunde sipho thabo yusuf bilal tariq faisal nasser majid saeed jamal kareem khalil rashid
    waleed ziad wei ming jun
    kristian kristjan florian damian sebastian adrian damir august
    vicente ernesto gonzalo esteban sebastiao thiago matheus caio otavio gilberto heitor renan hernan nestor horacio
    osvaldo rolando efrain ismael hilario bence gabor balazs csaba laszlo istvan kalman zsolt wojciech zbigniew
    boguslaw krzysztof grzegorz radoslaw miroslaw janusz zdenek vaclav ondrej radek einar gunnar haakon jorgen torben
    soren rasmus mikkel kaarlo jussi pekka timo mikko juhani suresh ramesh mahesh ganesh dinesh arvind ashok murugan
    selvam karthik senthil manoj anil sunil vijay ajay rohit iqbal mahmud hicham rachid bambang agus reynaldo benigno
    jean-baptiste thierry mathieu benoit erwan
    alfredo alvaro benito camilo eugenio fabio fausto ignacio leandro lucio mauricio rogelio
"""
_SHE: Final = """
    abigail ada adriana agnes agnieszka aisha alexandra alexis alice alicia alina allison alyona amanda amber amelia
    amina amy ana anastasia anastasiia andrea angela angelica angelina anita ann anna annalena anne annette annie
    antonia anya ariana ashley astrid audrey aung barbara beata beatrice beatriz becky belinda bernadette bernice
    bertha beth betsy betty beverly birgit bonnie brenda bridget brigitte brittany camila camille candace carla
    carmen carol carole caroline carolyn carrie catalina catherine cathy cecilia celine chantal charlene charlotte
    chelsea cheryl chloe christina christine cindy claire clara claudia colleen concepcion condoleezza connie
    constance cristina cynthia daisy dana daniela danielle daria darya debbie deborah debra delia denise diana diane
    dolores dominique donna dora doris dorothy ebony edith eileen elaine eleanor elena eleni elisabeth eliza
    elizabeth ella ellen elsa elvira emilia emily emma erica erika erin esther eugenia eva evelyn fatima fatma
    felicia fiona flora frances francesca gabriela gabrielle gail galina gemma gertrude gillian gina giorgia giulia
    gladys gloria greta gretchen gwen halyna hana hanna hannah heather heidi helen helena helene hilary hilda
    hillary ida ilona inga ingrid irena irene irina iryna isabel isabella isabelle ivana ivanka jacqueline jana jane
    janet janice jasmine jean jeanette jeanne jen jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn
    jodi johanna josephine joyce juanita judith judy julia juliana julie juliet kaja kamala karen karin karla
    karolina karoline kate katerina kateryna katherine kathleen kathryn kathy katie katrina katya kayla kellyanne
    kelly khadija kimberly kirsten kristen kristin kristina ksenia larisa laura lauren leah leila lena leslie lidia
    lillian lily linda lindsay lindsey lisa liudmyla liz loretta lori lorraine louise lucia lucy ludmila lydia lynn
    lynne madeleine madeline magdalena maggie maia malala manuela marcia margaret margarita maria mariam mariana
    marianne marie marilyn marina marine marion marjorie marlene marta martha martina mary maryam maureen megan
    meghan melania melanie melinda melissa mercedes meredith mette mia michelle mildred mina miriam molly monica
    monique muriel nadezhda nadia nadine nancy naomi natalia natalie nataliia natasha nicole nikki nina noor nora
    oksana olena olga olha olivia oxana pamela patricia patty paula paulina pauline peggy penelope petra phyllis
    polina priscilla priti priya rachel ramona raquel rebecca regina renata rita roberta rosa rosalind rosemary
    roxana ruth sabrina sally samantha sanae sandra sanna sara sarah sharon shawna sheila shelley sherry shirley
    silvia simone sofia solomiia sonia sophia sophie stella stephanie sue susan susana suzanne svetlana svitlana
    sylvia sylvie tamara tammy tania tanya tara tatiana tatyana tessa tetiana thelma theresa therese tiffany tina
    tracy tulsi ulrike ursula valentina valentyna valeria valerie vanessa vera veronica veronika victoria viktoria
    viktoriia vivian wanda wendy yasmin yulia yuliia yvette yvonne zainab zara zhanna zoe zuzana megyn neera stacey
    rania layla yasmine huda salma farah dina amal nour hala rima samira leyla ayse elif mei yuki akiko aiko ngozi
    amara chioma wanjiru zanele nomsa lakshmi anjali deepa kavita pooja teresa lois norma edna grace shannon lucille
    michele darlene geraldine joann renee holly yolanda laurie terri wilma arlene jackie glenda courtney marian
    christy deanna gwendolyn cassandra penny kay dianne tracey toni sheryl faye harriet angie
    april june
    esperanza paloma pilar soledad consuelo rocio marisol ines luz milagros araceli ainhoa bozena grazyna malgorzata
    ewa zofia zsofia eszter ildiko erzsebet katalin weronika milica bojana jelena snezana ragnhild solveig sigrid
    gudrun kristrun linnea birgitta annika paivi shabana shazia nasreen meena sunita kavitha doreen ernestine
"""
#: Given names that tell no pronoun, or that are too little known to.
_EITHER: Final = frozenset(
    "andrea alexis jean leslie robin tracy terry kelly marion jo sandro shannon jackie courtney nour ming tendai farai "
    "tafadzwa tinashe blessing "
    "okechukwu obinna ikenna uchenna chukwuemeka babatunde adewale oluwaseun segun femi kunle musa danladi garba "
    "kwabena kwaku yaw themba siphiwe mandla bheki sizwe lungelo kipchoge wafula otieno ochieng kimani njoroge "
    "kamau rafiq shafiq tanvir idris zakaria ilyas bashir nadeem waqar khurram ghulam younes slamet wayan ketut "
    "rizal jomar rodel isko winston lenworth reggie cornell lamar tama hone wiremu tane hemi rangi keanu kekoa "
    "kimo dieudonne yannick loic itziar maite nekane reka sunniva tiril riikka folake yetunde funmilayo bukola "
    "adaeze ifeoma nneka amaka chiamaka ama abena akosua nomvula thandiwe lindiwe busisiwe rokeya tasnim rukaya "
    "hajia hodan aminata fatoumata mariama indrani annamma leelamma rosamma poornima siti dewi wikitoria mereana "
    "hinewehi aroha ngaire kirra bronte verona latoya tamika oyunchimeg hoa thuy huong linh ngoc xiaoling "
    "meiling seo-yeon".split()
)

GIVEN_NAMES: Final[dict[str, Pronoun | None]] = {
    **dict.fromkeys(_HE.split(), "he"),
    **dict.fromkeys(_SHE.split(), "she"),
    **dict.fromkeys(_EITHER, None),
}

#: Words before a name that make it a person's, with the pronoun where they tell it; points are left out.
TITLES: Final[dict[str, Pronoun | None]] = {
    **dict.fromkeys("mr sir lord king prince father pope brother congressman sheikh ayatollah emir".split(), "he"),
    **dict.fromkeys("mrs ms miss mme mlle lady dame queen princess sister congresswoman baroness".split(), "she"),
    **dict.fromkeys("spokesman chairman businessman policeman fireman serviceman salesman cameraman".split(), "he"),
    **dict.fromkeys("spokeswoman chairwoman businesswoman policewoman actress servicewoman".split(), "she"),
    **dict.fromkeys(
        "dr prof rev hon gen lt col maj capt sgt cpl pvt adm brig cmdr sen rep gov pres amb justice judge rabbi "
        "imam archbishop bishop cardinal patriarch president chancellor premier minister secretary ambassador "
        "senator representative governor mayor speaker general colonel major captain lieutenant sergeant commander "
        "admiral marshal chief director chair chairperson spokesperson analyst expert professor economist "
        "strategist researcher historian scientist lawyer attorney prosecutor journalist reporter correspondent "
        "editor author activist adviser advisor aide envoy negotiator diplomat lawmaker legislator deputy mp mep "
        "ceo cfo president-elect candidate nominee leader manager coach doctor engineer farmer resident soldier "
        "officer detective sheriff constable inspector commissioner councillor councilman councilwoman coordinator "
        "founder co-founder pollster consultant operative fellow blogger commentator columnist host anchor actor "
        "singer director-general secretary-general vice-president treasurer pastor priest superintendent auditor "
        "coroner vice-admiral rear-admiral major-general maj-gen lieutenant-general lieutenant-colonel dsu dci fr "
        "madame advocate cllr councilor counsel undersecretary taoiseach tanaiste consul td msp mla assemblyman "
        "assemblywoman harbourmaster harbormaster administrator clerk comptroller warden trooper ombudsman "
        "executive".split()
    ),
}

#: What else a person may be said to be, right after the name.
OCCUPATIONS: Final = frozenset(
    "teacher nurse student baker retiree pensioner mother father grandmother grandfather housewife driver "
    "shopkeeper miner pilot veteran survivor volunteer worker employee neighbour neighbor owner member head boss "
    "wife husband son daughter brother sister trader banker builder carpenter fisherman hairdresser musician "
    "painter poet writer athlete surgeon paramedic medic firefighter electrician plumber mechanic waiter waitress "
    "chef librarian accountant programmer developer executive official teenager widow widower refugee architect "
    "cleric politician whip juror shepherd organiser organizer campaigner psychologist psychiatrist physicist "
    "chemist biologist geologist meteorologist epidemiologist virologist seismologist climatologist criminologist "
    "sociologist physician veterinarian pharmacist dentist therapist broker investor entrepreneur industrialist "
    "photographer filmmaker producer playwright novelist curator librarian trustee regulator ombudsman magistrate "
    "barrister solicitor notary captain lifeguard ranger forester rancher grower butcher brewer restaurateur "
    "hotelier broadcaster presenter statistician demographer geographer anthropologist archaeologist philosopher "
    "theologian hydrologist oceanographer ecologist vicar chaplain nun monk missionary principal headteacher "
    "headmaster dean provost governor trainer referee striker goalkeeper midfielder quarterback swimmer sprinter "
    "cyclist skier golfer footballer boxer wrestler jockey president-elect vice-chancellor agent vendor physio "
    "physiotherapist forecaster apprentice skipper publicist stylist realtor midwife surveyor landlord landlady "
    "tutor lecturer dancer comedian rapper drummer guitarist violinist pianist conductor composer sculptor "
    "illustrator cartoonist winger defender batsman bowler pitcher wicketkeeper all-rounder umpire bartender "
    "gardener groundsman caretaker cleaner carer paralegal auctioneer undertaker beekeeper sailor welder bricklayer "
    "roofer machinist seamstress tailor jeweller optician radiologist cardiologist oncologist neurologist "
    "neuroscientist immunologist paediatrician pediatrician pathologist botanist zoologist entomologist "
    "ornithologist palaeontologist paleontologist volcanologist glaciologist astronomer astronaut astrophysicist "
    "mathematician linguist geneticist microbiologist nutritionist screenwriter bookseller stallholder farmhand "
    "trucker postman dockworker steelworker schoolteacher trainee cadet paratrooper whistleblower protester "
    "motorist commuter hiker climber mountaineer diver rower runner millionaire billionaire tycoon lobbyist pundit "
    "shearer planner skater gymnast bride groom bridegroom designer moderator stablemaster pupil attendant "
    "petitioner passenger policymaker plaintiff tenant supervisor specialist counsel coauthor co-author advocate "
    "sophomore freshman undergraduate parishioner co-ordinator mogul archivist intern nanny barista barber "
    "vaccinologist classmate roommate teammate".split()
)

#: What one person may be to another, with the pronoun where it tells it.
KIN: Final[dict[str, Pronoun | None]] = {
    **dict.fromkeys(
        "husband son father brother uncle nephew grandfather grandson stepfather boyfriend widower father-in-law "
        "son-in-law brother-in-law".split(),
        "he",
    ),
    **dict.fromkeys(
        "wife daughter mother sister aunt niece grandmother granddaughter stepmother girlfriend widow mother-in-law "
        "daughter-in-law sister-in-law".split(),
        "she",
    ),
    **dict.fromkeys(
        "spouse partner child parent cousin sibling twin fiance fiancé fiancée colleague friend counterpart successor "
        "predecessor teammate co-star roommate classmate".split(),
        None,
    ),
    **dict.fromkeys("mom mum mommy grandma ex-wife stepdaughter".split(), "she"),
    **dict.fromkeys("dad daddy grandpa ex-husband stepson".split(), "he"),
}

#: Heads of a role that make their holder an analyst, or an official; anybody else speaks for themselves.
ANALYST_ROLES: Final = frozenset(
    "analyst analysts expert experts professor economist economists strategist researcher researchers historian "
    "scientist scientists fellow scholar academic pollster lecturer criminologist meteorologist epidemiologist".split()
)
OFFICIAL_ROLES: Final = frozenset(
    "president chancellor premier minister secretary ambassador senator representative governor mayor speaker general "
    "colonel major captain lieutenant sergeant commander admiral marshal gen lt col maj capt sgt adm brig sen rep gov "
    "spokesman spokeswoman spokesperson prosecutor envoy negotiator diplomat lawmaker legislator deputy mp mep "
    "congressman congresswoman chief sheriff commissioner councillor judge justice king queen prince emir official "
    "police detective inspector officer chairman chairwoman director coroner".split()
)

#: Capitalised words that begin a sentence or a heading and are no part of a name, nor are days and months.
NOT_NAMES: Final = frozenset(
    "a about according after again ahead all also although among an and another any are as asked at because before "
    "but by can could despite did do does during earlier each even every few for former from given had has have he "
    "her here his how however i if in indeed instead is it its just last late later like many may meanwhile more "
    "most mr mrs much my never next no nor not now of on once one only or other our over perhaps please rather read "
    "recently she should since so some soon still such that the their them then there these they this those though "
    "through thus to today together tomorrow tonight under unlike until up was we were what when where whether "
    "which while who whose why will with without would yes yesterday yet you your both former ex late acting first "
    "second third against amid toward towards two three four five six seven eight nine ten let dear meet enter "
    "welcome thanks hello hey sorry says said ask tell watch photo image video gop bst gmt utc est edt cdt mst mdt "
    "pst pdt cet cest".split()
).union(CALENDAR.weekdays, CALENDAR.months)

#: Words that begin or end the names of places and bodies, and so are no part of a person's name.
PLACE_OR_BODY: Final = frozenset(
    "north south east west northern southern eastern western central upper lower new old great greater saint san "
    "santa los las el la hong sri saudi costa united burkina sierra papua cape ivory buenos rio tel abu kuala addis "
    "phnom port fort mount mt lake st baton grand palm long nizhny veliky novy stary bila kryvyi velyka white red "
    "black blue green big river sea ocean bay gulf strait island islands valley hill hills mountain mountains beach "
    "city town village county state states district oblast raion region republic province federation kingdom "
    "territory street avenue road square park bridge airport station port harbor harbour base camp centre center "
    "house palace tower hall hotel garden stadium court university college school institute academy hospital church "
    "museum library foundation fund bank corporation corp company inc ltd llc group holdings industries party union "
    "league association society council committee commission ministry department agency service services bureau "
    "office administration authority board parliament congress senate assembly army navy force forces guard guards "
    "corps brigade battalion regiment division fleet command police staff directorate secretariat security nations "
    "times post news journal herald tribune gazette telegraph guardian press magazine radio television tv network "
    "media channel review today daily weekly online report reports act law bill treaty agreement accord war wars "
    "day week year cup games olympics championship series award prize project program programme plan initiative "
    "movement alliance coalition front campaign conference summit forum festival street republicans democrats "
    "republican democrat democratic liberal conservative labour communist socialist christian muslim jewish islamic "
    "catholic orthodox american british russian ukrainian european african asian arab israeli chinese iranian "
    "french german internet facebook twitter google youtube instagram telegram amazon microsoft apple cathedral "
    "building coast alert charter football limits hydro dhabi falls springs heights creek ridge grove junction "
    "crossing plains rapids haven".split()
)

PERSONS: Final = Persons(
    given_names=GIVEN_NAMES,
    titles=TITLES,
    short_titles={
        "gov": "governor",
        "sen": "senator",
        "rep": "representative",
        "gen": "general",
        "lt": "lieutenant",
        "col": "colonel",
        "maj": "major",
        "capt": "captain",
        "sgt": "sergeant",
        "adm": "admiral",
        "prof": "professor",
        "pres": "president",
        "rev": "reverend",
    },
    courtesy=frozenset("mr mrs ms miss mme mlle madame dr".split()),
    telling_titles=frozenset(
        "sir dame lord lady prof professor mayor judge councillor cllr councilor councilman councilwoman "
        "superintendent inspector sheriff col maj capt sgt lt".split()
    ),
    occupations=OCCUPATIONS,
    bodies_too=frozenset("owner builder banker trader developer worker parent partner successor leader".split()),
    borrowed=frozenset((*CALENDAR.weekdays, *CALENDAR.months, "will")),
    left_office=frozenset("former ex late then ousted deposed onetime sometime erstwhile retired".split()),
    stand_ins=frozenset("acting interim caretaker".split()),
    of_office=frozenset("of for from".split()),
    role_openings=frozenset("former deputy chief".split()),
    gendered_endings={
        "woman": "she",
        "girl": "she",
        "lady": "she",
        "actress": "she",
        "man": "he",
        "boy": "he",
        "guy": "he",
    },
    people_endings=frozenset("s ed ing ese ish ly ean can".split()),
    kin=KIN,
    analyst_roles=ANALYST_ROLES,
    official_roles=OFFICIAL_ROLES,
    surnames=frozenset(
        "white black green blue hill hall church lake long west north day grand great old post press english young "
        "saint law camp costa state banks springs heights ridge grove haven".split()
    ),
    title_openings=frozenset({"first"}),
    rare_surnames=frozenset("park castle court house palm port garden bridge square tower fort".split()),
    not_names=NOT_NAMES,
    place_or_body=PLACE_OR_BODY,
    particles=frozenset(
        "te ten ap ab á zu af av de del della la le van von der den ter da das dos di du bin ibn ben al el".split()
    ),
    joined_particles=frozenset("al el ad ar as ash bin".split()),
    suffixes=frozenset("jr sr ii iii iv vi vii viii ix xi xii xiii xiv xv xvi qc kc san obe cbe mbe phd esq".split()),
    before_verbs=frozenset("also later then".split()),
    trusting=frozenset("confidence faith trust belief believe believes believed interest disappointed".split()),
    before_places=frozenset({"in", "near"}),
)
