# What stands around numbers: modifiers, changes, and what makes a number a name.
#
# before MODIFIER : words before a number          after MODIFIER : words after it
# change DIRECTION : verbs and nouns                named : words after which a number is a name or label
# name : words that are a name only with a capital  street : words that end an address
before approximately : about, around, approximately, approx, approx., roughly, nearly, almost, circa, ca., some
before approximately : close to, ~, ≈, ∼, an estimated, estimated, in the region of, in the neighborhood of
before approximately : in the neighbourhood of, on the order of, in the order of, of the order of, more or less
before approximately : virtually, practically, just about, somewhere around, somewhere near, something like, +/-, ±
before approximately : give or take, near, nearing, approaching, a little shy of, near to
before more_than : more than, over, above, greater than, larger than, bigger than, higher than, exceeding, exceeds
before more_than : exceed, exceeded, north of, in excess of, upwards of, upward of, well over, well above
before more_than : better than, >, longer than, older than, beyond, just over, a little over, slightly over
before more_than : slightly more than, just above, topping, surpassing, even more than, far more than
before more_than : much more than, well in excess of, no fewer then, over than, more then, heavier than, faster than
before more_than : wider than, taller than, worth more than, greater then
before less_than : less than, under, below, fewer than, lower than, smaller than, shy of, south of, <, well under
before less_than : well below, just under, just below, a little under, slightly under, slightly less than
before less_than : just shy of, shorter than, younger than, barely, less then, slightly below, cheaper than
before less_than : lighter than
before at_least : at least, no less than, no fewer than, not less than, not fewer than, a minimum of, minimum of
before at_least : minimum, >=, ≥, > =, =>, at the very least, bigger or equal than, greater or equal than
before at_least : larger or equal than, greater or equal to, larger or equal to, more or equal than
before at_least : greater than or equal to, greater than or equals to, bigger than or equal to
before at_least : larger than or equal to, more than or equal to, higher or equal than, not smaller than
before at_least : not lower than, starting at, starting from
before at_most : at most, up to, no more than, not more than, as much as, as many as, a maximum of, maximum of, <=
before at_most : ≤, < =, =<, no greater than, not greater than, no larger than, no higher than, at the most
before at_most : as high as, as long as, smaller or equal than, less or equal than, less or equal to
before at_most : smaller or equal to, less than or equal to, less than or equals to, smaller than or equal to
before at_most : fewer than or equal to, lower than or equal to, smaller than or equals to, not over, not exceeding
before at_most : not to exceed, not above, not bigger than, not larger than, not higher than, no longer than
before at_most : no bigger than, not exceed, capped at
before at_least : as little as, as few as, as low as
after approximately : or so, or thereabouts, -odd, odd, or more or less, -ish, ish, more or less, give or take
after approximately : approximately, roughly
after at_least : or more, or higher, or greater, or above, or longer, or older, or larger, or better, or bigger, +
after at_least : -plus, plus, and more, and up, and above, and over, and older, and higher, at least, and greater
after at_least : upwards, and bigger, and larger, or over, minimum, or later
after at_most : or less, or fewer, or lower, or below, or under, or younger, or smaller, or shorter, and under
after at_most : and below, and less, at most, and lower, and younger, at the most, and smaller, and fewer, maximum
after at_most : max, tops
quantifier : an average of, on average, average, a median of, only, just, exactly, precisely, even, another
quantifier : additional, a further, a total of, a combined, a whopping, a mere, a staggering, a record
quantifier : an additional, an extra, fully, all, equal to, fewer, totalling, totaling, whopping

change up : rise, rises, rose, risen, rising, up, increase, increases, increased, increasing, gain, gains, gained
change up : gaining, jump, jumps, jumped, jumping, climb, climbs, climbed, climbing, grow, grows, grew, grown
change up : growing, surge, surges, surged, surging, soar, soars, soared, soaring, advance, advances, advanced
change up : advancing, add, adds, added, expand, expands, expanded, expanding, boost, boosts, boosted, boosting
change up : raise, raises, raised, raising, improve, improves, improved, improving, rally, rallied, rallies, spike
change up : spiked, spikes, rocket, rocketed, skyrocket, skyrocketed, leap, leaps, leapt, leaped, swell, swelled
change up : swells, strengthen, strengthened, rebounded, edge up, edged up, edging up, inch up, inched up
change up : inching up, inching back up, tick up, ticked up, ticking up, shoot up, shot up, go up, goes up, went up
change up : gone up, going up, be up, push up, pushed up, hike, hiked, uptick, widen, widened, accelerate
change up : accelerated, appreciate, appreciated, balloon, ballooned, lengthen, lengthened, extended, enlarged
change up : escalated, upturn, upped, higher by, trend up
change down : fall, falls, fell, fallen, falling, down, decrease, decreases, decreased, decreasing, lose, loses
change down : lost, losing, drop, drops, dropped, dropping, decline, declines, declined, declining, slide, slides
change down : slid, sliding, slip, slips, slipped, slipping, plunge, plunges, plunged, plunging, tumble, tumbles
change down : tumbled, tumbling, sink, sinks, sank, sunk, shrink, shrinks, shrank, shrunk, shrinking, dip, dips
change down : dipped, dipping, shed, sheds, shedding, cut, cuts, cutting, reduce, reduces, reduced, reducing
change down : contract, contracts, contracted, contracting, plummet, plummets, plummeted, slump, slumps, slumped
change down : slumping, ease, eased, eases, easing, retreat, retreated, retreats, weaken, weakened, trim, trimmed
change down : trims, narrow, narrowed, narrows, lower, lowers, lowered, slash, slashed, slashes, edge down
change down : edged down, edging down, edge lower, edged lower, inch down, inched down, tick down, ticked down
change down : go down, goes down, went down, gone down, going down, collapse, collapsed, dive, dived, dove
change down : nosedived, crash, crashed, crater, cratered, dwindle, dwindled, depreciate, depreciated, diminish
change down : diminished, slow, slowed, slowing, downturn, erode, eroded, ebbed, slimmed, shaved, shave, shaving
change down : downgrade by, lower by, trend down
change up : higher, edged higher, edge higher, finished higher, closed higher, ended higher
change down : finished lower, closed lower, ended lower

named : boeing, airbus, article, chapter, section, flight, highway, route, interstate, page, pages, pp, no, no., nos
named : nos., number, numbers, vol, vol., volume, title, room, suite, apt, apt., unit, building, block, box, exit
named : gate, platform, terminal, track, district, ward, precinct, region, zone, sector, area, phase, stage, grade
named : grades, level, tier, category, type, class, model, mark, version, release, windows, ios, android, iphone
named : ipad, galaxy, playstation, xbox, pixel, macbook, snapdragon, ryzen, core, geforce, rtx, gtx, model, series
named : season, episode, part, act, scene, book, verse, psalm, item, figure, fig, fig., table, appendix, annex
named : exhibit, schedule, paragraph, para, clause, rule, regulation, resolution, directive, amendment, proposition
named : prop, measure, bill, s, hr, h.r., s., p.l., act, question, step, lesson, unit, option, plan, form, game
named : week, day, round, heat, set, match, group, pool, lane, hole, turn, super bowl, ufc, formula, apollo, falcon
named : gemini, soyuz, voyager, ussr, f, mig, channel, radio, bbc, fm, am, studio, pier, hangar, engine, ladder
named : station, local, division, company, battalion, brigade, regiment, squadron, unit, catch, top, big, fortune
named : s&p, s & p, nasdaq, ftse, nikkei, dax, cac, russell, asx, stoxx, topix, kospi, csi, dow, covid, sars, g, pm
named : vitamin, omega, type, world war, euro, expo, copa, cop, level, days, since, serial, id, code, zip, pin, ext
named : ext., extension, tel, tel., phone, fax, call, dial, isbn, docket, case, lot, ref, reference, invoice, order
named : account, lines, line, row, seat, size, caliber, calibre, magnum, ward, psalm, sonnet, symphony, op, op.
named : opus, concerto, quartet, chanel, levi, heinz, area, proposition, file, schedule, tag, issue, edition, agenda
named : policy, log, camp, cell, hut, bus, train, tram, bay, dock, field, hole, stage, peak, point, base
named : launch complex, pad, hurricane, cyclone, storm, notes, stanza
street : street, st, st., avenue, ave, ave., road, rd, rd., drive, dr, dr., lane, ln, ln., boulevard, blvd, blvd.
street : court, ct, place, pl, pl., square, sq, terrace, parkway, pkwy, highway, hwy, way, circle, plaza, alley, row
street : crescent, close, quay, wharf, mews, broadway, turnpike, pike, loop
month : january, jan, jan., february, feb, feb., march, mar, mar., april, apr, apr., may, june, jun, jun., july, jul
month : jul., august, aug, aug., september, sep, sep., sept, sept., october, oct, oct., november, nov, nov.
month : december, dec, dec.
month : spring, summer, autumn, winter, easter, christmas
weekday : monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, thu, thurs, fri, sat
weekday : sun
clock : gmt, est, edt, am, pm, a.m., p.m., a.m, p.m, o'clock, gmt, est, edt, twenties, thirties, forties, fifties
clock : sixties, seventies, eighties, nineties, pst, pdt, cst, cdt, utc, bst, hrs, ist, noon, cet
yearly : in, since, by, until, till, of, from, before, after, during, early, late, mid, year, fiscal, circa, through
yearly : for, to, and, the, this, that, between, or, ended, ending, calendar, fy, summer, spring, fall, winter
yearly : autumn, q1, q2, q3, q4, quarter, season, class, vintage, his, her, its, their, our, my, a, an, last, at, 's
yearly : than, as, with, on, versus, vs, vs., over, under, c., ©, around, about, budget, olympics, cup, election
yearly : elections, census, copyright

# share: nouns that money and counts go by ("$5 a share"); amount: nouns that stand for an amount; measure: words
# behind a measure that say what is measured.
share : share, barrel, gallon, pound, head, person, piece, unit, bushel, ton, tonne, ounce, gram, kilo, pack, bottle
share : ticket, game, night, day, week, month, year, hour, minute, dose, vote, seat, household, family, student
share : pupil, worker, employee, customer, passenger, child, patient, mile, acre, litre, liter, bag, box, case, copy
share : plate, pop, pair, set, session, visit, trip, season, term, shift, round, word, page, litre, carton, cup
share : pint, glass, subscriber, user, user, resident, inhabitant, adult, man, woman, capita, vehicle, car, room
share : square, foot, point, time, quarter, sitting, gig, throw, shot, kilogram, kilometer, kilometre, meter, metre
share : yard, match, episode, ride, mcf, cwt, megawatt, kilowatt
amount : amount, figure, number, sum, total, level, rate, price, cost, value, size, volume, length, share
amount : population, average, record, estimate, count, budget, target, limit, price, pace, capacity, population
amount : revenue, profit, income, deficit, debt, output, production, salary, pay, fee, tally, toll, turnover
amount : spending, weight, height, distance, quantity, proportion, percentage, ratio, bill, loss, sales, vote, votes
amount : cases, workforce, money, stake, speed
measure : wide, long, tall, high, deep, thick, away, square, across, long, heavy, apart, distance, height, width
measure : depth, length, thickness, diameter, weight, radius, stretch, trip, drive, walk, speed

# Words that tell what a number is by standing near it; lexicon.hpp says what each head means.
trend up : increase, rise, gain, jump, surge, hike, growth, higher, uptick, upturn
trend down : decrease, drop, fall, decline, reduction, cut, lower, slump, plunge, slide, downturn, dip
determiner : the, a, an, this, that, these, those, its, his, her, their, our, my, your, each, every, no, any, all
determiner : some, both
linking : is, are, was, were, be, been, being, totaling, totalling, totaled, totalled, totals, worth, costing, costs
linking : cost, reached, reaches, reach, hit, hits, stood, stands, stand, averaged, averages, average, amounted
linking : amounts, has, have, had, at, to, of, by, valued, measured, measures, measuring, exceeded, exceeds, exceed
linking : topped, weighs, weighed, priced, surpassed, remained, remains, estimated, capped, set, down, up, from
linking : between, and, will, would, could, now
score_noun : win, victory, loss, defeat, draw, lead, vote, ruling, decision, margin, record, score, tie, advantage
score_noun : triumph, deficit, split, aggregate, majority, rout, thrashing, shutout, series, scoreline, votes
score_noun : verdict, party-line, start, home, away, at, upset
score_verb : won, beat, beats, beating, lost, defeated, voted, score, led, leads, leading, drew, vote, passed, ruled
score_verb : lead, trailed, win, trailing, trails, finished, ahead, behind, final, was, by, and, draw, down, up
score_verb : went, to, it, thrashed, edged, tied, of
transitive : lost, lose, loses, losing, dropped, drop, gained, gain, raise, raised, raises, raising, cut, cuts
transitive : cutting, add, added, adds, shed, reduce, reduced, boost, lower, extended, contract, contracts, advance
transitive : down, up, improve, improved, crashed, crash, dive, shot, trim, expand, grow, shaving, shaved, narrow
transitive : slow, slowed
gap : another, further, a, an, the, additional, just, only, almost, nearly, sharply, slightly, some, as, much, even
gap : steeply, roughly, again, overall, significantly, modestly, dramatically, marginally, back, mere, whopping
gap : whole
target : as, more, less, the, that, what, higher, larger, greater, bigger, its, their, his, lower, faster, smaller
target : likelier, over, fewer, better, worse, earnings, longer, this, those, last
angle : angle, angles, turn, turned, rotate, rotated, rotation, tilt, tilted, slope, incline, latitude, longitude
angle : valve, breakover, departure, approach, north, south, east, west, bearing, spin, freedom, separation, pitch
angle : swing
weather : temperature, temperatures, heat, hot, cold, warm, weather, degrees, highs, lows, fever, oven, outside, outdoors
money_cue : sterling, pence, british, britain, uk, paid, pay, cost, costs, worth, price
mass_cue : weigh, weighs, weighed, weight, weighing, heavy, heavier, lighter, baby, lost, gained, lbs, ounces
mass_cue : inches, foot, tall, lift, lifted, kilograms, kg, kilos, ton, tons, tonne, beef, meat, thrust, emissions
mass_cue : carbon, food, mercury, cocaine, marijuana, drugs
odds : odds, favorite, favourite, bet, priced, bookmakers, ratio, shot, underdog, outsider, outsiders, longshot
odds : chance, favorites, underdogs
cohort : children, kids, adults, people, women, men, those, anyone, everyone, persons, boys, girls, teenagers
cohort : patients, voters, babies, infants, players, pensioners, americans, britons, citizens
sum : fee, fees, worth, bid, profit, profits, revenue, revenues, turnover, budget, loan, debt, debts, investment, funding
sum : valued, sold, bought, spent, earned, earnings, salary, income, compensation, damages, fine, fined, transfer, cash
sum : cost, costs, raised, paid, price, pounds, euros, deal, contract, wages, tax, loss, losses, sales
