# What a plain "$" means by the dateline of the article: places whose newspapers write "$" for a dollar of their own.
#
# region CODE : countries and regions; one of them in a dateline decides
# city CODE : cities that need no region behind them ("TORONTO —"); beside another region they are its own ("Vancouver, Wash.")
# wire : agencies that write "$" for the default wherever they report from
region AUD : australia, new south wales, queensland, tasmania, south australia, western australia, northern territory
city AUD : sydney, melbourne, brisbane, perth, adelaide, canberra, hobart, darwin
region BBD : barbados
city BBD : bridgetown
region BND : brunei
city BND : bandar seri begawan
region BSD : bahamas, the bahamas
city BSD : nassau
region BZD : belize
city BZD : belmopan, belize city
region CAD : canada, ontario, ont, quebec, que, québec, british columbia, b c, bc, alberta, alta, manitoba, man
region CAD : saskatchewan, sask, nova scotia, n s, new brunswick, n b, newfoundland, newfoundland and labrador, n l
region CAD : prince edward island, p e i, yukon, northwest territories, n w t, nunavut
city CAD : toronto, ottawa, montreal, montréal, vancouver, calgary, edmonton, winnipeg, halifax, quebec city, regina, saskatoon, fredericton
city CAD : charlottetown, yellowknife, whitehorse, iqaluit
region FJD : fiji
city FJD : suva
region GYD : guyana
region HKD : hong kong
region JMD : jamaica
region NZD : new zealand, nz, n z
city NZD : auckland, wellington, christchurch, dunedin
region SGD : singapore
region TTD : trinidad, trinidad and tobago
city TTD : port of spain, port-of-spain
region XCD : antigua, dominica, grenada, st lucia, saint lucia, st kitts and nevis, st vincent
wire : ap, associated press, the associated press, reuters, afp, bloomberg, upi, dpa, xinhua, dow jones
