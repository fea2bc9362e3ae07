# Number words.
#
# number VALUE : cardinals          ordinal VALUE : ordinals         part VALUE : names of the parts of a fraction
# scale POWER-OF-TEN : multipliers  letter POWER-OF-TEN : multipliers written to digits ("1.2bn", "$5 M")
# vague LOW HIGH : plurals that stand for a number of that size      group VALUE : counts like a unit ("two dozen")
# multiple VALUE : words that say how many times
number 0 : zero, naught, nought, nil
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
number 12 : twelve
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
scale 2 : hundred
scale 3 : thousand, grand
scale 5 : lakh, lakhs, lac, lacs, lkh, lkhs
scale 6 : million, mln, mio, mill
scale 7 : crore, crores, cr
scale 3 : thousands
scale 6 : millions
scale 9 : billions
scale 12 : trillions
scale 9 : billion, bln, milliard
scale 12 : trillion, trln
scale 15 : quadrillion
scale 18 : quintillion
letter 3 : k
letter 6 : m, mn, mm, mil, mio, mln
letter 7 : cr, crs
letter 9 : b, bn, bln, bil
letter 12 : t, tn, trn, tln
vague 10 100 : tens
vague 100 1000 : hundreds
vague 1000 10000 : thousands
vague 1000000 10000000 : millions
vague 1000000000 10000000000 : billions
vague 1000000000000 10000000000000 : trillions
vague 12 120 : dozens
vague 20 200 : scores
group 12 : dozen, dz, dzs
group 144 : gross
group 20 : score
ordinal 0 : zeroth
ordinal 1 : first
ordinal 2 : second
ordinal 3 : third
ordinal 4 : fourth
ordinal 5 : fifth
ordinal 6 : sixth
ordinal 7 : seventh
ordinal 8 : eighth
ordinal 9 : ninth, nineth
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
ordinal 40 : fortieth
ordinal 50 : fiftieth
ordinal 60 : sixtieth
ordinal 70 : seventieth
ordinal 80 : eightieth
ordinal 90 : ninetieth
ordinal 100 : hundredth
ordinal 1000 : thousandth
ordinal 1000000 : millionth
ordinal 1000000000 : billionth
ordinal 1000000000000 : trillionth
part 2 : half, halves
part 3 : third, thirds
part 4 : quarter, quarters, fourth, fourths
part 5 : fifth, fifths
part 6 : sixth, sixths
part 7 : seventh, sevenths
part 8 : eighth, eighths
part 9 : ninth, ninths
part 10 : tenth, tenths
part 12 : twelfth, twelfths
part 15 : fifteenth, fifteenths
part 16 : sixteenth, sixteenths
part 20 : twentieth, twentieths
part 30 : thirtieth, thirtieths
part 40 : fortieth, fortieths
part 50 : fiftieth, fiftieths
part 60 : sixtieth, sixtieths
part 70 : seventieth, seventieths
part 80 : eightieth, eightieths
part 90 : ninetieth, ninetieths
part 100 : hundredth, hundredths
part 1000 : thousandth, thousandths
part 1000000 : millionth, millionths
part 1000000000 : billionth, billionths
part 1000000000000 : trillionth, trillionths
multiple 2 : twice, double, twofold
multiple 3 : thrice, triple, threefold, treble
multiple 4 : quadruple, fourfold
multiple 5 : quintuple, fivefold
multiple 6 : sixfold
multiple 7 : sevenfold
multiple 8 : eightfold
multiple 9 : ninefold
multiple 10 : tenfold
multiple 20 : twentyfold
multiple 100 : hundredfold
multiple 1000 : thousandfold
number 21 : twentyone
ordinal 21 : twentyfirst
number 22 : twentytwo
ordinal 22 : twentysecond
number 23 : twentythree
ordinal 23 : twentythird
number 24 : twentyfour
ordinal 24 : twentyfourth
number 25 : twentyfive
ordinal 25 : twentyfifth
number 26 : twentysix
ordinal 26 : twentysixth
number 27 : twentyseven
ordinal 27 : twentyseventh
number 28 : twentyeight
ordinal 28 : twentyeighth
number 29 : twentynine
ordinal 29 : twentyninth
number 31 : thirtyone
ordinal 31 : thirtyfirst
number 32 : thirtytwo
ordinal 32 : thirtysecond
number 33 : thirtythree
ordinal 33 : thirtythird
number 34 : thirtyfour
ordinal 34 : thirtyfourth
number 35 : thirtyfive
ordinal 35 : thirtyfifth
number 36 : thirtysix
ordinal 36 : thirtysixth
number 37 : thirtyseven
ordinal 37 : thirtyseventh
number 38 : thirtyeight
ordinal 38 : thirtyeighth
number 39 : thirtynine
ordinal 39 : thirtyninth
number 41 : fortyone
ordinal 41 : fortyfirst
number 42 : fortytwo
ordinal 42 : fortysecond
number 43 : fortythree
ordinal 43 : fortythird
number 44 : fortyfour
ordinal 44 : fortyfourth
number 45 : fortyfive
ordinal 45 : fortyfifth
number 46 : fortysix
ordinal 46 : fortysixth
number 47 : fortyseven
ordinal 47 : fortyseventh
number 48 : fortyeight
ordinal 48 : fortyeighth
number 49 : fortynine
ordinal 49 : fortyninth
number 51 : fiftyone
ordinal 51 : fiftyfirst
number 52 : fiftytwo
ordinal 52 : fiftysecond
number 53 : fiftythree
ordinal 53 : fiftythird
number 54 : fiftyfour
ordinal 54 : fiftyfourth
number 55 : fiftyfive
ordinal 55 : fiftyfifth
number 56 : fiftysix
ordinal 56 : fiftysixth
number 57 : fiftyseven
ordinal 57 : fiftyseventh
number 58 : fiftyeight
ordinal 58 : fiftyeighth
number 59 : fiftynine
ordinal 59 : fiftyninth
number 61 : sixtyone
ordinal 61 : sixtyfirst
number 62 : sixtytwo
ordinal 62 : sixtysecond
number 63 : sixtythree
ordinal 63 : sixtythird
number 64 : sixtyfour
ordinal 64 : sixtyfourth
number 65 : sixtyfive
ordinal 65 : sixtyfifth
number 66 : sixtysix
ordinal 66 : sixtysixth
number 67 : sixtyseven
ordinal 67 : sixtyseventh
number 68 : sixtyeight
ordinal 68 : sixtyeighth
number 69 : sixtynine
ordinal 69 : sixtyninth
number 71 : seventyone
ordinal 71 : seventyfirst
number 72 : seventytwo
ordinal 72 : seventysecond
number 73 : seventythree
ordinal 73 : seventythird
number 74 : seventyfour
ordinal 74 : seventyfourth
number 75 : seventyfive
ordinal 75 : seventyfifth
number 76 : seventysix
ordinal 76 : seventysixth
number 77 : seventyseven
ordinal 77 : seventyseventh
number 78 : seventyeight
ordinal 78 : seventyeighth
number 79 : seventynine
ordinal 79 : seventyninth
number 81 : eightyone
ordinal 81 : eightyfirst
number 82 : eightytwo
ordinal 82 : eightysecond
number 83 : eightythree
ordinal 83 : eightythird
number 84 : eightyfour
ordinal 84 : eightyfourth
number 85 : eightyfive
ordinal 85 : eightyfifth
number 86 : eightysix
ordinal 86 : eightysixth
number 87 : eightyseven
ordinal 87 : eightyseventh
number 88 : eightyeight
ordinal 88 : eightyeighth
number 89 : eightynine
ordinal 89 : eightyninth
number 91 : ninetyone
ordinal 91 : ninetyfirst
number 92 : ninetytwo
ordinal 92 : ninetysecond
number 93 : ninetythree
ordinal 93 : ninetythird
number 94 : ninetyfour
ordinal 94 : ninetyfourth
number 95 : ninetyfive
ordinal 95 : ninetyfifth
number 96 : ninetysix
ordinal 96 : ninetysixth
number 97 : ninetyseven
ordinal 97 : ninetyseventh
number 98 : ninetyeight
ordinal 98 : ninetyeighth
number 99 : ninetynine
ordinal 99 : ninetyninth
multiple 2 : doubled, doubling, doubles
multiple 3 : tripled, tripling, triples, trebled
multiple 4 : quadrupled, quadrupling, quadruples
multiple 5 : quintupled
multiple 0.5 : halved, halving, halves
