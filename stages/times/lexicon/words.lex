# Words of the grammar. HEAD [VALUE] : forms.

number 1 : one
number 2 : two
number 3 : three
number 4 : four
number 5 : five
number 6 : six
number 7 : seven
number 8 : eight
number 9 : nine
number 10 : ten
number 11 : eleven
number 12 : twelve, dozen
number 13 : thirteen
number 14 : fourteen
number 15 : fifteen
number 16 : sixteen
number 17 : seventeen
number 18 : eighteen
number 19 : nineteen
number 20 : twenty
number 30 : thirty
number 40 : forty, fourty
number 50 : fifty
number 60 : sixty
number 70 : seventy
number 80 : eighty
number 90 : ninety
number 100 : hundred
number 1000 : thousand
number 1000000 : million
number 1000000000 : billion

ordinal 1 : first
ordinal 2 : second
ordinal 3 : third
ordinal 4 : fourth
ordinal 5 : fifth
ordinal 6 : sixth
ordinal 7 : seventh
ordinal 8 : eighth
ordinal 9 : ninth
ordinal 10 : tenth
ordinal 11 : eleventh
ordinal 12 : twelfth
ordinal 13 : thirteenth
ordinal 14 : fourteenth
ordinal 15 : fifteenth
ordinal 16 : sixteenth
ordinal 17 : seventeenth
ordinal 18 : eighteenth
ordinal 19 : nineteenth
ordinal 20 : twentieth
ordinal 30 : thirtieth

decade 2 : twenties
decade 3 : thirties
decade 4 : forties
decade 5 : fifties
decade 6 : sixties
decade 7 : seventies
decade 8 : eighties
decade 9 : nineties

# Days by name, and the part of the day where the word says it.
day 0 : today
day -1 : yesterday
day 1 : tomorrow
tonight 5 : tonight, tonite

# References without a place on the calendar.
present : now, nowadays, currently, presently
trigger : past, o'clock, o’clock, clock, half, future, past, present, recently, fiscal, fy, nineteen, eighteen, seventeen
past : recently, lately, formerly

vague : several, few, many, some, numerous, couple, recent, countless

# Words that may begin a modifier.
modifier : about, around, approximately, roughly, circa, ca, some, almost, nearly, under, over, more, less, fewer, at, up, no, the, end, beginning, start, middle, close, turn, conclusion, early, earlier, late, later, mid

# What a number such as 1,984 or 1984 counts, and words in front of a year.
noun : people, men, women, children, miles, kilometers, kilometres, feet, dollars, pounds, euros, francs, marks, yen, points, jobs, workers, employees, troops, soldiers, shares, students, votes, tons, tonnes, homes, houses, cases, deaths, copies, words, residents, members, units, barrels, meters, metres, acres, hectares, square, percent, prisoners, cars, vehicles, refugees, families, patients, calories, megawatts, watts, gallons, pages, civilians, killed, wounded, seats, delegates, customers, companies, stores, banks, schools, horsepower, cc, rpm, degrees, bytes, times, others, cents, barrels, households, flights, visitors, passengers, births, meals, visits, attacks, incidents, trips, euros, rupees, roubles, rubles
yearly : in, since, by, from, until, till, of, during, before, after, to, through, and, between, late, early, mid, circa, year, years, around, fiscal, for, or, summer, spring, fall, autumn, winter, than, compared, versus, vs, circa

# Words that may begin a period ("the third quarter"), a span ("a few days") or a reference ("right now").
opener : quarter, the, its, their, his, her, our, your, my, a, an, half, another, these, those, every, each, fiscal, financial, fy, full, last, next, coming, upcoming, this, current, present, previous, prior, preceding, following, ensuing, subsequent, that, same, latest, corresponding, comparable, latter, final, closing, opening, past, recent, q, right, at, year, first, mid
