"""Relations of short texts of several kinds, written before the rules that they test."""

import pytest

from tests.claims.drafting.drafts import by_connective, drafted, unlike

OPINION = [
    (
        "The stadium should not be built with public money, because the club can pay for it.",
        ["because + The stadium"],
    ),
    (
        (
            "Free buses are a good idea. Of course, somebody has to pay for them. "
            "But traffic jams cost the town far more."
        ),
        ["Of course - Free", "But - Of course"],
    ),
    (
        (
            "Electric scooters should be banned from pavements. Some say that they replace car "
            "trips. However, most of their riders used to walk."
        ),
        ["Some say - Electric", "However - Some say"],
    ),
    (
        "Nobody needs a third runway. After all, the number of flights has been falling for years.",
        ["After all + Nobody"],
    ),
    (
        (
            "Museums should be free. For example, entry to the city gallery costs more than a "
            "family can spend in a week."
        ),
        ["For example + Museums"],
    ),
    (
        "It is true that jobs will go. Nevertheless, the power station must close.",
        ["It is true - Nevertheless"],
    ),
    (
        (
            "Tuition fees deter poor students. Moreover, they raise less than they cost to "
            "collect. They should therefore be abolished."
        ),
        ["Moreover + They should"],
    ),
    (
        "The contract must be cancelled. Otherwise, the town will pay for an empty building.",
        ["Otherwise + The contract"],
    ),
    (
        (
            "We cannot close the clinic. First, the next one is forty miles away. Second, its "
            "staff would leave the region."
        ),
        ["First + We", "Second + We"],
    ),
    (
        "Homework should be abolished. Admittedly, some children enjoy it.",
        ["Admittedly - Homework"],
    ),
    (
        "The theatre may seem a luxury. But a town without one loses its young people.",
        ["But - The theatre"],
    ),
    ("The plan is cheap. It is also easy to explain.", ["It is + The plan"]),
    ("Is the water of the lake safe? Of course it is not.", []),
    ("The dam will not stop floods. On the contrary, it will make them worse.", ["On + The dam"]),
    ("The mine poisons the river. Therefore its licence must go.", ["The mine + Therefore"]),
]
NEWS = [
    (
        "While the mayor says that crime is falling, residents say that they feel less safe.",
        ["While - residents"],
    ),
    (
        (
            "Critics argue that the tax hurts small shops. Yet the shops that have opened since "
            "2015 outnumber those that have closed."
        ),
        ["Yet - Critics"],
    ),
    (
        (
            "Analysts expect the bank to cut its rates. Inflation has fallen for six months, so "
            "there is little reason to wait."
        ),
        ["Inflation + so"],
    ),
    (
        "Wages have not kept up with rents. As a result, nurses are leaving the city.",
        ["Wages + As a result"],
    ),
    ("While the talks were going on, the shelling continued.", []),
    ("Since the river was straightened, floods have become more frequent.", []),
    ("As the minister said, the road will be built in spring.", []),
    ("The minister resigned, as she had promised to do.", []),
    (
        "Although the vaccine is safe, many parents are still afraid of it.",
        ["Although - many parents"],
    ),
    ("The harvest failed, which means that bread will be dearer.", ["The harvest + which means"]),
    ("The team lost, but its fans stayed until they had sung it home.", ["but - The team"]),
    ("While in Rome last week, the chancellor met the bishops.", []),
]
REPORTS = [
    (
        "Because the reservoir is almost empty, the council has to ration water.",
        ["Because + the council"],
    ),
    ("The rule is popular, although it has never been enforced.", ["although - The rule"]),
    (
        "The trial was stopped early. That is why nothing can be said about side effects.",
        ["The trial + That is why"],
    ),
    (
        "The law is unclear. This means that courts decide each case differently.",
        ["The law + This means"],
    ),
    (
        "Even though the bridge was repaired last year, lorries are not allowed on it.",
        ["Even though - lorries"],
    ),
    ("The company paid no tax, since it made no profit.", ["since + The company"]),
    ("Since trams are quieter than buses, they suit narrow streets.", ["Since + they suit"]),
    ("The survey is worthless, as it was sent to members only.", ["as + The survey"]),
    (
        "The medicine works for most patients, but it is too dear for poor countries.",
        ["but - The medicine"],
    ),
    (
        "The new timetable has fewer trains. Despite this, more people travel.",
        ["Despite this - The new"],
    ),
    ("Given that the roof leaks, the hall cannot be let.", ["Given that + the hall"]),
    ("The figures are old. That said, no better ones exist.", ["That said - The figures"]),
    ("Not the price but the service keeps people away from the pool.", []),
]
LETTERS = [
    (
        "The shelves are empty. Because nobody ordered anything in time.",
        ["Because + The shelves"],
    ),
    ("I could not come, for I was ill.", ["for + I could"]),
    ("Though the tenants complained, the landlord did nothing.", ["Though - the landlord"]),
    (
        "Our street is not as quiet as you write. Just look at the accidents of last year.",
        ["Just look + Our street"],
    ),
    (
        "My son has no car, so he can only work where the bus goes.",
        ["My son + so"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [*OPINION, *NEWS, *REPORTS, *LETTERS])
def test_connectives_tell_these_relations_and_no_others(text: str, wanted: list[str]) -> None:
    assert unlike(by_connective(drafted(text)), wanted) == ([], [])
