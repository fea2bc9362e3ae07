# Names of the calendar. HEAD [VALUE] : forms, in lower case; a form is one token as the stage `tokens` cuts it.

month 1 : january, jan, jan.
month 2 : february, feb, feb.
month 3 : march, mar, mar.
month 4 : april, apr, apr.
month 5 : may
month 6 : june, jun, jun.
month 7 : july, jul, jul.
month 8 : august, aug, aug.
month 9 : september, sep, sep., sept, sept.
month 10 : october, oct, oct.
month 11 : november, nov, nov.
month 12 : december, dec, dec.
# Also names, verbs or other words in the same capitals: they need a day, a year or a preposition.
doubtful : may, march, mar, jan, sun, sat, mon, wed, fri, tue, dec, sep, spring, fall, august, april, june, summer

weekday 1 : monday, mon, mon.
weekday 2 : tuesday, tue, tue., tues, tues.
weekday 3 : wednesday, wed, wed.
weekday 4 : thursday, thu, thu., thur, thur., thurs, thurs.
weekday 5 : friday, fri, fri.
weekday 6 : saturday, sat, sat.
weekday 7 : sunday, sun, sun.
weekdays 1 : mondays
weekdays 2 : tuesdays
weekdays 3 : wednesdays
weekdays 4 : thursdays
weekdays 5 : fridays
weekdays 6 : saturdays
weekdays 7 : sundays

season 0 : spring, springtime
season 1 : summer, summertime
season 2 : fall, autumn
season 3 : winter, wintertime

# Units, by their number in Unit.
unit 1 : second, sec, sec., secs
unit 2 : minute, min, min., mins
unit 3 : hour, hr, hr., hrs, hrs.
unit 4 : day
unit 5 : night
unit 6 : week, wk
unit 7 : weekend
unit 8 : fortnight
unit 9 : month
unit 10 : quarter
unit 11 : year, yr, yr., yrs
unit 12 : decade
unit 13 : century
unit 14 : millennium
unit 15 : moment
unit 16 : period
units 1 : seconds
units 2 : minutes
units 3 : hours
units 4 : days
units 5 : nights
units 6 : weeks, wks
units 7 : weekends
units 8 : fortnights
units 9 : months
units 10 : quarters
units 11 : years, yrs
units 12 : decades
units 13 : centuries
units 14 : millennia, millenniums
units 15 : moments
units 16 : periods

# Parts of the day, by their number in DayPart.
part 1 : morning, dawn, daybreak, sunrise
part 3 : afternoon
part 4 : evening, dusk, sunset
part 5 : night, nightfall
part 6 : daytime
parts 1 : mornings
parts 3 : afternoons
parts 4 : evenings
parts 5 : nights
hour 12 : noon, midday
hour 24 : midnight

ampm 1 : am, a.m., a.m
ampm 2 : pm, p.m., p.m
# Zones: minutes east of Greenwich, or 999 where the name alone does not tell.
zone 0 : gmt, utc, zulu
zone -300 : est
zone -240 : edt
zone 999 : et, ct, mt, pt, ist
zone -360 : cst
zone -300 : cdt
zone -420 : mst
zone -360 : mdt
zone -480 : pst
zone -420 : pdt
zone 60 : cet, bst
zone 120 : cest, eet
zone 180 : msk
zone 540 : jst, kst
zone 480 : sgt, hkt, awst
zone 600 : aest
zone 660 : aedt
era -1 : bc, b.c., b.c, bce, b.c.e.
era 1 : ad, a.d., ce, c.e.

# Frequencies: the value of a SET.
often P1D : daily, nightly
often P1W : weekly
often P2W : fortnightly, biweekly, bi-weekly
often P1M : monthly
often P2M : bimonthly
often P3M : quarterly
often P6M : semiannually, half-yearly, biannually
often P1Y : annually, yearly
often P2Y : biennial, biennially
often PT1H : hourly
