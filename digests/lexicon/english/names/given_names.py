"""Given names in English news, with the pronoun of those that tell it."""

from __future__ import annotations

from typing import Final

from digests.models import Pronoun

_HE: Final = """
    jeb zeb
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
    waleed ziad wei ming jun kristian kristjan florian damian sebastian adrian damir august vicente ernesto gonzalo
    esteban sebastiao thiago matheus caio otavio gilberto heitor renan hernan nestor horacio osvaldo rolando efrain
    ismael hilario bence gabor balazs csaba laszlo istvan kalman zsolt wojciech zbigniew boguslaw krzysztof grzegorz
    radoslaw miroslaw janusz zdenek vaclav ondrej radek einar gunnar haakon jorgen torben soren rasmus mikkel kaarlo
    jussi pekka timo mikko juhani suresh ramesh mahesh ganesh dinesh arvind ashok murugan selvam karthik senthil
    manoj anil sunil vijay ajay rohit iqbal mahmud hicham rachid bambang agus reynaldo benigno jean-baptiste thierry
    mathieu benoit erwan alfredo alvaro benito camilo eugenio fabio fausto ignacio leandro lucio mauricio rogelio
    abe abebe abhishek aditya adnan akash akira aksel aleksi alfonso alton amadou ammon amr ankit antti arjun arlen
    arto arun asger ashraf aziz babacar bjorn blaine bram brock budi byron chidi chukwudi daan daiki danilo darnell
    deandre deepak demetrius denny desmond devendra devin devon dewayne dewey dexter domenic dominick donnie donovan
    dorian doyle dudley edmund eero efren elbert eldon eldridge elias elliot elliott elroy emanuel emery emmett
    errol ervin esa essam ezra felipe felton ferdinand finn freddie garrett garry gaurav gaylord geert gerrit gino
    girma grady gregg grover habib haile hank harald harish harlan harley heikki hendrik henrique hiram hiroki
    hisham hollis horace hossam howie hubert ibou ilkka imtiaz irving irwin isaac isaiah ivar jaap jace jagdish
    janne jari jarle jarmo jarrett jarrod jarvis jayden jed jejomar jerald jeramye jeremiah jeroen jerrod jess
    johnnie joko joost josiah judd juha jukka julius junaid kashif kasper kazuo keegan kees kelvin kenta kermit
    kieran kimmo kirk kjell koen kojo kristopher kwesi lalit lauri lavern leif leland lenny les levi lionel lonnie
    luc lucius lyle lyndon maarten mads magdy makoto mamadou marcelo markku masahiro matti maury maynard medhat
    merle micah mickey modou mohit monte morten moses mostafa moussa mukesh murali mwangi myron nabil naoki naresh
    naveen neal ned nickolas niels nikhil niko nikolaj nitin noboru nolan norbert odell odhiambo olav olin olli
    orville otis ousmane ozzie pankaj percy petri piet pieter pradeep prakash pranav quentin quincy rahm rahul
    rakesh rami ramiro reid reince renato rene reuben rhett rickey rico rigoberto risto rod roderick rohan ronnie
    roscoe rosendo royce rudolph rufus ruud ryota sachin salvatore sameh sammy sandeep satoshi saul scottie sekou
    seppo shahid shaun sheldon sherif sherwood shigeru shinji shoaib siddharth silas srinivas stan steen stewart
    stijn subhash sverre sylvester tahir takashi tapio tarek taro tarun teddy teodoro terence terje tero terrance
    terrell tesfaye thaddeus thijs thorbjorn thurman toby torbjorn trey troels trond tuomas tushar uday ulysses
    usman vaughn venkat vesa vidar vinicius vinod virgil vitor vivek wael wahyu wallace weldon wendell westley
    wilbert wilbur wiley wilfred wilfredo willard wim wole wouter wyatt xavier yogesh yosef yoshihide yusuke zack
    zahid zane zeke zubair
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
    christy deanna gwendolyn cassandra penny kay dianne tracey toni sheryl faye harriet angie april june esperanza
    paloma pilar soledad consuelo rocio marisol ines luz milagros araceli ainhoa bozena grazyna malgorzata ewa zofia
    zsofia eszter ildiko erzsebet katalin weronika milica bojana jelena snezana ragnhild solveig sigrid gudrun
    kristrun linnea birgitta annika paivi shabana shazia nasreen meena sunita kavitha doreen ernestine aaliyah
    abimbola aino akinyi alisha alison anette anneke anneli antoinette ayesha berit bessie bettina beulah billie
    birgitte bisi blanca bobbie brandi brianna brittney candice cassie catarina cecelia celeste celia chinwe christa
    christie danuta darla delores dianna divya dorte dragana eeva elisa eloise elsie emiko emine erma essie estelle
    ethel eula eunice fannie fatou femke fernanda francine freda funke gayle genevieve gitte gro guadalupe halina
    hanne haruka hatice hattie hazel heba helle henrietta hilde ilse inez inger ioana irma iwona jaclyn jadwiga
    janie janis jeannette jeannie jennie jette jitka joana jodie josefina jovana juana judit junko justyna kaisa
    katja kavya keiko keisha kelli kellie kendra kerri kerry khady kinga kirsi krista kristi kristie kristine kristy
    krystal kumiko larissa latasha latonya laverne leena lela lenka leticia lieke liisa lila lillie lora lorena
    lorene lotte luciana lucinda luella lula lynda lynette maaike mabel mable mamie mandy marcella margie marguerite
    marieke marijke marit marja marsha maryann masako mattie maxine melba merve michiko mieke mihaela mindy minna
    minnie miranda myra myrtle nandi naoko ndeye neha nellie nettie nichole nisha njeri noha nokuthula noriko
    orsolya outi ozlem padma pam patsy patti paulette pernille pirjo preeti putri rabia rachael radka raluca ratna
    rekha rhonda rikke ritu robyn rochelle rosalie rosemarie rosie roxanne sachiko sadie saima sakura samina
    sangeeta sanne sari saskia seema sevgi shanice shari shelia shelly sheri sherri shreya simona sirpa smita sonja
    sonya susanne sushma susie swati tabitha tanisha tarja tasha teri thandi tiina timea tomoko tonya tove traci
    tricia trina trine trudy tuula ulla unni vandana velma verna vesna vibeke vicki vickie vicky vidya vlasta wambui
    wanjiku wati whitney winifred xiu yoko yumi yuriko zephyr zeynep zorica
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
