"""A label is a headline of at most five words that keeps what its claim says."""

from collections.abc import Callable

import pytest

from claimkb.extract.inflect import gerund
from claimkb.extract.label_choice import choose, part
from claimkb.model import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]

# (sentence, the label of its first claim)
LABELS = [
    # an amount and what became of it
    ("The storm destroyed 400 homes.", "400 homes destroyed"),
    ("The company lost $3.2 billion last year.", "$3.2B lost"),
    ("Some 70,000 people were killed.", "70,000 people killed"),
    ("The ministry slashed €300 million in farm subsidies.", "€300M farm subsidies slashed"),
    ("The economy added 136,000 jobs in September.", "136,000 jobs added in September"),
    ("Farmers had little or no rain.", "Farmers had little/no rain"),
    ("The ministers were meeting in Oslo.", "Ministers meeting in Oslo"),
    # an amount at its place
    ("The unemployment rate fell to 5.4%.", "Unemployment rate fell to 5.4%"),
    ("The ferry carried no passengers.", "Ferry carried no passengers"),
    # who does what
    ("The Senate approved the budget.", "Senate approved budget"),
    ("The Norwegian government suspended military aid.", "Norwegian government suspended military aid"),
    ("The bank has closed its branch in Turin.", "Bank closed branch in Turin"),
    ("Sweden is building two reactors.", "Sweden building 2 reactors"),
    ("Farmers blocked the road to the port.", "Farmers blocked road to port"),
    # a verb in the plural has both who do it
    ("Peru and Chile share a long border.", "Peru, Chile share long border"),
    ("Kenya and the US share a long history.", "Kenya, US share long history"),
    ("The firm and the union agree on wages.", "Firm, union agree on wages"),
    # what somebody is keeps what tells it apart
    (
        "The drought is another important factor that may lead farmers to leave.",
        "Drought is important factor",
    ),
    ("Nils Berg is the mayor's son.", "Nils Berg is mayor's son"),
    # passives
    ("The trial was postponed.", "Trial postponed"),
    ("The army has been nearly defeated.", "Army nearly defeated"),
    ("The village was destroyed by a flood.", "Village destroyed by flood"),
    # negation
    ("The minister did not sign the treaty.", "Minister did not sign treaty"),
    ("The reactor was not damaged.", "Reactor not damaged"),
    ("Kenya has never exported oil.", "Kenya never exported oil"),
    ("The bank cannot pay its debts.", "Bank cannot pay debts"),
    # a condition keeps the strength of its modal
    ("The plan, if it survives the vote, could prompt a shift to wind power.", "Plan could prompt shift"),
    ("If it rains, the team might lose the match.", "Team might lose match"),
    ("If the rain stops, the team cannot win the match.", "Team cannot win match"),
    ("The bank would raise rates if inflation returned.", "Bank would raise rates"),
    ("The talks failed to end the strike.", "Talks failed to end strike"),
    ("The crew refused to leave the ship.", "Crew refused to leave ship"),
    ("The party is unlikely to win.", "Party unlikely to win"),
    ("There is no evidence of fraud.", "No evidence of fraud"),
    ("Kenya cannot afford to lose its harbour.", "Kenya cannot afford losing harbour"),
    # modality
    ("The council will raise taxes.", "Council will raise taxes"),
    ("Exports are expected to grow.", "Exports expected to grow"),
    ("The drug may help patients.", "Drug may help patients"),
    ("The city must repair the bridge.", "City must repair bridge"),
    ("The plan will not work.", "Plan will not work"),
    ("The dam could be closed.", "Dam could be closed"),
    # copulas
    ("The mayor is innocent.", "Mayor is innocent"),
    ("Lake Geneva is one of the largest lakes in Europe.", "Lake Geneva among largest lakes"),
    ("The strike remains a threat to exports.", "Strike remains threat to exports"),
    # verbs of two words, second complements
    ("The union agreed to end the strike.", "Union agreed to end strike"),
    ("Critics see the law as a threat.", "Critics see law as threat"),
    ("The vaccine appears to be safe.", "Vaccine appears to be safe"),
    ("Prices fell sharply.", "Prices fell sharply"),
    # names in short
    ("The United States imposed new tariffs.", "US imposed new tariffs"),
    ("The United Kingdom left the European Union.", "UK left EU"),
    ("Prime Minister Anna Berg visited Oslo.", "Anna Berg visited Oslo"),
    ("France and Italy signed a treaty.", "France, Italy signed treaty"),
    ("Only the court can stop the sale.", "Only court can stop sale"),
    # bounds and vague amounts stay bounds and vague
    ("The council wanted less than $5 billion for the bridge.", "Council wanted <$5B for bridge"),
    ("The port reported more than 15,000 delays.", "15,000+ delays reported"),
    ("Lenders lost millions of dollars.", "Lenders lost millions of dollars"),
    ("The rate declined to a five-year low of 3.5%.", "Rate declined to 3.5%"),
    ("The union invested $10 million in the harbour mine.", "$10M invested in harbour mine"),
    # what is not needed is not forbidden
    ("Tenants do not need to repair the roof.", "Tenants needn't repair roof"),
    ("The party may not need to win votes.", "Party may not need votes"),
    # second complements and gerunds
    ("Regulators could hold the executives liable.", "Regulators could hold executives liable"),
    ("Critics accused the mayor of overreaching.", "Critics accused mayor of overreaching"),
    ("The court dismissed as moot a case from Malta.", "Court dismissed case from Malta"),
    ("The firm denied destroying the files.", "Firm denied destroying files"),
    ("Missiles fired due to human error.", "Missiles fired due to error"),
    ("The mayor urged landlords to negotiate.", "Mayor urged landlords to negotiate"),
    ("The mayor urged landlords to cut rents.", "Landlords urged to cut rents"),
    ("Funds found only modest support.", "Funds found only modest support"),
    ("The draft bill is to be voted on Thursday.", "Draft bill will be voted"),
    ("Oil is necessary but not sufficient.", "Oil is necessary, not sufficient"),
    ("Anna Berg is president of the Miners Union.", "Berg is Miners Union president"),
    ("The governor allowed the chamber to vote.", "Governor allowed chamber to vote"),
    ("All three indexes are down about 30%.", "3 indexes down 30%"),
    ("The parties appear to be nearing an agreement.", "Parties appear nearing agreement"),
    ("Norwegian and Danish divers found the wreck.", "Norwegian, Danish divers found wreck"),
    ("Senators will be sworn in on Tuesday.", "Senators will be sworn in"),
    ("The shooting was believed to have occurred in Oslo.", "Shooting believed to have occurred"),
    ("We have been able to prevent floods.", "We can prevent floods"),
    ("The council must bring back the trams.", "Council must bring back trams"),
    ("The former governor is a triathlete.", "Former governor is triathlete"),
    ("The failed merger talks cost Acme $3 million.", "Failed talks cost Acme $3M"),
    (
        "There is growing acknowledgment of the diminished strategic importance of Norway in Europe.",
        "Acknowledgment of diminished strategic importance",
    ),
    ("There were issues regarding the sound.", "Issues regarding sound"),
    ("The senate passed a bill banning guns.", "Senate passed bill banning guns"),
    # an empty subject leaves the headline to the predicate
    ("It was the biggest cut since 2009.", "Biggest cut since 2009"),
    ("This is a seat we have to win.", "Seat we have to win"),
    ("No-one was injured in the fire.", "Nobody injured in fire"),
    ("The pay increase was the best since August 2020.", "Pay increase best since 2020"),
    # what a verb says little without
    (
        "The rule allows retired collectors to sue dealers that forge maps.",
        "Collectors allowed to sue dealers",
    ),
    ("The article charges the governor with inciting a riot.", "Governor charged with inciting riot"),
    ("A petrol-bomb raid on a hotel in Bergen left at least six guests dead.", "Raid left 6+ guests dead"),
    ("Thousands of farmers took to the streets of Lyon.", "Thousands took to streets"),
    (
        "The abbey announced plans for a small museum to honour poets.",
        "Abbey announced plans for museum",
    ),
    ("A judge issued an order temporarily blocking the sale.", "Judge issued order blocking sale"),
    ("No one knew what to do.", "Nobody knew what to do"),
    ("The delays were not due to bad weather.", "Delays not due to weather"),
    ("Half the roof has collapsed.", "Half roof collapsed"),
    ("He sent prices plummeting.", "He sent prices plummeting"),
    ("Guards must keep at least 3 feet of distance.", "Guards must keep 3+ feet"),
    ("The man could have taken more lives.", "Man could have taken lives"),
    ("Mr. Berg declined to comment.", "Berg declined to comment"),
    ("The mayor said in May that she knew the trams no longer ran.", "Trams no longer ran"),
    ("Few farmers voted.", "Few farmers voted"),
    ("Little progress was made.", "Little progress made"),
    ("The firm neglected to pay its staff.", "Firm neglected to pay staff"),
    ("The plan is far from certain.", "Plan is far from certain"),
    # what came about, and what merely counts
    ("Two of the trawlers managed to get away.", "2 trawlers got away"),
    ("The raid resulted in foiling the smugglers' plan.", "Raid foiled smugglers' plan"),
    ("A group of about 130 people blocked the gates.", "130 people blocked gates"),
    (
        "The US Department of Energy is investigating last week's leak.",
        "US Energy Department investigating leak",
    ),
    ("The 36-year-old had been living in Bergen.", "36-year-old living in Bergen"),
    ("The firm filed a $90 million lawsuit against Acme.", "$90M lawsuit filed against Acme"),
    # hollow nouns keep what they are about
    ("A lack of water delayed the harvest.", "Lack of water delayed harvest"),
    ("The future of the mine depends on prices.", "Future depends on prices"),
    # what a verb breaks off without comes before what only adorns
    (
        "The new state rent statute allows private tenants to sue landlords.",
        "Tenants allowed to sue landlords",
    ),
    ("Protesters gave way to quiet crowds.", "Protesters gave way to crowds"),
    ("The strike could go on for many more days.", "Strike could go on"),
    ("Dr. Paul Stein came up with a plan.", "Stein came up with plan"),
    ("The crowd never came back.", "Crowd never came back"),
    ("The bank would do well in Norway.", "Bank would do well"),
    ("The pilot kept her hands up.", "Pilot kept hands up"),
    ("The team looked away from the fence.", "Team looked away from fence"),
    ("The music comes across as too loud.", "Comes across as too loud"),
    ("The firm took advantage of a loophole.", "Firm took advantage of loophole"),
    ("The climber is described as lacking experience.", "Climber described as lacking experience"),
    ("A guard witnessed a farmer taken away by police.", "Guard witnessed farmer taken away"),
    ("The incident happened yesterday.", "Incident happened yesterday"),
    (
        "The comments came after the army announced the death of a soldier.",
        "Comments came after death announced",
    ),
    # the clause after a noun that says nothing without it
    ("There is a feeling that they do not care.", "Feeling they don't care"),
    ("The report left the impression that the mayor lied.", "Report left impression mayor lied"),
    # a subject that denies stays, and is not denied twice
    ("None of the farmer's arguments should prevent him from leaving.", "No arguments should prevent farmer"),
    ("No argument should prevent him from leaving.", "No argument should prevent him"),
    ("There is no accepted definition of poverty.", "No accepted definition of poverty"),
    # the modal is the claim's own
    ("Officials could not defend the programme.", "Officials could not defend programme"),
    ("The mayor did not come, since Berg could not find the key.", "Mayor did not come"),
    ("Voters should remain patient.", "Voters should remain patient"),
    ("Rents might rise.", "Rents might rise"),
    ("Exports are likely to grow.", "Exports likely to grow"),
    ("We have got to repair the bridge.", "We must repair bridge"),
    # who does and who suffers
    ("Cordova was sued.", "Cordova was sued"),
    ("It was not safe.", "It was not safe"),
    ("It's become almost routine.", "It became almost routine"),
    # words that compare, count or tell one thing from another
    ("The port had ordered fewer cranes than it needed.", "Port ordered fewer cranes"),
    ("One drowning may have more than one cause.", "Drowning may have multiple causes"),
    ("Several hundred farmers blocked the road.", "Hundreds of farmers blocked road"),
    ("In 2012, 43 percent of the money came from local donors.", "43% came from local donors"),
    ("The union asked one of the minister's advisers.", "Union asked minister's adviser"),
    ("The vice president will be on the train.", "VP will be on train"),
    # what only presents the news
    ("It turns out that the dam leaked.", "Dam leaked"),
    ("They are the ones who created the crisis.", "They created crisis"),
    ("That's why Anna Berg is on her way to Oslo.", "Berg on way to Oslo"),
    ("Anna Berg went on to discuss the polls.", "Anna Berg discussed polls"),
    # who suffers what, also where the parser takes "be" for a mere auxiliary
    ("The perpetrators will be held accountable for what they did.", "Perpetrators will be held accountable"),
    ("That's not accepting responsibility.", "That is not accepting responsibility"),
    # an age, a distance, a sum
    ("Robert Buckley, 32, fell 200 feet.", "Robert Buckley fell 200 feet"),
    ("The rail strike would cost hundreds of billions of euros.", "Rail strike would cost billions"),
    # what is set off, or joined from afar, is left out
    ("The plan is an invasion, in the governor's view, of private life.", "Plan: invasion of private life"),
    ("The bank sold and closed its branch in Turin.", "Bank sold branch in Turin"),
    # what is denied below the main verb is not denied of it
    ("Ivers urged people not to go to the rally.", "People urged not to go"),
    ("The judge ordered the firm not to pay.", "Firm ordered not to pay"),
    ("The mayor asked residents not to drink the water.", "Residents asked not to drink"),
    ("Ivers was supposed to speak on Monday.", "Ivers supposed to speak"),
    # a total is its amount, a list more than its first member
    ("The four buses had a total of 31 Danish pupils on board.", "4 buses had 31 pupils"),
    # phrases are whole or not at all
    ("The man's three companions were all from overseas.", "Man's 3 companions from overseas"),
    ("The climbing season starts in late October.", "Climbing season starts in October"),
    ("Bus drivers are having to pay for the repairs.", "Drivers must pay for repairs"),
    ("Guards at first told pupils to stay in their classrooms.", "Guards told pupils to stay"),
    ("Ivers won that year in a landslide.", "Ivers won in landslide"),
    ("Not paying rent makes Ivers smart.", "Not paying makes Ivers smart"),
    ("We don't know where the leak came from.", "Unknown where leak came from"),
    ("One driver is believed to have been arrested.", "One driver is believed arrested"),
    ("It was unclear if the dead were miners or guards.", "Unclear if dead were miners"),
    ("The flag was raised at about 7pm on Friday.", "Flag raised at 7pm"),
    ("The fire started at 06:00 BST.", "Fire started at 06:00 BST"),
    ("The climber fell about 600m.", "Climber fell 600m"),
    ("A guard has been charged on suspicion of arson.", "Guard was charged over arson"),
    ("A lone robber then jumped out of another window.", "Robber jumped out of window"),
    ("Police had recovered 80% of the haul.", "80% of haul recovered"),
    ("The seats were meant for members of a visiting choir.", "Seats meant for choir members"),
    ("Wealthy farmers see the loan scheme as an easier way out.", "Farmers see scheme as way"),
    ("Six rifles, 12 magazines and 300 rounds were found.", "6 rifles, others found"),
    ("The fire destroyed much of a school in Bergen.", "Fire destroyed much of school"),
    # the news of money and of markets
    (
        "Revenue rose 53 percent, to $3.42 billion from $2.24 billion a year earlier.",
        "Revenue rose 53% to $3.42B",
    ),
    ("The giant posted a 17 per cent increase in profit.", "17% increase in profit posted"),
    ("The firm earned $643 million, or $1.12 a share, in the quarter.", "$643M earned"),
    ("Stock in the firm has more than doubled since March.", "Stock more than doubled"),
    ("The ministry has put $255 million in military aid on hold.", "Ministry put $255M on hold"),
    ("The Senate Budget Committee voted to cut aid to farmers.", "Committee voted to cut aid"),
    ("Firefighters used boats to rescue families.", "Boats used to rescue families"),
    ("It is becoming clear that rail fares are rising.", "Rail fares rising"),
    (
        "Search-and-rescue operations were still underway on Tuesday.",
        "Search-and-rescue operations were underway",
    ),
    ("The chair must take the strongest possible action.", "Chair must take strongest action"),
    ("The mayor accused the firm of hiding its losses.", "Firm accused of hiding losses"),
    # what a noun, a prefix or a question cannot do without
    ("Ivers entered a not guilty plea at the court.", "Ivers entered not guilty plea"),
    ("Lena Dalton is in critical condition.", "Lena Dalton in critical condition"),
    ("A strong quake hit the town of Bergen.", "Strong quake hit Bergen"),
    ("It is not known how long the harbour will be closed.", "Unknown how long harbour closed"),
    ("In 2010, Lena Berg was sued three times.", "Berg was sued 3 times"),
    ("The crowd walked between the harbour and the station.", "Crowd walked between harbour, station"),
    ("This is a sad day for the mining family.", "Sad day for mining family"),
    ("Four men set fire to the vehicle before fleeing.", "Men set fire to vehicle"),
    ("The University of North Dakota closed its campus.", "University closed campus"),
    ("The sum would be nearly double the 3,400.", "Sum would be double 3,400"),
    ("The total would be almost triple the 3,400.", "Total would be triple 3,400"),
    ("The island is about 940 miles south of Bergen.", "Island 940 miles south"),
    ("The gulf is not deep enough for large ships.", "Gulf not deep enough"),
    ("The mayor will call on landlords to cut rents.", "Mayor will call on landlords"),
    ("There was no record to support the claims.", "No record to support claims"),
    ("Norway and Peru are engaged in a price war.", "Norway, Peru engaged in war"),
    ("Mr. Ivers did appoint several women to key posts.", "Ivers appointed women to posts"),
    ("Ivers has yet to explain the loss.", "Ivers has not explained loss"),
    ("They would not tell the agency anything.", "They wouldn't tell agency anything"),
    ("The firm was unable to pay, since it could not be sure of the price.", "Firm unable to pay"),
    # what a verb needs comes before what only adorns
    ("Four men rammed their car into a toy shop.", "Men rammed car into shop"),
    ("The march grew out of a vigil for the miners.", "March grew out of vigil"),
    ("The thief remains at large.", "Thief remains at large"),
    ("The trail led the coastguard to a nearby cave.", "Trail led coastguard to cave"),
    ("Thieves stole £90,000 worth of silver from a museum.", "£90,000 silver stolen"),
    ("Silver and paintings worth £2.5m have been stolen.", "£2.5M silver, paintings stolen"),
    (
        "The agency provides the public with an inaccurate picture of the harvest.",
        "Agency provides inaccurate picture",
    ),
    ("In June, two women sold almost the entire stock of the brewery.", "Women sold almost entire stock"),
    ("The guard was fatally wounded by poachers.", "Guard fatally wounded by poachers"),
    ("House Democrats unveiled two articles of impeachment.", "2 impeachment articles unveiled"),
    ("Lena Berg was charged with two counts of murder.", "Berg charged with murder counts"),
    ("The scenes of violence followed a protest march.", "Violence followed protest march"),
    ("Surgeons cannot agree on the nature of her illness.", "Surgeons cannot agree on illness"),
    ("Forty percent of the inmates are farmers.", "40% of inmates are farmers"),
    # who does it, and to whom
    (
        "Such a vote would be quickly rejected by farmers and some moderate mayors.",
        "Farmers, mayors would reject vote",
    ),
    ("A bloc of rural mayors pressed Anna Berg to force a vote on the line.", "Bloc of mayors pressed Berg"),
    (
        "Ivers is spending part of his holiday calling American troops overseas.",
        "Ivers calling American troops",
    ),
    ("Doctors advised elderly patients to avoid all sweets and cakes.", "Patients advised to avoid sweets"),
    (
        "The clerk described the visitor as a former tenant of one of the castles.",
        "Visitor was former tenant",
    ),
    ("The outbreak could put millions of farmers at risk.", "Millions could be at risk"),
    ("The drought could wind up costing the region billions of dollars.", "Drought could cost billions"),
    ("Court papers appear to show that Lena Berg met Carl Ivers in 2015.", "Court papers: Berg met Ivers"),
    # a denial keeps what it denies alone, and what narrows it
    ("Lena Berg had no quarrels with one neighbour.", "Berg: no quarrels with neighbour"),
    ("The law does not necessarily help farmers.", "Law doesn't necessarily help farmers"),
    ("The repairs will not begin until the week of 5 October.", "Repairs won't begin until October"),
    ("There are not political prisoners in Norway.", "No political prisoners in Norway"),
    ("The boxer was never able to shake that image.", "Boxer could never shake image"),
    ("The country has no advanced factories except in the north.", "Country has no advanced factories"),
    # an empty subject gives way to what it stands for
    (
        "It is not clear whether the orchard would see a frost before June.",
        "Unclear whether orchard sees frost",
    ),
    ("It remains unclear whether the fire was an attack.", "Unclear whether fire was attack"),
    ("It would be meaningless to embrace old doctrines.", "Embracing doctrines would be meaningless"),
    ("It is vital that the government finds a solution.", "Government must find solution"),
    ("It appeared that the group was poorly equipped.", "Group appeared poorly equipped"),
    # a role, a right, an age
    (
        "Lena Berg is the only democratically elected mayor of the town.",
        "Berg: only democratically elected mayor",
    ),
    ("The union and others have the right to peaceful protest.", "Union, others: right to protest"),
    ("On Saturday, 36-year-old Carl Ivers slipped.", "36-year-old Carl Ivers slipped"),
    ("The treaty would make the project a reality.", "Treaty would make project reality"),
    ("The amendment was worth examining.", "Amendment was worth examining"),
    ("The firm would be able to start selling the drug.", "Firm could start selling drug"),
    ("Lena Berg is a winner of the Holberg Prize for history.", "Berg is Holberg Prize winner"),
    # what a parser or a count hides
    ("A not guilty plea was entered on Ivers's behalf.", "Not guilty plea entered"),
    ("The mayor was found not guilty of fraud.", "Mayor was found not guilty"),
    ("No fewer than 20 miners died.", "20+ miners died"),
    (
        "A navy captain and county police rescue squad mechanic were injured.",
        "Captain, mechanic were injured",
    ),
    ("That kind of thinking may be counterproductive.", "Thinking may be counterproductive"),
    ("Carl Ivers was among those arrested.", "Carl Ivers among those arrested"),
    ("Mamata Banerjee is the West Bengal chief minister.", "Banerjee: West Bengal chief minister"),
    ("There were at least 70 dead on the ferry.", "70+ dead on ferry"),
    ("President Berg on Monday threatened to invoke the Harbour Act.", "Berg threatened to invoke Act"),
    (
        "The article charges Carl Ivers with inciting the riot at the town hall.",
        "Ivers charged with inciting riot",
    ),
    ("The six victims were taken to the lighthouse.", "6 victims taken to lighthouse"),
    ("Several state buildings were set ablaze.", "Several state buildings set ablaze"),
    # a claim that is a headline already
    ("The mayor got some of the figures wrong.", "Mayor got some figures wrong"),
]

STOCK = "and or to with for in by as from on of at the a an"


# (sentence, the label of its second claim)
SECOND = [
    ("Two boys and one girl drowned at a bend of the river.", "One girl drowned at bend"),
    ("The case is about the rules, which the Supreme Court has put on hold.", "Rules put on hold"),
    (
        "Carl Ivers agreed to a delay, allowing the chamber to handle the bills.",
        "Chamber allowed to handle bills",
    ),
]


@pytest.mark.parametrize(("sentence", "label"), SECOND, ids=[label for _, label in SECOND])
def test_label_of_a_claim_cut_from_another(claims_of: ClaimsOf, sentence: str, label: str) -> None:
    assert claims_of(sentence)[1].label == label


@pytest.mark.parametrize(("sentence", "label"), LABELS, ids=[label for _, label in LABELS])
def test_label(claims_of: ClaimsOf, sentence: str, label: str) -> None:
    assert claims_of(sentence)[0].label == label


ARTICLE = """The Danish government suspended the Arctic Research Support Programme on Monday. Prime Minister Anna
Berg said the programme, which cost about $40 million a year, had failed to produce results and could not be
defended any longer. Researchers in Nuuk, who had not been told, will probably lose their laboratories.
Neither the ministry nor the parliament answered questions. It was the biggest cut since 2009, and at least
30 of the 120 people who work at the station may have to leave Greenland before the end of the year."""


def test_labels_are_short_and_end_in_a_phrase(claims_of: ClaimsOf) -> None:
    labels = [c.label for c in claims_of(ARTICLE.replace("\n", " "))]
    assert len(labels) > 6
    assert all(2 <= len(label.split()) <= 5 for label in labels), labels
    assert not [label for label in labels if label.split()[-1].lower() in STOCK.split()]
    assert all(label[0].isupper() or not label[0].isalpha() for label in labels)


def test_a_denied_claim_says_so_in_its_label(claims_of: ClaimsOf) -> None:
    negative = {"not", "no", "never", "cannot", "neither", "nor", "failed", "didn't", "couldn't"}
    denied = [c for c in claims_of(ARTICLE.replace("\n", " ")) if c.polarity == "negated"]
    assert denied
    assert not [c.label for c in denied if not negative & set(c.label.lower().split())]


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("lose", "losing"),
        ("cut", "cutting"),
        ("annoy", "annoying"),
        ("die", "dying"),
        ("see", "seeing"),
        ("eat", "eating"),
    ],
)
def test_gerund(base: str, expected: str) -> None:
    assert gerund(base) == expected


def test_choice_takes_the_most_telling_set_that_fits() -> None:
    subject = [part(4.0, "new coastal railway"), part(3.0, "railway")]
    verb = [part(3.0, "will not open")]
    place = [part(1.0, "in Lagos"), part(0.0)]
    assert choose([subject, verb, place]) == ("railway", "will", "not", "open")
    assert choose([subject, verb, place], limit=6) == ("new", "coastal", "railway", "will", "not", "open")
