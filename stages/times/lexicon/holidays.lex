# Holidays: RULE : names. A rule is MM-DD, MM-Wn-D (the n-th weekday D of a month, 1 is Monday; n = 0 the last
# one), or E (Easter Sunday), each with +N or -N days.

01-01 : new year's day, new year's
12-31 : new year's eve
02-02 : groundhog day
02-14 : valentine's day, valentine's
03-08 : international women's day
03-17 : st. patrick's day, saint patrick's day, st patrick's day
04-01 : april fools' day, april fool's day
04-22 : earth day
05-01 : may day, international workers' day
05-09 : victory day
06-06 : d-day
06-19 : juneteenth
07-04 : independence day
07-14 : bastille day
10-31 : halloween
11-11 : veterans day, veterans' day, remembrance day, armistice day
12-24 : christmas eve
12-25 : christmas, christmas day, xmas
12-26 : boxing day
01-W3-1 : martin luther king day, martin luther king jr. day, mlk day
02-W3-1 : presidents' day, presidents day
05-W2-7 : mother's day
05-W0-1 : memorial day
06-W3-7 : father's day
09-W1-1 : labor day, labour day
10-W2-1 : columbus day, indigenous peoples' day
11-W4-4 : thanksgiving, thanksgiving day
11-W4-4+1 : black friday
11-W1-1+1 : election day
E-47 : shrove tuesday, mardi gras, fat tuesday
E-46 : ash wednesday
E-7 : palm sunday
E-3 : maundy thursday, holy thursday
E-2 : good friday
E-1 : holy saturday
E : easter, easter sunday, easter day
E+1 : easter monday
E+39 : ascension day
E+49 : whit sunday, pentecost
E+50 : whit monday
