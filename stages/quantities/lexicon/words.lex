# Word classes but nouns, learned: words with the class that they mostly have in running text.
# From the training parts of Universal Dependencies English EWT (CC BY-SA 4.0) and of those documents of GUM that
# allow it (CC BY 4.0, CC BY-SA 4.0); words seen three times or more.
#
# adjective, verb, adverb, function : words
function : 'd, 'll, 'm, 're, 's, 've, a, about, across, after, against, ago, ah, ai
function : all, along, alongside, alright, although, am, amid, amidst, among, amongst, an, and, another, any
function : anybody, anyone, anything, ar, are, aren, around, as, at, atop, aw, be, because, becuse
function : been, before, behind, being, beneath, beside, besides, between, beyond, blah, both, but, by, bye
function : ca, can, can't, cannot, could, couldn, cuz, d, despite, dhin, did, didn, do, does
function : doesn, doing, don, done, down, duh, during, each, either, em, en, enough, et, every
function : everybody, everyone, everything, except, few, fewer, fewest, for, from, gosh, had, hadn, haha, half
function : has, hasn, have, having, he, hello, her, hers, herself, hey, hi, him, himself
function : his, hm, hmm, hmmm, huh, hunh, i, if, in, into, is, isn, it, its
function : itself, jeez, least, less, lest, like, ll, lo, lol, m, many, may, me, mhm
function : might, more, most, much, must, my, myself, n't, na, near, neither, no, nobody, none
function : nope, nor, not, nothing, nt, of, off, oh, okay, on, once, onto, or, ought
function : our, ours, ourselves, out, over, per, plus, re, s, same, several, shall, she, should
function : shouldn, since, so, some, somebody, someone, something, such, t, ta, than, that, the, their
function : theirs, them, themselves, there, these, they, this, those, though, through, throughout, thru, thy, til
function : till, to, toward, towards, ugh, uh, um, under, underneath, unhunh, unless, unlike, until, unto
function : up, upon, ur, us, ve, versus, via, vis-a-vis, vs, was, wasn, we, were, weren
function : what, whatever, whereas, whereby, wherein, whether, which, whichever, while, whilst, who, whoa, whoever
function : whom
function : whomever, whose, will, with, within, without, wo, won, would, wouldn, wow, ya, yay, ye
function : yea, yeah, yep, yes, yet, yo, you, your, yours, yourself
adverb : aboard, abroad, absolutely, abundantly, accidentally, accordingly, accurately, actively, actually
adverb : additionally, adequately, afterwards, again, ahead
adverb : aka, alike, allegedly, almost, alone, already, also, altogether, always, amazingly, annually, anymore
adverb : anytime, anyway
adverb : anyways, anywhere, apart, apiece, apparently, appropriately, approximately, asap, aside, automatically
adverb : away, backward, badly, bareback
adverb : barely, basically, below, btw, carefully, categorically, certainly, clearly, closely, collectively
adverb : comfortably, commonly, completely, consequently
adverb : consistently, constantly, continually, correctly, culturally, currently, dab, damn, deeply, definately
adverb : definitely, deliberately, desperately, directly
adverb : earlier, easily, economically, effectively, efficiently, eighth, electronically, else, elsewhere, entirely
adverb : equally, especially, essentially, even
adverb : eventually, ever, everywhere, exactly, exceptionally, exclusively, explicitly, extremely, fairly, far
adverb : finally, financially, firmly, firstly
adverb : forever, forth, forward, frankly, freely, frequently, fully, fundamentally, furthermore, fyi, generally
adverb : gently, gradually, greatly
adverb : happily, hardly, heavily, hence, here, highly, historically, honestly, hopefully, how, however, ie
adverb : illegally, immediately
adverb : importantly, incomplete, increasingly, incredibly, indeed, indefinitely, indirectly, individually
adverb : inevitably, initially, instead, interestingly, ironically, just
adverb : kinda, largely, lately, later, likewise, literally, locally, longer, loud, mainly, markedly, maybe
adverb : meanwhile, merely
adverb : militarily, moreover, mostly, namely, nationwide, naturally, nearby, nearly, neatly, necessarily, never
adverb : nevertheless, newly, nicely
adverb : non, nonetheless, normally, notably, now, nowadays, nowhere, obviously, occasionally, officially, often
adverb : onboard, only, onwards
adverb : openly, originally, otherwise, outdoors, overnight, partially, particularly, partly, peacefully, perfectly
adverb : perhaps, personally, physically, pleasantly
adverb : politically, poorly, possibly, potentially, practically, precisely, predominantly, pretty, previously
adverb : primarily, probably, professionally, profoundly, properly
adverb : publicly, pursuant, quickly, quietly, quite, rapidly, rarely, rather, really, reasonably, recently
adverb : regardless, regularly, relatively
adverb : remarkably, repeatedly, reportedly, respectfully, respectively, roughly, routinely, secondly, seldom
adverb : separately, seriously, shortly, significantly, simply
adverb : simultaneously, sincerely, slightly, slowly, smoothly, socially, solely, solo, somehow, sometime, sometimes
adverb : somewhat, somewhere, soon
adverb : sooner, sorta, specifically, still, strictly, strongly, subsequently, substantially, successfully, suddenly
adverb : sufficiently, super, supposedly, surely
adverb : surprisingly, technically, then, thereby, therefore, thoroughly, thus, today, together, tomorrow, tonight
adverb : too, totally, traditionally
adverb : truly, twice, typically, ultimately, unanimously, undoubtedly, unfortunately, uniquely, upstairs, usually
adverb : versa, very, virtually, well
adverb : whatsoever, when, whenever, where, wherever, wholly, why, widely, willingly, worldwide, yesterday
verb : abandoned, abandoning, absorb, accept, accepted, accepting, accommodate, accompanied, accomplish, according
verb : accumulated, accused, accustomed, achieve
verb : achieved, achieving, acknowledge, acknowledged, acquire, acquired, acquiring, acted, acting, adapted, add
verb : added, adding, addressed
verb : adds, adhering, adjust, adjusted, administered, admit, admitted, adopt, adopted, adopting, adorned, advise
verb : advised, affect
verb : affected, affecting, affects, affirm, afford, aggravated, agree, agreed, agreeing, agrees, aimed, aims
verb : alleged, allocated
verb : allow, allowed, allows, alter, amazed, amend, amended, analyzed, annotated, announced, answered, answering
verb : anticipate, anticipated
verb : apologize, appear, appeared, appearing, appears, applied, applies, apply, applying, appointed, appreciate
verb : appreciated, approached, approve
verb : approved, argue, argued, argues, arguing, arrange, arranged, arrested, arrive, arrived, arriving
verb : articulating, ascertain, ask
verb : asked, asking, assassinated, assemble, assert, asserted, assess, assessed, assessing, assign, assigned
verb : assist, assisting, associated
verb : assume, assumed, assuming, assure, assured, ate, attach, attached, attacked, attacking, attain, attempted
verb : attempting, attend
verb : attended, attending, attract, attracted, attracting, attributed, authorized, avoid, avoided, avoiding
verb : awaiting, awarded, backed, backing
verb : balanced, banned, based, beat, beating, beats, became, become, becomes, becoming, began, begin, begins, begun
verb : believe, believed, believes, belong, belonged, belongs, bent, beware, bite, bites, biting, blacklined, blame
verb : blaming
verb : bleeding, blended, bless, blew, blink, blinking, blooded, blow, blown, blows, boasts, boiled, booked, boot
verb : bore, born, borrow, bother, bothered, bought, breaking, breathe, breathing, bring, bringing, brings
verb : broadcast, broke
verb : broken, brought, browse, build, built, buried, burn, burning, bust, busted, buy, buying, calculate, calculated
verb : called, calling, came, camping, cancel, canned, capture, captured, cares, carried, carries, carry, carrying
verb : carved
verb : catch, caught, caused, causing, celebrated, censor, changed, changing, characterized, charged, chasing
verb : chatting, check, checked
verb : checking, chew, chewing, chill, choose, choosing, chose, chosen, circling, circulate, cited, claimed
verb : claiming, clarify
verb : classified, cleaned, click, climb, closed, coined, collaborate, collapsed, collect, collected, collecting
verb : collects, colored, combined
verb : combines, come, comes, coming, commented, commissioned, commit, committed, communicate, compare, compared
verb : comparing, compel, compensate
verb : compete, competing, complained, complaining, completed, completing, composed, comprised, concerning, conclude
verb : concluded, concur, condemn, conduct
verb : conducted, conducting, confine, confirm, confirmed, confirming, confiscated, conflicting, congratulate
verb : connected, connects, consent, consider, considered
verb : considering, considers, consist, consisted, constructed, contacted, contain, contained, containing, contains
verb : contested, continue, continued, continues
verb : continuing, contracted, contradict, contribute, contributed, contributes, contributing, controlled, convert
verb : converted, convey, convince, cook, cooked
verb : cooking, cooperating, copied, count, counted, counting, coupled, covered, covering, crack, cracked, crash
verb : create, created
verb : creates, creating, criticized, crossed, crossing, crushed, cry, cured, cures, customize, cut, cutting
verb : damaging, dated
verb : dealing, dealt, decide, decided, declared, declaring, declined, deemed, defeat, defeated, defeats, defend
verb : defended, define
verb : defined, defining, delayed, delete, deleted, deliver, delivered, demanded, demanding, demonstrate
verb : demonstrated, demonstrates, denied, deny
verb : denying, departing, depend, depending, depends, depicts, deployed, derived, describe, described, describes
verb : describing, deserve, deserves
verb : designated, designed, desired, destroy, destroyed, detained, detect, deteriorated, determine, determined
verb : develop, developed, developing, develops
verb : devoted, diagnosed, dial, die, died, dies, differ, differing, dine, dipped, directed, disappeared, disclose
verb : disconnect
verb : discouraged, discouraging, discover, discovered, discuss, discussed, discussing, dislike, dismissed
verb : dispatched, displaced, disrupt, distinguish, distributed
verb : divide, divided, documented, documenting, dominated, donate, donated, download, drafted, drag, dragged, drank
verb : draw, drawn
verb : drew, dried, drinking, drive, driven, driving, drop, dropped, dropping, drove, dwibbling, dying, earned, eat
verb : eaten, eating, eats, educate, educated, effected, elected, eliminate, eliminated, emailed, embedded, emerged
verb : emerging, emitting
verb : emphasize, employ, employed, enable, enabled, enables, enabling, encourage, encouraged, encouraging, endanger
verb : ended, ending, engage
verb : engaged, engaging, enhance, enhanced, enjoy, enjoyed, enjoying, enjoys, ensure, ensured, ensuring, enter
verb : entered, entering
verb : entitled, equals, equipped, escape, escaping, establish, established, establishing, estimated, evacuate
verb : evacuated, evaluate, evaluated, evaluating
verb : evolving, examine, examined, examining, exceed, exchanges, execute, executed, executing, exhibited, exist
verb : existed, existing, exists
verb : expand, expanded, expanding, expect, expected, expecting, expects, experienced, experimenting, expire
verb : explain, explained, explaining, explains
verb : explode, exploited, explore, exploring, exposed, express, expressed, extend, extended, extending, extradited
verb : faced, facilitate, facing
verb : fail, failed, failing, fallen, falling, favoured, faxed, feared, featured, featuring, fed, feed, feeds, feel
verb : feels, fell, felt, fight, fighting, figure, figured, filed, fill, filled, filling, filmed, filtered, financed
verb : find, finding, finds, finish, finished, fired, firing, fit, fits, fix, fixed, fixing, fled, fleeing
verb : flew, flip, floating, flops, flourishing, flowed, flowing, flown, flows, fly, flying, focused, focuses
verb : focusing
verb : follow, followed, following, follows, fool, forbidding, forced, forecast, forget, forgot, forgotten, fork
verb : formed, forming
verb : formulate, forwarded, forwarding, found, founded, fried, frozen, fulfilled, funded, gain, gained, gaining
verb : gather, gathered
verb : gathering, gave, geared, generate, generated, generates, generating, get, gets, getting, give, given, gives
verb : giving
verb : go, goes, going, gon, gone, got, gotten, governing, grab, grabbed, graduated, graduating, granted, greeted
verb : grew, groom, grow, growing, grown, guarantee, guaranteed, guarantees, guess, guided, guiding, handed, handle
verb : handled
verb : handling, hang, hanging, happen, happened, happening, happens, hate, hated, hates, hauled, hav, headed, heading
verb : healing, hear, heard, held, help, helped, helping, helps, hesitate, hide, hiding, highlighted, highlighting
verb : hint
verb : hire, hired, hiring, hiss, hissed, hit, hitting, hold, holding, holds, hop, hope, hoped, hoping
verb : hosted, hosting, housed, hung, hunting, hurt, hurting, identified, identifies, identify, identifying, ignore
verb : ignored, ignoring
verb : imagine, imagined, implement, implemented, implementing, implicated, imposing, impress, imprisoned, improve
verb : improved, improving, include, included
verb : includes, including, incorporated, incorporates, increased, increases, increasing, indicate, indicated
verb : indicates, indicating, infected, influenced, inform
verb : informed, initiate, initiated, injured, inquired, insert, inspired, install, installed, installing
verb : integrated, intend, intended, intends
verb : intercepted, interfere, interpret, interpreted, intervening, interviewed, introduce, introduced, introduces
verb : invent, invented, inventorying, invest, invested
verb : investigate, investigated, investigating, invite, invited, inviting, invoicing, involve, involves, involving
verb : isolated, issued, join, joined
verb : joining, joking, judging, jump, jumping, keep, keeping, keeps, kept, kicked, kidding, kill, killed, killing
verb : knew, knock, know, knowing, known, knows, lacked, landed, lasted, lasts, laugh, laughing, launched, launching
verb : lay, laying, leading, leads, learn, learned, learnt, leave, leaves, leaving, led, left, let, lets
verb : letting, licensed, lie, lift, liked, likes, limit, lined, linked, listed, listen, listened, listening, listing
verb : live, lived, loaded, located, locked, log, look, looked, looking, looks, looming, lope, lose, loses
verb : losing, lost, love, loved, loves, lying, made, maintain, maintained, maintaining, maintains, make, makes
verb : making
verb : manage, managed, managing, manipulating, manufacture, marginalized, marked, married, marry, marrying
verb : matching, mean, means, meant
verb : measured, measuring, meet, melt, melted, mention, mentioned, meowing, messed, met, migrated, mimic, miss
verb : missed
verb : missing, mixed, modified, modify, monitor, motivated, mount, mounting, move, moved, moving, multiply
verb : murdered, named
verb : naming, narrowed, need, needed, needing, needs, negotiated, negotiating, neighboring, noted, noticed
verb : notified, notify, obligated
verb : observe, observed, obtain, obtained, occur, occurred, occurring, offer, offered, offering, offers, omitted
verb : opened, operate
verb : operated, oppose, opposed, ordered, ordering, organize, organized, organizing, oriented, originated, outgrow
verb : outlined, overcome, owe
verb : owned, paid, painted, participate, participated, participating, pass, passed, passes, passing, paste, pasted
verb : pay, paying
verb : pays, peeing, pending, perceived, perform, performed, performing, permits, permitted, phoned, pick, picked
verb : picket, picking
verb : placed, planned, planning, play, played, playing, plays, pledged, pointed, pointing, popped, populated, pose
verb : posed
verb : possessed, possesses, posted, pour, pouring, practicing, pray, predict, predicted, prefer, preferred, prepare
verb : prepared, preparing
verb : presented, preserve, preserved, preserving, pretend, prevailing, prevent, prevented, preventing, print
verb : printed, proceed, proceeded, proclaimed
verb : produce, produced, produces, prohibited, projected, prolonged, promised, promising, promote, promoted
verb : promoting, prompted, pronounced, propose
verb : proposed, proposing, protect, protected, protects, prove, proven, provide, provided, provides, providing
verb : publish, published, pull
verb : pulled, pulling, purchased, purchasing, pursue, push, pushed, pushing, put, putting, questioned, quit, quoted
verb : quoting
verb : raise, raised, raising, ran, rang, ranged, ranging, ranked, ranks, rated, re-elected, reach, reached, reaching
verb : react, read, reading, reads, realize, realized, realizing, reasoned, reassure, recall, recalled, reccomend
verb : receive, received
verb : receives, receiving, recieved, recognize, recognized, recommend, recommended, reconsider, recorded, recover
verb : recovered, recovering, recreating, recruited
verb : redeem, redesigning, reduce, reduced, reduces, reducing, refer, referenced, referred, referring, refers
verb : reflect, reflected, reflecting
verb : reflects, refuse, refused, refusing, regarded, regarding, register, registered, regret, regulated, reimbursed
verb : reinforcing, reject, rejected
verb : relate, relates, relating, relax, released, releasing, rely, relying, remain, remained, remaining, remains
verb : remember, remembered
verb : remembers, remind, reminded, remove, removed, removing, renewed, rent, renting, repaired, repeat, repeated
verb : repeating, replace
verb : replaced, replacing, replied, reported, reporting, represent, represented, representing, represents
verb : repressed, reproduce, reproduced, requested, require
verb : required, requires, requiring, rescued, researching, reserved, reside, resigned, resolved, respecting
verb : respond, responded, responding, restored
verb : resulted, resulting, retired, retrieve, returned, returning, returns, reveal, revealed, reviewed, reviewing
verb : revised, rewind, ridden
verb : rinsed, ripped, rises, rising, rob, rolled, rolling, rose, ruled, run, running, runs, rush, rushed
verb : said, sail, sailing, salute, sat, satisfy, save, saved, saving, saw, say, saying, says, scanning
verb : scare, scheduled, scored, sealed, searching, seated, see, seeing, seek, seeking, seem, seemed, seems, seen
verb : sees, seized, select, selected, sell, selling, send, sending, sends, sent, separated, serve, served, serves
verb : serving, set, sets, setting, settle, settled, shake, shaped, share, shared, sharing, shed, shipped, shoot
verb : shooting, shout, show, showed, showing, shown, shut, signals, signed, sink, sit, sitting, situated, skip
verb : slept, sliding, slowed, smell, smelling, smells, smile, sold, solve, solved, sought, sounded, sounds, spawn
verb : spawning, spayed, speak, speaking, speaks, specified, spend, spent, split, spoke, spoken, sponsored, spotted
verb : spread
verb : spreading, squared, squeeze, stabbed, stall, stand, standing, stands, starred, start, started, starting
verb : starts, starving
verb : stated, stating, stay, stayed, staying, stealing, stem, stepped, stepping, stick, sticks, stimulating, stolen
verb : stood
verb : stop, stopped, stored, storing, strengthen, strengthened, strengthening, stressed, stretching, strip, strive
verb : struck, structured, struggling
verb : studied, studying, submit, submitted, subscribe, substituted, succeed, succeeded, suck, sucks, suffer
verb : suffered, suggest, suggested
verb : suggesting, suggests, superseding, supplied, supported, supporting, supports, suppose, supposed, suppressed
verb : surrounded, surrounding, survive, survived
verb : suspect, suspected, sustain, swinging, switched, sworn, symbolizes, take, taken, takes, taking, talk, talked
verb : talking
verb : tame, targeted, tasted, tastes, taught, teach, tear, teething, tell, telling, tells, tend, tended, tested
verb : thank, thawed, think, thinking, thinks, thought, threatened, threatens, threw, thrive, throw, thrown, throws
verb : thwarted
verb : tied, tighten, titled, told, tolerate, took, toss, touched, touching, towed, tracked, trained, transferred
verb : transform
verb : translate, translated, translates, translating, transmit, transmitted, transported, trapped, traveled
verb : traveling, travelled, travelling, travels, treat
verb : treated, treating, tried, trigger, trim, tripped, trust, trusted, try, trying, turn, turned, turning, turns
verb : tweeted, twisted, uncovered, undermining, understand, understands, understood, undertake, undertaken
verb : unloading, updated, uploads, urge, urged
verb : use, used, uses, using, utilize, valued, valuing, varies, vary, verify, veto, viewed, viewing, visit
verb : visited, visiting, vomit, vomiting, voted, wait, waited, waiting, wakes, walk, walked, walking, walks, wan
verb : want, wanted, wanting, wants, warn, warned, warrant, washed, washing, wasted, watch, watched, watching
verb : weakened
verb : weaponize, wear, wearing, welcomed, went, win, winning, wins, wish, withdraw, withdrawn, witnessed, woke
verb : wonder
verb : wondering, worked, working, worn, worry, wounded, wrap, write, writes, writing, written, wrote, yelled, yelling
verb : yield
adjective : able, absolute, abstract, absurd, abundant, academic, acceptable, accessible, accomodating, accurate
adjective : acrylic, active, actual, additional
adjective : adequate, admin, administrative, adorable, advanced, aesthetic, affluent, affordable, afghan, afraid
adjective : african, aged, aggressive, agricultural
adjective : airborne, albanian, alive, alternative, amazing, ambitious, american, ancient, angelic, anglo, angry
adjective : animated, annoyed, annoying
adjective : annual, anonymous, anti-establishment, antique, anxious, apparent, appropriate, approximate, arab
adjective : arabian, arakan, architectural, arctic, argentine
adjective : arid, armed, armenian, artificial, artistic, asian, astounding, asymmetrical, asymptotic, atlantic
adjective : atmospheric, atomic, attentive, attractive
adjective : australian, authentic, automatic, available, average, awake, aware, awesome, awful, back, bad
adjective : bangladeshi, bankrupt, basic
adjective : bearded, beautiful, belgian, beloved, beneficial, best, better, big, bigger, biggest, biochemical
adjective : biological, bipedal, black
adjective : bland, blank, blind, bloody, blue, bold, brave, breathtaking, brief, bright, british, broad, broader
adjective : brown
adjective : brutal, buddhist, busy, calm, canadian, capable, cardinal, careful, caribbean, caring, catholic
adjective : caucasian, cautious, central
adjective : certain, challenging, charitable, cheap, cheaper, cheapest, chemical, chief, chinese, christian, citrus
adjective : civic, civil, civilian
adjective : civilized, classic, classical, clean, clear, clearer, close, closer, coastal, cognitive, cold, colder
adjective : collaborative, collective
adjective : colonial, colorful, comfortable, comic, commercial, common, communist, compact, comparative
adjective : compassionate, compatible, competitive, complete, complex
adjective : complicated, compound, comprehensive, concerned, confident, confidential, confused, congressional
adjective : conscious, conservative, considerable, consistent, constant, constitutional
adjective : contemporary, continental, controversial, convenient, conventional, conversational, convinced
adjective : convincing, cool, corporate, correct, corrupt, cosmic, costly
adjective : countless, courageous, courteous, cozy, crappy, crazy, creative, criminal, crisp, critical
adjective : cross-sectional, crowded, crucial, cruel
adjective : cuban, cultural, curious, current, custom, cute, daily, damp, dangerous, danish, dark, dead, deadly, dear
adjective : decent, dedicated, deep, deeper, defensive, degenerate, dehydrated, deliberate, delicate, delicious
adjective : delighted, democrat, democratic, dental
adjective : dependent, derivative, descriptive, desirable, desperate, detailed, devastating, different, difficult
adjective : digital, diplomatic, dire, direct, dirty
adjective : disabled, disappointed, disruptive, distant, distinct, distinguished, distracting, diverse, divine
adjective : domestic, dominant, dominate, double, downstream
adjective : dramatic, dry, dual, due, dumb, dusty, dwarf, dynamic, dysfunctional, eager, earliest, early, easier
adjective : easiest
adjective : eastern, easy, ecological, economic, economical, editorial, educational, eerie, effective, effeminate
adjective : efficient, egyptian, electoral, electric
adjective : electrical, electronic, elegant, elementary, eligible, elite, emotional, empirical, empty, endangered
adjective : endless, english, enjoyable, enormous
adjective : entire, entrepreneurial, environmental, epic, epistemic, equal, equine, equivalent, essential, ethnic
adjective : european, everyday, evident, evil
adjective : evolutionary, exact, excellent, exceptional, excessive, excited, exciting, executive, exotic, expensive
adjective : experimental, expired, explosive, extant
adjective : extensive, external, extra, extractive, extracurricular, extraordinary, extreme, fabulous, fair
adjective : faithful, fake, fallujan, false, familiar
adjective : famous, fancy, fantastic, fascinating, fashioned, fast, faster, fat, fatal, favorable, favorite
adjective : feasible, feathered, federal
adjective : fellow, femoral, ferrous, fifth, final, financial, fine, finest, first, fiscal, fitting, flat, flexible
adjective : fluorescent
adjective : foreign, formal, former, formidable, forthcoming, fourth, free, french, frequent, fresh, friendly
adjective : frightening, frustrated, frustrating
adjective : full, functional, fundamental, fundamentalist, funny, gay, general, generative, generic, generous
adjective : gentle, genuine, geographic, geographical
adjective : german, giant, glad, global, gloomy, golden, good, governmental, grand, graphic, grateful, gray, great
adjective : greater
adjective : greatest, greek, green, grey, grim, grizzly, gross, guilty, halal, handy, happier, happy, hard, harder
adjective : hardest, healthier, healthy, heavy, hebrew, heightened, helpful, hidden, high, higher, highest, hindu
adjective : historic, historical
adjective : holy, home, homeless, homemade, honest, honorable, hopeful, horizontal, horrible, hostile, hot, hourly
adjective : huge, human
adjective : humane, humble, hungry, iconic, ideal, identical, idle, ignorant, ill, illegal, imaginary, immediate
adjective : impeccable, impenetrable
adjective : important, impossible, impressed, impressionist, impressive, inappropriate, inaugural, inclined
adjective : inclusive, incorrect, incredible, incremental, independent, indian
adjective : indigenous, individual, indonesian, industrial, inevitable, inexpensive, inferior, infinite, influential
adjective : informative, initial, inner, innocent, innovative
adjective : inoperable, insane, insecure, instant, institutional, insulting, integral, intellectual, intense
adjective : intercompany, interested, interesting, interim, internal
adjective : international, interplanetary, interstellar, intertwined, intuitive, inuit, invisible, iranian, iraqi
adjective : irish, irrelevant, islamic, israeli, italian
adjective : jamaican, japanese, jewish, joint, judicial, judiciary, keen, key, knowledgeable, korean, large, larger
adjective : largest, last
adjective : lasting, late, latest, latin, latter, lax, lazy, leaky, lebanese, legal, legislative, legitimate
adjective : lengthy, lexical
adjective : liberal, lifelong, lighter, likely, limited, linguistic, literary, little, local, localist, locomotor
adjective : lone, lonely, long
adjective : longest, lovely, loving, low, lower, lucky, lunar, mad, magical, magnificent, main, mainstream, major
adjective : malaysian
adjective : mandatory, manned, marine, maritime, marvelous, massive, mathematical, mature, maximum, meaningful
adjective : medical, medium, memorable, mental
adjective : mere, messy, methodological, meticulous, metro, metropolitan, mexican, middle, mild, militant, military
adjective : minded, minimal, minimum
adjective : minor, mobile, moderate, modern, modest, moldovan, monastic, monthly, monumental, moral, morphological
adjective : moslem, multiple, municipal
adjective : musical, muslim, mutant, mutual, mysterious, naked, narrative, narrow, national, native, natural, naval
adjective : nearest, neat
adjective : necessary, negative, neo, nervous, neurological, new, newborn, newer, newest, next, nice, nicer, nicest
adjective : ninth
adjective : noble, non-avian, non-commercial, nonpartisan, normal, northeastern, northern, northwest, norwegian
adjective : notable, notional, nuclear, numbered, numerous
adjective : nutritional, objective, obvious, odd, offended, offensive, official, ok, old, older, oldest, ole
adjective : ongoing, online
adjective : open, operational, optimal, orange, ordinary, organic, original, orthodox, other, outer, outstanding
adjective : over-rated, overall, overcooked
adjective : overpriced, overseas, overwhelming, own, pacific, packed, painful, pakistani, palestinian, parallel
adjective : paralympic, partial, particular, passive
adjective : past, payable, peaceful, perfect, permanent, persian, persistent, personal, philippine, photographic
adjective : physical, picky, pink, pivotal
adjective : plain, pleasant, pleased, polar, polish, polite, political, polygamous, poor, popular, positive
adjective : possible, post-war, postural
adjective : potential, powerful, practical, pragmatic, pre-meeting, pre-owned, precise, predatory, pregnant, premier
adjective : presidential, prestigious, previous, pricey
adjective : primary, prime, primitive, principal, prior, private, privileged, pro-beijing, productive, professional
adjective : profound, progressive, prolific, prominent
adjective : promotional, prompt, proper, proprietary, prosperous, proud, provincial, public, pure, purple, qualified
adjective : qualitative, quick, quicker
adjective : quiet, racial, radical, random, rapid, rare, raw, ready, real, realistic, rear, reasonable, recent
adjective : recessive
adjective : recreational, red, rediculous, regional, regular, regulatory, related, relative, relaxed, relaxing
adjective : relentless, relevant, reliable, religious
adjective : remarkable, remote, renowned, rental, republican, residential, respectful, respective, responsible
adjective : revolutionary, rich, richest, rid, ridiculous
adjective : robust, rocky, roman, romantic, rough, royal, rude, rural, russian, sacred, sad, safe, safer, saint
adjective : satanic, satisfactory, satisfied, saudi, scared, scary, scenic, schizophrenic, scholarly, scientific
adjective : scottish, second, secondary, secret
adjective : secretive, secular, selective, semantic, senior, sensitive, separate, seperate, serious, severe, sexual
adjective : shallow, sharp, shia
adjective : shiite, shocked, short, sick, significant, silent, silver, similar, simple, single, sinhalese, sixth
adjective : skilled, slight
adjective : slow, small, smaller, smallest, smart, smooth, social, soft, solar, sole, solid, sore, sorry, sour
adjective : southern, sovereign, soviet, spacious, spanish, spare, special, specific, spectacular, spicy, spinal
adjective : spiral, spiritual, square
adjective : sri, stable, stainless, standard, statistical, statutory, steady, straight, strange, strategic
adjective : streamside, stressful, strict, striking
adjective : strong, stronger, strongest, stuck, stunning, stupid, subjective, subsequent, substantial, substantive
adjective : subtle, successful, sudden, sufficient
adjective : suitable, sunni, sunny, superb, superior, supreme, sure, surprising, suspicious, sustainable, sustained
adjective : swedish, sweet, syntactic
adjective : syrian, systematic, tactical, talented, tall, tamil, tasty, technical, technological, teen, temporary
adjective : terrible, territorial, terrorist
adjective : thai, theological, theoretical, thick, thin, third, thorough, tight, timely, tiny, tired, tolerable
adjective : total, tough
adjective : toxic, traditional, transformational, transformative, tremendous, tribal, tricky, triple, trivial
adjective : tropical, troubled, true, typical, ugly
adjective : ultimate, unable, unacceptable, unaware, unbelievable, uncertain, unclear, unconscious, undergraduate
adjective : underground, unemployed, uneven, unexpected, unfamiliar
adjective : unfortunate, unhappy, unique, unitary, united, universal, unknown, unlikely, unlimited, unnamed
adjective : unnecessary, unpopular, unprecedented, unrelated
adjective : unreliable, unstable, unsure, untalented, unthinkable, unusual, unwooded, upcoming, upper, upscale
adjective : upset, urban, useful, useless
adjective : usual, valid, valuable, various, vast, vegan, vegetarian, vertical, veteran, viable, vietnamese, violent
adjective : virtual, virtuous
adjective : visible, visual, vital, vulnerable, warm, warmer, wary, weak, wealthy, weekly, weird, welcoming, western
adjective : wet
adjective : white, whole, wholesale, wide, wider, widespread, wild, willing, wise, wonderful, worried, worse, worst
adjective : worth
adjective : worthwhile, worthy, wrong, yearly, yellow, young, younger, youngest, yummy
