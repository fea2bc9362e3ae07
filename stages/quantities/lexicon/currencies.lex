# Currencies: ISO 4217 codes, symbols and names. Codes count in capitals, or in lower case beside a number.
#
# currency CODE : names and symbols            minor NAME CODE FACTOR : forms
# coin NAME : a currency's name that no code fits; the unit is the word
# ambiguous KEY : words for which the option `currency` or the text decides
ambiguous dollar : dollar+, $, dllr, dlr, dlrs, ＄
currency AED : dirham+, emirati dirham+
currency AFN : afghani+
currency ALL : lek+, albanian lek+
currency AMD : armenian dram+, ֏
currency ANG : antillean guilder+
currency AOA : kwanza+
currency ARS : argentine peso+, argentinian peso+
currency AUD : australian dollar+, aussie dollar+, a$, au$, a $, au $, aud $, aus $, aud$
currency AWG : aruban florin+
currency AZN : ₼, manat+, azerbaijani manat+
currency BAM : convertible mark+
currency BBD : barbadian dollar+, barbados dollar+, bds$
currency BDT : taka+, bangladeshi taka+, ৳
currency BGN : lev, leva, bulgarian lev+
currency BHD : bahraini dinar+
currency BIF : burundian franc+
currency BMD : bermudian dollar+
currency BND : brunei dollar+
currency BOB : boliviano+
currency BRL : reais, brazilian real+, brazilian reais, r$, r $
currency BSD : bahamian dollar+
currency BTN : ngultrum+
currency BWP : pula+
currency BYN : belarusian ruble+
currency BZD : belize dollar+
currency CAD : canadian dollar+, loonie+, c$, ca$, can$, c $, ca $, can $, cdn $, cdn$, cad$
currency CDF : congolese franc+
currency CHF : swiss franc+, sfr
currency CLP : chilean peso+
currency CNY : 元, yuan, chinese yuan, renminbi, rmb, yuan renminbi, cn¥, rmb¥
currency COP : colombian peso+
currency CRC : costa rican colon+, colones, ₡
currency CUP : cuban peso+
currency CVE : cape verdean escudo+
currency CZK : koruna, korunas, koruny, czech koruna+, czech crown+, kč
currency DJF : djiboutian franc+
currency DKK : danish krone, danish kroner, danish crown+
currency DOP : dominican peso+
currency DZD : algerian dinar+
currency EGP : =LE, =L.E., egyptian pound+, e£
currency ERN : nakfa+
currency ETB : birr, birrs, ethiopian birr
currency EUR : euro+, €, €ur, eurs
currency FJD : fijian dollar+, fiji dollar+
currency FKP : falkland pound+
currency GBP : =PS, pound+, pound sterling, pounds sterling, sterling, british pound+, uk pound+, quid, £, ￡, uk£
currency GBP : gb £
currency GEL : ₾, lari+, georgian lari
currency GHS : cedi+, ghanaian cedi+, gh₵
currency GIP : gibraltar pound+
currency GMD : dalasi+
currency GNF : guinean franc+
currency GTQ : quetzal+, quetzales
currency GYD : guyanese dollar+
currency HKD : hong kong dollar+, hk$, hk $, h.k. $
currency HNL : lempira+
currency HRK : kuna+
currency HTG : gourde+
currency HUF : forint+, hungarian forint+
currency IDR : rupiah+, indonesian rupiah+, rp, rp.
currency ILS : shekel+, israeli shekel+, new shekel+, sheqel+, shekalim, ₪, nis
currency INR : indian rupee+, rs, ₹
currency IQD : iraqi dinar+
currency IRR : iranian rial+
currency ISK : icelandic krona, icelandic kronur
currency JMD : jamaican dollar+, j$
currency JOD : jordanian dinar+, jds, jd
currency JPY : 円, yen, japanese yen, ¥, ￥, jp¥
currency KES : kenyan shilling+, ksh
currency KGS : kyrgyz som
currency KHR : ៛, riel+
currency KMF : comorian franc+
currency KPW : north korean won
currency KRW : won, korean won, south korean won, ₩
currency KWD : kuwaiti dinar+
currency KYD : cayman dollar+
currency KZT : tenge, kazakh tenge, ₸
currency LAK : ₭, kip, lao kip
currency LBP : lebanese pound+, lebanese lira
currency LKR : ரூ, sri lankan rupee+
currency LRD : liberian dollar+
currency LSL : loti
currency LYD : libyan dinar+
currency MAD : moroccan dirham+
currency MDL : moldovan leu
currency MGA : ariary
currency MKD : macedonian denar+
currency MMK : kyat+, burmese kyat+
currency MNT : ₮, tugrik+, tögrög
currency MOP : pataca+
currency MRU : ouguiya+
currency MUR : mauritian rupee+
currency MVR : rufiyaa
currency MWK : malawian kwacha
currency MXN : mexican peso+, mx$, mex$
currency MYR : malaysia ringgit+, ringgit+, malaysian ringgit+, rm
currency MZN : metical, meticais
currency NAD : namibian dollar+, n$
currency NGN : naira+, nigerian naira+, ₦
currency NIO : cordoba+
currency NOK : norwegian krone, norwegian kroner, norwegian crown+
currency NPR : nepalese rupee+, nepali rupee+
currency NZD : new zealand dollar+, nz dollar+, kiwi dollar+, nz$, nz $
currency OMR : omani rial+
currency PAB : balboa+
currency PEN : peruvian sol+, nuevo sol+
currency PGK : kina
currency PHP : philippine peso+, ₱
currency PKR : pakistani rupee+
currency PLN : zloty, zlotys, zlotych, polish zloty+, złoty, zł
currency PYG : guarani+, ₲
currency QAR : qatari riyal+, qatari rial+
currency RON : romanian leu, romanian lei, leu, lei
currency RSD : serbian dinar+
currency RUB : ruble+, rouble+, russian ruble+, russian rouble+, ₽
currency RWF : rwandan franc+
currency SAR : saudi riyal+, riyal+, saudi rial+, ﷼
currency SBD : solomon islands dollar+
currency SCR : seychelles rupee+
currency SDG : sudanese pound+
currency SEK : swedish krona, swedish kronor, kronor, swedish crown+
currency SGD : singapore dollar+, s$, sg$, s $
currency SHP : saint helena pound+
currency SLE : leone+
currency SOS : somali shilling+
currency SRD : surinamese dollar+
currency SSP : south sudanese pound+
currency STN : dobra+
currency SYP : syrian pound+, syrian lira
currency SZL : lilangeni, emalangeni
currency THB : baht, thai baht, bahts, ฿
currency TJS : somoni
currency TMT : turkmen manat+
currency TND : tunisian dinar+
currency TOP : paanga
currency TRY : turkish lira+, turkish lire, lira+, ₺
currency TTD : trinidad dollar+, tt$
currency TWD : taiwan dollar+, new taiwan dollar+, nt$, nt $
currency TZS : tanzanian shilling+
currency UAH : hryvnia+, hryvnya, ukrainian hryvnia+, ₴
currency UGX : ugandan shilling+, ush
currency USD : us dollar+, u.s. dollar+, american dollar+, united states dollar+, greenback+, us$, us $, u.s.$
currency USD : u.s. $, usd$, usd $, bucks, buck
currency UYU : uruguayan peso+
currency UZS : uzbek som
currency VES : venezuelan bolivar+, bolivar+, bolivares
currency VND : vietnamese dong, dong, ₫
currency VUV : vatu
currency WST : tala
currency XAF : central african cfa franc+
currency XCD : east caribbean dollar+, ec$
currency XOF : west african cfa franc+, cfa franc+
currency XPF : cfp franc+
currency YER : yemeni rial+
currency ZAR : rand+, south african rand+
currency ZMW : zambian kwacha
currency ZWL : zimbabwean dollar+, z$
minor cent USD 0.01 : cent+, u.s. cent+, us cent+, pennies, penny us, ¢, =c, =ct, =cts
minor canadian_cent CAD 0.01 : canadian cent+
minor australian_cent AUD 0.01 : australian cent+
minor penny GBP 0.01 : pence, penny, =p
minor dime USD 0.1 : dimes, dime
minor nickel USD 0.05 : nickels, nickel
minor sen MYR 0.01 : sen, sens
minor kopeck RUB 0.01 : kopeck+, kopek+, copeck+
minor paisa INR 0.01 : paisa, paise
minor euro_cent EUR 0.01 : euro cent+, eurocent+
coin rupee : rupee+
coin franc : franc+
coin peso : peso+
coin dinar : dinar+
coin crown : crowns
coin krone : krone, kroner
coin shilling : shilling+
coin rial : rial+ 
coin bitcoin : bitcoin+, btc, ₿
coin ether : 
currency DEM : deutsche mark+, deutschmark+, d-mark+, dm, west german mark+, german mark+
currency FRF : french franc+
currency ITL : italian lira, italian lire, lire
currency NLG : dutch guilder+
currency ESP : peseta+
currency BEF : belgian franc+
currency ATS : austrian schilling+
currency PTE : portuguese escudo+
currency FIM : markka
currency GRD : drachma+
currency IEP : irish pound+, punt+
coin guilder : guilder+
coin escudo : escudo+

# "150 kn" is a speed unless somebody pays it (units.lex has the heads).
sense kn HRK : kuna, kunas, croatia, croatian, zagreb, cost, costs, price, priced, ticket, paid, pay, fee, budget, worth
