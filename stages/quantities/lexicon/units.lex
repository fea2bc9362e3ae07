# Units of measure. Factors are exact by definition (SI brochure; NIST SP 811, appendix B) and lead to the unit
# that `dimension` names. Forms: `name+` also with a plural s, `=Wh` a symbol whose capitals count and which
# follows digits only, the rest in any case. `si` makes the multiples by prefix, names and symbols.
#
# dimension NAME UNIT
# si NAME DIMENSION FACTOR SYMBOL PREFIXES : forms       (PREFIXES by symbol: p n u m c d k M G T P; h is hecto)
# unit NAME DIMENSION FACTOR : forms                     (underscores stand for spaces)
# sense SYMBOL NAME : words near which the symbol means that unit or currency
dimension length metre
dimension area square_metre
dimension volume cubic_metre
dimension mass kilogram
dimension time second
dimension calendar month
dimension speed metre_per_second
dimension temperature kelvin
dimension energy joule
dimension power watt
dimension data byte
dimension data_rate byte_per_second
dimension pressure pascal
dimension frequency hertz
dimension current ampere
dimension voltage volt
dimension resistance ohm
dimension charge coulomb
dimension capacitance farad
dimension force newton
dimension flux_density tesla
dimension inductance henry
dimension torque newton_metre
dimension angle radian
dimension light lumen
dimension substance mole
dimension dose sievert
dimension activity becquerel
dimension fuel_use metre_per_cubic_metre
dimension sound decibel
dimension rotation revolution_per_second
dimension share percent
dimension none none

si metre length 1 m pnumcdk : metre+, meter+, meteres, =mtr
si gram mass 0.001 g pnumck : gram+, gramme+, =gm, =gms, =gr
si litre volume 0.001 l umcdh : litre+, liter+, =L, =lt, =ltr
si second time 1 s pnum : second+, sec+
si watt power 1 W mkMGT : watt+
si volt voltage 1 V mkM : volt+
si ampere current 1 A umk : ampere+, amp+
si joule energy 1 J mkMGT : joule+
si hertz frequency 1 Hz kMGT : hertz
si pascal pressure 1 Pa hkMG : pascal+
si newton force 1 N kM : newton+
si ohm resistance 1 Ω mkM : ohm+
si farad capacitance 1 - mun : farad+
si coulomb charge 1 - mu : coulomb+
si calorie energy 4.184 cal k : calorie+, =cals
si electronvolt energy 1.602176634e-19 eV mkMGT : electronvolt+, electron volt+
si watt_hour energy 3600 Wh kMGT : watt hour+, watt-hour+
si ampere_hour charge 3600 Ah m : ampere hour+, amp hour+
si byte data 1 B kMGTP : byte+
si bit data 0.125 - kMGT : bit+
si mole substance 1 mol mu : mole+
si sievert dose 1 Sv mu : sievert+
si becquerel activity 1 Bq kMGT : becquerel+
si bar pressure 100000 - m : bar+
si tonne mass 1000 - kMG : tonne+, metric ton+, metric tonne+
si lumen light 1 lm k : lumen+
si pixel none 1 px MG : pixel+

unit kilometre length 1000 : =kms, =Km, =Kms, =KM, =K.M., klick+, =k.m.
unit micrometre length 1e-6 : micron+, =μm, =µm
unit microgram mass 1e-9 : =mcg, =μg, =µg
unit microsecond time 1e-6 : =μs, =µs
unit microlitre volume 1e-9 : =μl, =µl, =μL, =µL
unit kilogram mass 1 : kilo+, =kgs, =Kg, =KG, =k.g., =Kgs, =KGS
unit millilitre volume 1e-6 : =mls, =mL, =ML, =mLs
unit exabyte data 1e18 : exabyte+, =EB
unit zettabyte data 1e21 : zettabyte+, =ZB
unit megabyte data 1e6 : =mb, =Mb, meg+
unit gigabyte data 1e9 : =gb, =Gb, gig+
unit kilobyte data 1e3 : =KB, =Kb
unit terabyte data 1e12 : =tb, =Tb
unit kibibyte data 1024 : kibibyte+, =KiB
unit mebibyte data 1048576 : mebibyte+, =MiB
unit gibibyte data 1073741824 : gibibyte+, =GiB
unit kilobit_per_second data_rate 125 : =kbps, =Kbps, =kb/s, =kbit/s
unit megabit_per_second data_rate 125000 : =Mbps, =mbps, =Mb/s, =Mbit/s
unit gigabit_per_second data_rate 125000000 : =Gbps, =gbps, =Gb/s, =Gbit/s
unit megabyte_per_second data_rate 1e6 : =MBps, =MB/s
unit gigabyte_per_second data_rate 1e9 : =GBps, =GB/s

unit inch length 0.0254 : inch, inches, =in, =ins, =″
unit foot length 0.3048 : foot, feet, =ft, =Ft, =FT, =′
unit yard length 0.9144 : yard+, =yd, =yds
unit mile length 1609.344 : mile+, =mi
unit nautical_mile length 1852 : nautical mile+, =nmi
unit furlong length 201.168 : furlong+
unit fathom length 1.8288 : fathom+
unit light_year length 9.4607304725808e15 : light year+, lightyear+, light-year+
unit parsec length 3.0856775814913673e16 : parsec+
unit astronomical_unit length 149597870700 : astronomical unit+, =AU
unit angstrom length 1e-10 : angstrom+, =Å
unit league length 4828.032 :

unit square_metre area 1 : square metre+, square meter+, sq metre+, sq meter+, sq m, =sqm, =m2, =m², =m^2
unit square_metre area 1 : metre+ squared, meter+ squared, square metres
unit square_kilometre area 1e6 : square kilometre+, square kilometer+, sq km, sq kms, square km, =sqkm, =km2, =km²
unit square_kilometre area 1e6 : =km^2, km squared, kilometre+ squared, kilometer+ squared
unit square_centimetre area 1e-4 : square centimetre+, square centimeter+, sq cm, =cm2, =cm², =cm^2
unit square_millimetre area 1e-6 : square millimetre+, square millimeter+, sq mm, =mm2, =mm², =mm^2
unit square_mile area 2589988.110336 : square mile+, sq mile+, sq mi
unit square_foot area 0.09290304 : square foot, square feet, sq foot, sq feet, sq ft, =sqft, =ft2, =ft², =ft^2
unit square_foot area 0.09290304 : square ft
unit square_inch area 0.00064516 : square inch, square inches, sq inch, sq inches, sq in, =in2, =in²
unit square_yard area 0.83612736 : square yard+, sq yard+, sq yd, sq yds
unit acre area 4046.8564224 : acre+
unit hectare area 1e4 : hectare+, =ha

unit cubic_metre volume 1 : cubic metre+, cubic meter+, cu m, =m3, =m³, =m^3, metre+ cubed, meter+ cubed, =cbm
unit cubic_kilometre volume 1e9 : cubic kilometre+, cubic kilometer+, =km3, =km³, =km^3, km cubed
unit cubic_centimetre volume 1e-6 : cubic centimetre+, cubic centimeter+, =cm3, =cm³, =cm^3, =cc, =ccs
unit cubic_foot volume 0.028316846592 : cubic foot, cubic feet, cu ft, =ft3, =ft³, =ft^3, =cuft
unit cubic_inch volume 1.6387064e-5 : cubic inch, cubic inches, cu in, =in3
unit cubic_yard volume 0.764554857984 : cubic yard+, cu yd
unit cubic_mile volume 4168181825.440579584 : cubic mile+
unit acre-foot volume 1233.48183754752 : acre foot, acre feet, acre-foot, acre-feet
unit gallon volume 0.003785411784 : gallon+, =gal, =gals
unit quart volume 0.000946352946 : quart+, =qt, =qts
unit pint volume 0.000473176473 : pint+
unit cup volume 0.0002365882365 : cup+
unit fluid_ounce volume 2.95735295625e-5 : fluid ounce+, fl oz, =floz
unit tablespoon volume 1.478676478125e-5 : tablespoon+, =tbsp, =tbsps
unit teaspoon volume 4.92892159375e-6 : teaspoon+, =tsp, =tsps
unit barrel volume 0.158987294928 : barrel+, =bbl, =bbls
unit bushel volume 0.03523907016688 : bushel+

unit pound mass 0.45359237 : pound+, =lb, =lbs, =Lbs, =LBS, =Lb, =LB
unit ounce mass 0.028349523125 : ounce+, =oz, =ozs
unit stone mass 6.35029318 : stone
unit ton mass 907.18474 : ton+, short ton+
unit long_ton mass 1016.0469088 : long ton+
unit kiloton mass 907184.74 : kiloton+, =kt
unit megaton mass 907184740 : megaton+
unit carat mass 0.0002 : carat+, karat+, =ct
unit tonne mass 1000 : =t, =mt, =MT
unit quintal mass 100 : quintal+
unit hundredweight mass 45.359237 : hundredweight
unit troy_ounce mass 0.0311034768 : troy ounce+
unit dram mass 0.0017718451953125 : dram+
unit grain mass 0.00006479891 :

unit nanosecond time 1e-9 : =nsec
unit millisecond time 0.001 : =msec
unit second time 1 : =secs
unit minute time 60 : minute+, min+, =mins
unit hour time 3600 : hour+, hr+, =h, =hrs
unit day time 86400 : day+
unit week time 604800 : week+, wk+
unit fortnight time 1209600 : fortnight+
unit night time 86400 :
unit month calendar 1 : month+, =mo, =mos
unit quarter calendar 3 :
unit semester calendar 6 : semester+
unit year calendar 12 : year+, yr+, annum, =yo, =y/o
unit decade calendar 120 : decade+
unit century calendar 1200 : century, centuries
unit millennium calendar 12000 : millennium, millennia, millenniums

unit metre_per_second speed 1 : =m/s, =mps, metre+ per second, meter+ per second
unit kilometre_per_hour speed 0.27777777777777778 : =kph, =km/h, =kmh, =kmph, =km/hr, =kmp, kilometre+ per hour
unit kilometre_per_hour speed 0.27777777777777778 : kilometer+ per hour, km per hour, kilometres an hour
unit kilometre_per_hour speed 0.27777777777777778 : kilometers an hour, =KPH
unit kilometre_per_second speed 1000 : =km/s
unit mile_per_hour speed 0.44704 : =mph, =MPH, =mi/h, mile+ per hour, mile+ an hour
unit foot_per_second speed 0.3048 : =fps, =ft/s, feet per second
unit knot speed 0.51444444444444444 : knot+, =kn, =kts
unit mile_per_gallon fuel_use 425143.70743027203 : =mpg, =MPG, mile+ per gallon, mile+ a gallon
unit kilometre_per_litre fuel_use 1000000 : =kmpl, =km/l

unit degree_celsius temperature 1 : degree+ celsius, degree+ celcius, degree+ c, degree+ centigrade, deg c
unit degree_celsius temperature 1 : deg celsius, ° c, ° celsius, ℃, celsius, celcius, centigrade, =°C, =C, degC
unit degree_fahrenheit temperature 0.55555555555555556 : degree+ fahrenheit, degree+ farenheit, degree+ f, deg f
unit degree_fahrenheit temperature 0.55555555555555556 : deg fahrenheit, ° f, ° fahrenheit, ℉, fahrenheit, farenheit
unit degree_fahrenheit temperature 0.55555555555555556 : =°F, =F
unit degree_celsius temperature 1 : degree+ on the celsius scale, ° on the celsius scale
unit degree_fahrenheit temperature 0.55555555555555556 : degree+ on the fahrenheit scale, ° on the fahrenheit scale
unit kelvin temperature 1 : kelvin+, degree+ kelvin, ° k, =K
unit degree angle 0.017453292519943295 : degree+, deg, degs, °
unit radian angle 1 : radian+, =rad

unit horsepower power 745.69987158227022 : horsepower, horse power, =hp, =HP, =bhp, =Hp
unit metric_horsepower power 735.49875 : =PS
unit british_thermal_unit energy 1055.05585262 : british thermal unit+, =btu, =BTU, =BTUs
unit kilocalorie energy 4184 : =kcals
unit therm energy 105505585.262 : therm+
unit decibel sound 1 : decibel+, =dB, =db
unit pound_per_square_inch pressure 6894.757293168361 : =psi, =PSI, pounds per square inch
unit atmosphere pressure 101325 : =atm
unit millimetre_of_mercury pressure 133.322387415 : =mmHg
unit pound-foot torque 1.3558179483314004 : pound-foot, pound-feet, pound foot, pound feet, foot-pound+, foot pound+
unit pound-foot torque 1.3558179483314004 : lb-ft, =lbft, lb ft, ft-lb, =ft-lbs, =lb-ft
unit newton_metre torque 1 : newton metre+, newton meter+, =Nm
unit pound-force force 4.4482216152605 : pound-force
unit revolution_per_minute rotation 0.016666666666666667 : =rpm, =RPM, revolution+ per minute
unit frame_per_second none 1 : frame+ per second
unit beat_per_minute none 1 : =bpm, beat+ per minute
unit part_per_million none 1 : part+ per million, =ppm, =PPM
unit part_per_billion none 1 : part+ per billion, =ppb
unit megapixel none 1 : =MP, =mp
unit dot_per_inch none 1 : =dpi, dot+ per inch
unit barrel_per_day none 1 : =bpd, =b/d
unit inverse_second none 1 : =s-1, =s−1, =s⁻¹
unit magnitude none 1 :
unit sigma none 1 : sigma
unit percent share 1 : percent, per cent, percents, %, pct, % percent, percentage, ％
unit percentage_point share 1 : percentage point+, percent point+, % point+, =pp, =ppt, =ppts, percentage-point+
unit percentage_point share 1 : per cent point+
unit basis_point share 0.01 : basis point+, basis-point+, =bp, =bps
unit per_mille share 0.1 : ‰, per mille
unit gauge none 1 : gauge
unit tesla flux_density 1 :
unit henry inductance 1 :
unit barn area 1e-28 :

# Symbols that standards share: what they mean where one of the words stands near.
sense F farad : capacitor, capacitors, capacitance, capacitive
sense C coulomb : capacitor, capacitors, coulomb, electron, electrons, proton, electrostatic
sense A ampere : fuse, circuit, circuits, current, voltage, volts, ampere, amperes
sense N newton : force, forces, thrust
sense J joule : energy, kinetic
sense T tesla : magnetic, magnet, magnets, mri
sense H henry : inductor, inductors, inductance, coil
sense B byte : byte, bytes, file, files, memory, buffer
sense b bit : packet, packets, server, bandwidth, bitrate, encryption, transmit, transmits, transmitted
sense b barn : neutron, neutrons, nuclear, scattering, physics
