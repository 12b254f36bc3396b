"""English nouns that tell, behind “in” or “at”, when, where or by what means somebody really spoke."""

from __future__ import annotations

#: Beside the nouns of occasions and documents: places, gatherings, times and turns of phrase.
SETTINGS = frozenset(
    "area neighborhood neighbourhood district region province village town suburb county country republic "
    "territory valley mountains coast island street avenue square park hospital clinic church cathedral mosque "
    "synagogue temple school university college academy campus library museum gallery theatre theater market "
    "supermarket shop store mall factory plant mine farm field stadium arena pitch camp port harbour harbor "
    "airport station border crossing base barracks prison jail embassy consulate ministry hotel restaurant club "
    "pub bar garden kitchen room home flat apartment shelter villages towns cities streets areas districts "
    "regions provinces states part parts south north east west south-east north-east south-west north-west "
    "southeast northeast southwest northwest centre center middle outskirts corner side board ship train plane "
    "bus helicopter boat talks prayers prayer sermon blessing mass homily march protest demonstration vigil "
    "rallies meetings tour convention congress assembly session sessions plenary trial proceedings inquest "
    "inquiry investigation audit review signing launch unveiling inauguration graduation anniversary "
    "commemoration memorial celebration celebrations festival fair exhibition premiere race match game final "
    "semi-final semifinal quarter-final tournament cup championship season tie leg half minute round bout fight "
    "election elections campaign vote referendum ballot primary caucus negotiations discussion discussions "
    "dialogue exchange lecture keynote presentation seminar workshop webinar q&a question questions answer "
    "answers cross-examination deposition plea motion petition brief submission verdict judgment judgement "
    "sentence dissent opinion preface foreword introduction interviews cable cables dossier communique "
    "declaration resolution notes memoir memoirs diary diaries autobiography biography thread threads tweets "
    "posts messages letters emails texts telegram reel livestream stream newsletter circular prospectus annual "
    "quarterly results earnings forecast outlook bulletin paper papers press podcast documentary footage feature "
    "profile leader editorials editorial fact addition response reply turn short general particular all total end "
    "meantime meanwhile interim beginning start run-up aftermath wake face light view midst spite contrast "
    "comparison process case cases sign instance event result rule doing circumstances conditions eyes words past "
    "future present long run term cycle era age century decade decades centuries quarter fortnight weekend spring "
    "summer autumn fall winter time times moment hour point stage occasion heat cold dark rain war wars conflict "
    "crisis pandemic flood floods storm fire attack attacks strike strikes raid raids operation offensive "
    "exclusive way manner sense front back flurry string number platform manifesto rebuke blow boost setback bid "
    "move effort attempt comments commentary commentaries comment remark remarks testimony account accounts study "
    "studies survey analysis polling it them this that".split()
)
