# Nouns, learned, and plurals that the rules of spelling do not make.
# From the training parts of Universal Dependencies English EWT (CC BY-SA 4.0) and of those documents of GUM that
# allow it (CC BY 4.0, CC BY-SA 4.0); words seen three times or more.
#
# noun : words        plural SINGULAR : plurals        singular : words in -s that are no plurals
noun : aa, abilities, ability, absence, abundance, abuse, academia, accent, acceptance, access, accessibility
noun : accessories, accident, accommodation
noun : accommodations, accord, account, accounting, accounts, accuracy, achievement, achievements, acquisition
noun : acronym, act, action, actions, activist
noun : activities, activity, actor, actress, acts, acupuncture, acupuncturist, ad, adaptation, addition, address
noun : addresses, adjustment, adjustments
noun : administration, administrator, admissions, adoption, ads, adult, adults, advance, advances, advantage
noun : adventure, adversity, advertising, advice
noun : advisor, aerogel, aeroplane, aesthetics, affair, affairs, affiliate, aftermath, afternoon, aftershocks, age
noun : agencies, agency, agenda
noun : agent, agents, aggression, agreement, agreements, agriculture, aid, aids, aim, air, aircraft, airline
noun : airlines, airplane
noun : airport, airports, alarm, alarms, alcohol, alert, alignment, allegations, alliance, allies, allocation
noun : allowance, ally, alma
noun : alternatives, altitude, ambition, ambulances, amendment, ammunition, amount, amounts, amusement, analogy
noun : analyses, analysis, analyst, analysts
noun : anatomy, ancestry, anemone, anemones, angel, angels, anger, angle, animal, animals, annex, anniversary
noun : announcement, answer
noun : answers, ant, anthrax, antibiotics, antiquity, ants, apartment, apartments, aperture, appeal, appearance
noun : appellants, appetite, appetizers
noun : apple, application, applications, appointees, appointment, appreciation, approach, approaches, appropriations
noun : approval, aquarium, archipelago, architect, architecture
noun : archive, area, areas, arena, argument, arguments, arm, armaments, arms, army, arrangements, array, arrest
noun : arrival
noun : art, arthritis, article, articles, artillery, artist, artists, arts, artwork, artworks, artworld, aspect
noun : aspects, aspirations
noun : assassination, assault, assembly, assessment, asset, assets, assistance, assistant, associate, associates
noun : association, associations, assumptions, assurance
noun : astronauts, asylum, athletes, atmosphere, atrocities, atrophy, attachment, attachments, attack, attacks
noun : attempt, attempts, attendees, attention
noun : attitude, attitudes, attorney, attorneys, attraction, audience, audiences, audio, audit, aught, aunt, author
noun : authorities, authority
noun : authorization, authors, auto, autumn, availability, avenue, avenues, aviation, award, awards, awareness, axis
noun : baba, babe
noun : babies, baby, bachelor, background, backs, backside, bag, bags, bait, balance, balances, balcony, ball
noun : ballerina
noun : balloons, balls, ban, banana, band, bands, bang, bank, bankruptcy, banks, banner, banners, bar, barn
noun : barrel, barrels, bars, base, baseball, bases, basil, basis, basketball, basking, bath, bathroom, bathrooms
noun : battery
noun : batting, battle, battles, bbq, bce, beach, beaches, beak, beans, bear, beard, beardies, bears, beauty
noun : bed, bedding, bedroom, beef, beer, beers, beginner, beginning, behalf, behavior, behaviors, behaviour, beings
noun : belief
noun : beliefs, belly, belt, benefit, benefits, bet, betta, beverage, bias, bicycle, bid, bike, bill, billing
noun : billions, bills, bio, biodiversity, biologist, biologists, bird, birds, birth, birthday, bit, bitmap, biz
noun : bladder
noun : blanket, blend, blessings, block, blocks, blog, blood, board, boarding, boards, boat, boats, bodies, body
noun : bomb, bombing, bombings, bombs, bond, bone, bones, bonus, book, booking, books, boom, booth, boots
noun : border, borders, boss, bottle, bottom, boulevard, bowl, box, boxes, boy, boyfriend, boys, brain, brains
noun : branch, branches, brand, brass, bravery, bread, break, breakdown, breakfast, breaks, breast, breath, breed
noun : breeding
noun : breeze, breyer, brick, bridge, bridges, briefing, brigades, brightness, broadcasting, broadcasts, broker
noun : bronze, brother, brothers
noun : browser, bs, buck, bucks, buddy, budget, budgie, bug, bugs, builders, building, buildings, bulb, bulbs
noun : bullet, bunch, burden, burger, burrows, burst, bus, buses, business, businesses, butt, butter, butterflies
noun : butterfly
noun : button, buyer, cab, cabin, cabinet, cafe, cafes, cage, cages, cake, cakes, calculation, calendar, calls
noun : camera, cameras, camp, campaign, campaigning, camps, campus, canal, cancer, candidate, candidates, candle
noun : cans, canvas
noun : cap, capabilities, capability, capacity, capital, caps, capsules, captain, car, carbon, card, cards, care
noun : career
noun : cargo, carpenter, carpet, cars, cartoon, carvings, case, cases, cash, cashout, casting, casualties, cat
noun : catalog
noun : categories, category, cats, cattle, causes, caution, cave, cc, cd, ce, ceiling, celebration, celebrities
noun : celebrity
noun : cell, cells, cemetery, census, cent, center, centers, centre, centres, centuries, century, ceo, cereal
noun : certificate
noun : certificates, cfl, cfls, chain, chair, chairman, chairs, challenge, challenges, championship, chance, chances
noun : chandeliers, change
noun : changes, channel, channels, chaos, chapel, chapter, chapters, character, characteristics, characters
noun : charcoal, charges, charity, charm
noun : charter, chase, checkerspot, checks, cheek, cheers, cheese, chef, chefs, chem, chemicals, chess, chest, chicken
noun : chickens, chicks, chiefs, child, childhood, children, chili, chips, chiro, chocolate, choice, choices, church
noun : ciac
noun : cigarette, cinema, cinnamon, circle, circles, circularisation, circumstances, citation, cities, citizen
noun : citizens, citizenship, city, civet
noun : civilians, civilization, civilizations, claim, claims, clan, clarification, class, classes, classroom, clause
noun : clay, cleaner, cleaners
noun : cleaning, clerics, client, clients, climate, clinic, clip, clock, cloth, clothes, clothing, cloud, club, clue
noun : cluster, cm, co-founder, co-workers, coach, coal, coalition, coast, cocktail, code, coding, coffee, cognition
noun : coincidence
noun : collaboration, collapse, collateral, colleagues, collection, collections, collector, collectors, college
noun : colleges, colonies, colony, color, colors
noun : colour, column, columns, com, combat, combination, comeback, comedy, comfort, comics, command, commander
noun : commanders, comment
noun : commentaries, commentary, comments, commerce, commission, commissioners, commitment, commitments, committee
noun : commodity, communication, communities, community, companies
noun : companion, company, comparison, comparisons, compassion, compatibility, compensation, competition, complaint
noun : compliance, components, composition, compressor, computer
noun : computers, computing, con, concentration, concept, concepts, concern, concerns, concert, concerts, conclusion
noun : conclusions, concrete, condition
noun : conditions, conference, conferences, confidence, confidentiality, confirmation, confirms, conflict, conflicts
noun : confrontation, confusion, congestion, congratulations, congregation
noun : congress, congressman, connection, connections, cons, conscience, consciousness, consensus, consequences
noun : conservation, consideration, consistency, console, conspiracy
noun : constituencies, constituency, constitution, construction, consulting, consumer, consumerism, consumers
noun : consumption, contacts, container, content, contents, contest
noun : context, contexts, continent, continents, contract, contractor, contractors, contracts, contrast
noun : contribution, contributions, control, controllers, controls
noun : controversy, convenience, convention, conversation, conversations, conviction, cooperation, coordinate
noun : coordination, coordinator, cop, copies, copy, copying
noun : copyright, core, corn, corner, corners, corporation, corps, corpus, correction, correlation, correspondence
noun : cosmos, cosplay, cost
noun : costs, cotton, couch, council, councillors, counsel, counseling, counter, counterparty, counties, countries
noun : country, countryside, county
noun : coup, couple, couples, coupons, courage, course, courses, court, courtesy, courts, cousin, coverage, cows, cp
noun : crab, craft, crane, crap, crate, craving, crawler, cream, creation, creativity, creator, credibility, credit
noun : crew
noun : crews, crickets, crime, crimes, crisis, criteria, criticism, critics, critters, crop, cropdusters, crops
noun : cross, crowd
noun : crowds, crude, cruise, cruises, crust, cuc, cuisine, culture, cultures, cup, curator, curb, cure, currency
noun : currents, curse, cursor, curtains, curve, curves, customer, customers, customs, cuts, cycle, dad, damage, dance
noun : dancers, dancing, danger, darkness, data, database, date, dates, dating, daughter, daughters, day, daycare
noun : days
noun : daytime, deadbolt, deadline, deal, dealer, dealership, deals, death, deaths, debate, debris, debt, debtors
noun : debut
noun : decade, decades, deception, decision, decisions, declaration, declarations, decline, decor, decrease
noun : dedication, deed, deeds, deer
noun : default, defence, defendants, defense, definition, degree, degrees, degu, delay, delegates, deli, delivery
noun : delta, demand
noun : demands, demo, democracy, demons, demonstration, dempsey, denial, dentist, department, departments, departure
noun : deposit, deposition, depot
noun : depression, depth, deputy, deregulation, derivatives, descendants, description, descriptions, desert, design
noun : designer, designs, desire, desk
noun : dessert, destination, destinations, destiny, destruction, detail, details, detective, deterioration
noun : determination, developer, developers, development, developments
noun : device, devices, devil, dialects, diarrhea, diary, dictatorship, diet, difference, differences, differential
noun : difficulties, difficulty, dignitaries
noun : dignity, dilemma, dimensions, dining, dinner, dinosaur, dinosaurs, dioxide, diplomacy, diplomats, direction
noun : directions, director, directors
noun : dirt, disability, disappearance, disappointment, disaster, disasters, discharge, discipline, disciplines
noun : disco, discomfort, discount, discourse, discoveries
noun : discovery, discrepancy, discretion, discussion, discussions, disease, diseases, dish, dishes, disobedience
noun : dispatch, displacement, display, displays
noun : dispute, disregard, dissemination, distance, distances, distinction, distortion, distortions, distribution
noun : district, diversity, dividends, division, divisions
noun : divorce, dna, doc, doctor, doctorate, doctors, doctrine, document, documentation, documents, dog, dogs
noun : dollar, dollars
noun : domain, domains, dominance, donation, donations, dongle, donor, door, doors, doubt, doubts, downtown, dozens
noun : dpr
noun : draft, drafts, dragon, drama, dream, dreams, dress, dresser, dresses, drill, drilling, drink, drinks, driver
noun : drivers, drives, drug, drugs, dsl, dslr, duck, dude, duel, duration, dust, dusting, duties, duty
noun : dynamics, e-mail, eagle, earth, earthquake, earthquakes, earthworms, ease, eco, ecology, ecommerce, economics
noun : economy, ecosystems
noun : ed, edge, edges, edit, editing, editor, editors, education, eei, effect, effectiveness, effects, efficiency
noun : effort
noun : efforts, egg, eggs, ego, elder, election, elections, electricity, element, elements, elevator, elk, email
noun : emails
noun : embarrassment, embassies, embassy, emergency, emission, emissions, emotion, emotions, empathy, emphasis
noun : employees, employer, employment, ena
noun : enchiladas, enculturation, end, endeavor, ends, enemies, enemy, energy, enforcement, engagement, engine
noun : engineer, engineering, enjambment
noun : enjoyment, enovate, entertainment, enthusiasm, entities, entity, entourage, entrance, entree, entry
noun : envelopes, environment, environments, envoy
noun : eol, epc, episode, epistemology, epm, equality, equation, equipment, equity, equivalence, er, era, error
noun : errors
noun : essence, establishment, establishments, estate, estimates, etc, ethics, ethnicity, ethnocentrism, etiquette
noun : evaluation, evening, evenings, event
noun : events, evidence, evolution, exam, examination, example, examples, excellence, exception, exchange
noun : excitement, excuse, execution, exercise
noun : exercises, exhibit, exhibits, existence, exit, expansion, expectation, expectations, expense, expenses
noun : experience, experiences, experiments, expert
noun : expertise, experts, expiration, explanation, explanations, exploration, explosives, exposure, expression
noun : expulsion, extension, extensions, extent, extradition
noun : extremist, extremists, eye, eyes, fabric, fabrications, face, faces, facet, facilities, facility, fact
noun : factions, factor
noun : factors, factory, facts, faculty, failure, failures, faith, fall, fallout, fame, families, family, fan, fans
noun : fantasy, farce, fare, farm, farmer, farms, farrier, fashion, father, fault, favor, favour, fax, fear
noun : fears, feathers, feature, features, federation, fee, feedback, fees, feet, female, females, femora, femur
noun : fence
noun : ferries, ferry, festival, festivals, fever, fi, fiction, field, fields, fighter, figures, file, files, filing
noun : film, filming, films, filter, filters, finals, finance, finances, financing, findings, finger, fingers, fire
noun : firm
noun : firms, fish, fisheries, fishing, fitness, fixtures, flag, flakes, flavor, flavors, flesh, flight, flights
noun : flood
noun : flooding, floor, flooring, flow, flower, flowers, fluid, fluids, foam, focus, fold, folks, followers, food
noun : foods, foot, football, foraging, force, forces, foreigner, foreigners, form, format, forms, formula, fortune
noun : forum
noun : foundation, founder, founders, fountain, fps, fraction, fracture, fragments, frame, frames, framework, fraud
noun : freedom, freeze
noun : freight, frequency, friend, friends, fries, front, fruit, fruits, frustration, fry, ft, fuel, fun, function
noun : functionality, functions, fund, fundamentalists, funding, funds, funeral, fungus, furnace, furniture, fuss
noun : future, futures, fx
noun : ga, gains, galleries, gallery, gallon, game, games, gaming, gang, gap, gaps, garage, gardens, gas
noun : gastroenteritis, gate, gates, gcp, gda, gdp, gel, gels, gem, gender, gene, generalizability, generals
noun : generation
noun : generations, generators, genes, gentleman, gentlemen, geometries, geometry, gift, gifts, ginger, giraffe
noun : girl, girlfriend, girls
noun : gis, glass, glasses, globe, glow, goal, goals, god, gods, gold, golf, goodness, goods, government
noun : governments, governor, gown, grace, grades, graduate, grain, grammar, grandma, grandmother, grant, granting
noun : grants, grape
noun : gratitude, grave, gravity, greenhouse, greeting, greetings, grf, grid, grill, grinder, grip, grit, grocery
noun : ground
noun : grounds, group, groups, growth, gtee, guaranty, guard, guardian, guards, guardsmen, guerrillas, guest, guests
noun : guidance
noun : guide, guidelines, guilds, guilt, guinea, guitar, gulf, gun, guns, guy, guys, gym, habitat, habits
noun : hair, haircut, hall, halls, ham, hammer, hamster, hamsters, hand, handful, hands, happiness, harbour, hardness
noun : hardware, harm, harmony, harness, hashtag, hassle, hatred, hats, hay, head, headaches, header, headline
noun : headlines
noun : headquarters, heads, health, hearing, hearings, heart, hearts, heat, heater, heating, heaven, heck, heel, heels
noun : height, helicopters, hell, hens, hh, hibernation, hierarchy, highlights, highway, hijackers, hiking, hill
noun : hills, hints
noun : history, hoax, hobby, holdings, hole, holes, holiday, holidays, homeland, homes, homosexuality, honesty
noun : honey, honor
noun : hoof, hopes, horror, horse, horses, hose, hospital, hospitality, hospitals, host, hosts, hotel, hotels, hotline
noun : hour, hours, house, household, households, houses, housing, hr, html, hub, hugs, humanities, humanity, humans
noun : humor, hundreds, hunger, hunt, hurry, husband, hutch, hybrid, hydrogen, ice, id, idea, ideas, ideation
noun : identification, identity, ideology, idiots, ignorance, illness, image, images, imagination, immigrants
noun : immigration, immunity, impact, impacts
noun : imperialism, implementation, implications, importance, impression, improvement, inability, incentive, inch
noun : inches, incident, incitement, income, increase
noun : incubation, independence, index, indication, individuals, industrialist, industries, industry, infections
noun : infinity, inflation, influence, info, information
noun : infrastructure, ingredients, inhabitants, initials, initiative, initiatives, injuries, injury, injustice, inn
noun : innovation, innovations, input, inquiries
noun : inquiry, insects, insight, insights, inspection, inspector, installation, instance, instinct, institutions
noun : instructions, instructor, instruments, insult
noun : insurance, insurgency, insurgents, integration, integrity, intelligence, intention, intentions, interaction
noun : interactions, interceptor, interconnect, interest, interests
noun : interface, interference, interior, interjection, internet, interpretation, interpretations, intervention
noun : interview, interviewers, interviews, intolerance, introduction, invasion
noun : inventory, inversion, investigation, investigations, investment, invitation, invoice, invoices, involvement
noun : ip, iq, iron, isda, islamist
noun : islamists, island, islands, islets, issue, issues, item, items, itinerary, iv, jack, jam, jar, jazz
noun : jeans, jelly, jerk, jet, jets, jewelry, jihad, jihadis, job, jobs, joke, jokes, journal, journalist
noun : journals, journey, joy, judge, judges, judgment, judgments, juice, junction, junk, jurisdiction
noun : jurisdictions, jury, justice
noun : justification, kaoshikii, kevalam, keys, kg, kick, kid, kidney, kids, killers, kilometers, kilometres, kind
noun : kinds
noun : kinematics, king, kitchen, kitten, kittens, kitty, km, knee, knees, knife, knowledge, lab, label, labels
noun : labor, labour, lack, ladies, lady, lamp, land, landing, lands, landscape, lanes, language, languages, lantern
noun : lanterns, lap, laptop, laser, launch, laundry, law, laws, lawyer, lawyers, layer, layers, layout, lbs
noun : leader, leaders, leadership, league, learning, lease, leash, lectures, leg, legacy, legend, legislation
noun : legislature, legitimacy
noun : legs, leisure, lemon, length, lens, lesion, lesson, lessons, letter, letters, lettuce, level, levels, leverage
noun : liberation, liberty, license, licenses, lies, lieutenant, life, lifeboats, lifestyle, lifetime, ligaments
noun : light, lighting, lights
noun : limb, limbs, limitations, line, lineatus, lines, linguistics, link, links, lions, lip, lipstick, lipsticks, liq
noun : liquid, liquidation, list, listings, lists, literature, litter, lives, living, llc, load, loading, loads, loan
noun : lobby, lobster, loc, locals, location, locations, lock, locomotion, lodge, lodging, logic, logo, loi, lookout
noun : loop, loss, losses, lot, lots, lottery, lover, lovers, loyalty, lube, luck, luna, lunch, luv
noun : lyrics, mac, machine, machines, magazine, magazines, magic, magician, magicians, magnitude, maids, mail
noun : mailing, mailings
noun : mainland, maintenance, maize, majority, maker, makeup, male, males, malls, mama, man, management, manager
noun : managers
noun : mankind, manner, manners, mantra, manual, manufacturer, manufacturing, manuscript, map, maps, mare, mark
noun : markers, market
noun : marketers, marketing, markets, marks, marriage, marriages, martyrs, mary, mask, mass, massage, master, match
noun : material
noun : materials, math, mathematician, mathematics, matter, matters, max, mayor, mba, meal, meals, meaning, meanings
noun : meantime
noun : measure, measurements, measures, meat, mechanic, mechanics, mechanism, med, medal, media, median, mediation
noun : medicine, meditation
noun : meeting, meetings, megawatt, melting, member, members, membership, memo, memorial, memories, memory, men
noun : menu, merchant
noun : mercury, merit, merits, mermaid, mess, message, messages, metal, metascience, meter, metering, meters, method
noun : methodology
noun : methods, mezza, mice, microns, microscope, microwave, midnight, midst, midterms, migrant, migrants, migration
noun : mile, miles
noun : militants, militias, milk, millions, mills, min, mind, minds, mindset, minerals, mines, minister, minority
noun : mins
noun : minute, minutes, miracle, mirror, misconception, missile, missiles, mission, missions, mistake, mistakes
noun : misunderstanding, mma, mmbtu
noun : mode, model, modeling, models, modem, modernity, modification, moisture, mold, mom, moment, moments
noun : monasteries, monastery
noun : money, monk, monkey, monks, monopoly, month, months, moon, moors, mop, morality, morning, mornings, morphology
noun : mosque, mosques, motel, mother, mothers, motion, motivation, motive, motives, motor, motorist, motto
noun : mountain, mountains
noun : mouse, mouth, movement, movements, moves, movie, movies, mud, municipalities, murder, murderer, murderers
noun : murders, muscle
noun : muscles, museum, museums, music, musician, musicians, mutants, mutation, mysteries, mystery, nail, nails, nam
noun : name
noun : names, nano, nation, nationalities, nations, natives, nature, navy, necessity, neck, negotiation
noun : negotiations, neighbor, neighborhood
noun : neighborhoods, neighbors, neighbourhood, neighbours, neologism, nephew, nerve, nest, net, network, networks
noun : neuro, neuroscience, news
noun : newspaper, newspapers, nickname, night, nightclubs, nightlife, nightmare, nights, noise, nomination, nonsense
noun : noon, norms, northeast
noun : nose, noses, notch, note, notepad, notes, notice, notification, notion, notions, novel, number, numbers, oak
noun : obedience, object, objections, objectives, objects, obligation, observation, observations, observers
noun : obsession, obsf, occasion, occasions, occupation
noun : ocean, office, officer, officers, offices, officials, offspring, oil, olds, ones, operation, operations
noun : operative, operator
noun : operators, opinion, opinions, opponents, opportunities, opportunity, opposition, ops, option, optionality
noun : options, orbit, orchestra, order
noun : orders, organization, organizations, orientation, origin, origins, others, outcome, outcomes, outfit, outfits
noun : outlets, outliers, outro
noun : overcharges, overflow, overthrow, overtures, overview, owner, owners, ownership, ozone, pace, pack, package
noun : packages, pact
noun : page, pager, pages, pain, pains, paint, painter, painting, paintings, pair, pairs, palace, palate, palette
noun : palm, pan, panel, panic, pants, paper, papers, paperwork, paradise, paragraph, parakeet, parakeets
noun : parameters, parent
noun : parents, park, parking, parks, parliament, parole, part, participant, participants, participation, particle
noun : particles, parties, partner
noun : partners, partnership, partnerships, parts, party, passage, passages, passcode, passenger, passengers
noun : passion, passport, password, pasta
noun : pastor, pasture, path, paths, patience, patient, patients, patron, patrons, pattern, patterns, payers
noun : payment, payments
noun : payroll, pdt, peace, peacekeepers, peacekeeping, peak, pedicure, peer, pen, penalty, pencil, peninsula, penny
noun : people
noun : peoples, pepper, percent, percentage, percentile, percentiles, perception, perceptions, perfection
noun : performance, performances, period, periods, permission
noun : permit, peroxide, perseverance, person, personality, persons, perspective, pet, petroleum, pets, pewter
noun : phase, phd, phenomenon
noun : philosopher, philosophers, philosophy, pho, phone, phones, photo, photograph, photographer, photographers
noun : photographs, photography, photos, phrase
noun : physician, picture, pictures, pie, piece, pieces, pig, pigs, pile, pilgrimage, pilgrims, pillars, pilot, pilots
noun : pin, pinkies, pinky, pioneer, pioneers, pipe, pipeline, pixel, pizza, place, places, plaintiffs, plan, plane
noun : planes, planet, plans, plant, plants, plaster, plastic, plate, plateau, plates, platform, platter, player
noun : players
noun : pleasure, pledge, plenty, plot, pm, poa, pocket, podcast, poem, poems, poet, poetry, point, points
noun : poison, polaroids, police, policies, policing, policy, politician, politicians, politics, poll, pollution
noun : pool, pools, pop
noun : popularity, population, populations, popup, pork, port, portion, portions, portrait, ports, poses, position
noun : positions, possession
noun : possessions, possibilities, possibility, poster, posters, posting, posts, posture, pot, potato, potty, pounds
noun : poverty, power
noun : practice, practices, praise, prayer, prc, precedent, predators, preference, pregnancy, premise, premium
noun : preorder, preparation, preparedness
noun : presence, presentation, presents, president, press, pressure, pressures, prestige, pretense, price, prices
noun : pricing, pride, priest
noun : principle, principles, printing, prints, priorities, priority, prison, prisoner, prisoners, privacy, prize
noun : probability, problem, problems
noun : procedure, procedures, proceeding, proceedings, process, processes, processing, processor, producer
noun : producers, product, production, productivity, products
noun : profession, professionalism, professionals, professor, professors, profile, profit, profits, program
noun : programme, programmes, programming, programs, progress
noun : project, projects, prominence, promise, promises, promotion, pronunciation, proof, propaganda, propane
noun : properties, property, proponents, proposal
noun : proposals, pros, prosecution, prosecutors, prospect, prosperity, protection, protein, protest, protests
noun : protocol, prototype, prototypes, provider
noun : providers, province, provision, provisions, provocation, proxy, ps, pseudonym, psychology, pub, publication
noun : publications, publishers, pump
noun : punishment, pup, puppet, puppets, puppy, purpose, purposes, pursuit, puts, pyramid, python, qualifications
noun : quality, quantity
noun : quarter, quartile, quartiles, queen, queso, quest, question, questionnaire, questions, quiz, quo, quote
noun : quotes, rabbit
noun : rabbits, race, racing, racism, radiation, radicals, radio, rail, rain, rally, ramifications, range, ranger
noun : ranges
noun : rank, rape, rat, rate, rates, rating, rats, rays, rbi, reaction, reactions, reader, readers, realism
noun : realists, reality, reason, reasons, rebels, receipt, reception, receptionist, recipient, recipients
noun : recognition, recommendation, recommendations, reconciliation
noun : reconciling, record, recorder, recording, recordings, records, recovery, recruiting, recruitment, reduction
noun : reference, references, reflection, reforms
noun : refugee, refugees, refund, refunds, regard, regards, regime, regimes, region, regions, registration
noun : regulation, regulations, rein
noun : reins, reintroduction, rejection, relation, relations, relationship, relationships, relatives, relativism
noun : release, relevance, reliability, relief, religion
noun : religions, remainder, remarks, remedies, reminder, removal, rep, repair, repairs, repetition, replacement
noun : replication, reply, report
noun : reporter, reporters, reports, representation, representative, representatives, reproducibility, reproduction
noun : reptile, republic, reputation, request, requests, requirement
noun : requirements, rescue, research, researchers, reservation, reserve, reserves, residence, resident, residents
noun : resilience, resistance, resolution, resolutions
noun : resort, resource, resources, respect, respects, response, responses, responsibilities, responsibility, rest
noun : restaurant, restaurants, resting, restrictions
noun : result, results, resume, retail, retention, retirement, retraction, retreat, retrieval, return, revenue
noun : revenues, reversal, review
noun : reviewer, reviewers, reviews, revision, revisions, revival, revolution, reward, rewards, rgds, rice, ride
noun : rider, riders
noun : rides, riding, rights, ring, rip, rise, risk, risks, river, road, roads, roadside, robot, robotics
noun : robots, rock, rocket, rocks, rodents, role, roles, roll, rolls, rom, romance, roms, roof, room
noun : rooms, roosters, root, rotation, roughness, rounds, route, routes, routine, row, rubber, rubble, rudeness, rule
noun : rulers, rules, ruling, rum, rumor, sacrifice, sacrifices, saddle, safety, sake, salad, salads, salaries, salary
noun : sale, sales, salesman, salinity, salon, salsa, salt, salvation, sample, samples, sampling, sand, sandwich
noun : sandwiches
noun : santorum, sap, satellite, satisfaction, sauce, saviour, scale, scam, scammers, scenario, scene, scenery
noun : scenes, scent
noun : schedule, scholars, scholarship, school, schooling, schools, sci, science, scientist, scientists, scientology
noun : scope, score, scores
noun : scoring, scrap, scratch, screen, screw, screws, sculpture, sea, seal, search, seas, season, seasons, seat
noun : seats, seconds, secretary, sect, section, sections, sector, sectors, security, seed, seekers, segment
noun : selection, self
noun : seller, semantics, semester, senator, sender, sensation, sense, senses, sensing, sensitivity, sensor
noun : sentence, sentences, sentiment
noun : separation, sequences, series, serpent, server, service, services, sesame, session, setoff, settlement
noun : settlements, settlers, setup
noun : sex, shade, shadow, shame, shape, shares, sheds, sheet, sheik, shelf, shell, shells, shelter, shepherd
noun : sheriff, shift, shifting, shine, ship, shipment, shippers, shipping, ships, shirt, shirts, shit, shock, shoe
noun : shoes, shop, shopping, shops, shore, shorts, shot, shots, shoulder, shower, shrimp, shuttle, si, side
noun : sides, siege, sight, sights, sign, signal, signature, significance, signing, signoff, signs, silk, silkie
noun : silkies
noun : similarities, sin, singer, sinking, sinus, sir, sister, site, sites, situation, situations, size, skies, skill
noun : skills, skimmer, skin, skirts, sky, slave, slavery, slaves, sleep, sleeping, slice, slices, slide, slides
noun : slip, smoke, smoking, smuggling, snack, snake, snakes, snap, snow, societies, society, soda, software, soil
noun : soldier, soldiers, solution, solutions, solving, son, song, songs, sonnets, sons, sort, sorts, soul, souls
noun : sound, soup, source, sources, south, southeast, sovereignty, soybean, spa, space, spacecraft, spacetime, span
noun : speaker
noun : specialist, specialists, specials, species, specifications, specimens, speculation, speech, speed, spelling
noun : spice, spikes, spin, spine
noun : spirit, spite, spokesman, spoon, spore, spores, sport, sports, spot, spots, spray, spreadsheet, spring, springs
noun : squadrons, squares, ss, sss, stability, stabilization, stadium, staff, stage, stages, stairs, stalls, stamp
noun : stampede
noun : standards, staple, star, stars, state, statement, statements, states, station, stationery, statistics, statue
noun : status, statute
noun : stays, steak, steam, steel, step, steps, stimuli, stipulation, stock, stomach, stone, stops, storage, store
noun : stores, stories, storm, story, strain, stranger, strategies, strategy, stream, streams, street, streets
noun : strength, stress
noun : stretch, strike, strikes, strings, structure, structures, struggle, student, students, studies, studio, study
noun : stuff, style
noun : styler, styles, styling, subject, subjects, submarine, submarines, subpoenas, substantiation, suburbs, subway
noun : success, successor, suffering
noun : sugar, suggestion, suggestions, suicide, suit, suite, sum, summaries, summary, summer, summit, sump, sun
noun : sunburn
noun : superiority, supplier, supplies, supply, support, supporter, supporters, surface, surge, surgeon, surgeons
noun : surgery, surplus, surprise
noun : surprises, surroundings, surveillance, survey, surveys, survival, survivors, sushi, suspension, suspicion
noun : sussex, sut, suv, swap
noun : swearing, swing, switch, symbol, symbols, sympathizers, sympathy, symptoms, syntax, system, systems, table
noun : tables, tablet
noun : tablets, tactic, tactics, tag, tail, talent, talks, tank, tanks, tap, tape, target, targets, tariff
noun : task, tasks, taste, tasting, tattoo, tax, taxes, taxi, tea, teacher, teachers, teaching, team, teams
noun : tears, technician, technique, techniques, technologies, technology, teeth, tel, telescope, television
noun : temperature, temperatures, temple, temples
noun : tempura, tennis, tens, tension, tensions, tent, term, termination, terms, terrain, territories, territory
noun : terror, terrorism
noun : terrorists, test, testament, testimony, testing, tests, text, textile, texts, thanks, thanx, theater, theatre
noun : theft
noun : theme, themes, theories, theory, therapist, therapy, theropods, thing, things, thirds, thoughts, thousands
noun : thread, threat
noun : threats, threshold, throat, thx, ticket, tickets, ties, tile, time, times, timing, tints, tip, tips
noun : tire, tires, title, titles, toe, toes, toll, ton, tons, tool, tools, top, topic, topics
noun : torch, touch, tour, tourism, tourist, tourists, tournament, tours, tower, towing, town, towns, toys, track
noun : tracking, tracks, tractor, trade, trader, traders, trades, trading, tradition, traditions, traffic
noun : trafficking, tragedy, trail
noun : trails, train, trainer, training, transaction, transactions, transfer, transit, transition, translation
noun : transmedia, transport, transportation, trap
noun : trash, trauma, travel, traveler, travelers, travellers, treatise, treatment, treatments, treats, treaty, tree
noun : trees, trend
noun : trends, trespass, trial, tribe, tribes, trick, tricks, trip, trips, troops, trot, trouble, troubles, truck
noun : trustee, truth, truths, tsar, tube, tumor, tuna, turbine, turkey, turnout, tv, twist, type, types
noun : uncertainty, uncle, understanding, unemployment, uniform, uniformity, uniforms, union, unit, units, unity
noun : universe, universities, university
noun : uno, update, updates, upgrade, uprising, ups, urine, usage, usb, user, users, utilities, utility, uv
noun : uva, uvb, vacation, vacuum, validity, valley, valuation, value, values, van, variability, variation, variety
noun : vegetable
noun : veggies, vehicle, vehicles, velocity, vendors, venture, verb, verdict, version, versions, vessel, vests, vet
noun : veterans
noun : vets, viability, vice, victim, victims, victory, video, videos, view, viewers, viewpoints, views, village
noun : vintage
noun : violation, violence, virus, visa, visas, vision, visitor, visitors, visits, visualization, vlog, voice
noun : voicemail, void
noun : volatilities, volume, volumes, volunteer, volunteers, vote, voters, votes, voting, wage, wai, waiter
noun : waitress, wake
noun : wall, wallet, walls, walnut, wang, wangs, war, warehouse, warfare, warming, warmth, warning, warranty, wars
noun : waste, water, waterfalls, waters, wave, wax, way, ways, wealth, weapon, weapons, weather, web, website
noun : websites, wedding, week, weekend, weekends, weeks, weight, welfare, wheat, wheel, wheelchair, wheels
noun : whereabouts, width
noun : wife, wiki, wildlife, willingness, willow, wind, window, windows, winds, wine, wines, wing, wings, wink
noun : winner, winter, winters, wire, wisdom, wishes, wit, witness, wives, wobblers, wolf, wolves, woman, women
noun : wood, word, wording, words, work, worker, workers, workforce, workmanship, workout, works, workshop
noun : workshops, world
noun : worlds, worms, worries, worship, worshippers, wounds, wrapping, writer, writers, writings, year, years
noun : yields, yoga
noun : youth, zeitgeist, zinc, zone, zoo, zoom
plural ache : aches
plural aircraft : aircraft
plural alga : algae
plural alumnus : alumni
plural analysis : analyses
plural antipasto : antipasti
plural appendix : appendices
plural arrears : arrears
plural auspices : auspices
plural avalanche : avalanches
plural axis : axes
plural axle : axles
plural bacterium : bacteria
plural barracks : barracks
plural base : bases
plural bias : biases
plural billiards : billiards
plural bison : bison
plural bonus : bonuses
plural bruise : bruises
plural budgie : budgies
plural buffalo : buffaloes
plural bus : buses
plural cache : caches
plural cactus : cacti
plural calf : calves
plural calorie : calories
plural campus : campuses
plural cargo : cargoes
plural case : cases
plural cattle : cattle
plural cause : causes
plural census : censuses
plural child : children
plural chorus : choruses
plural circus : circuses
plural clause : clauses
plural clergy : clergy
plural clothes : clothes
plural codex : codices
plural confines : confines
plural contents : contents
plural cookie : cookies
plural corpus : corpora
plural countryman : countrymen
plural course : courses
plural craftsman : craftsmen
plural crisis : crises
plural criterion : criteria
plural crossroads : crossroads
plural cruise : cruises
plural data : data
plural database : databases
plural dead : dead
plural decrease : decreases
plural deer : deer
plural degu : degus
plural deli : delis
plural diagnosis : diagnoses
plural disease : diseases
plural dose : doses
plural eatables : eatables
plural echo : echoes
plural economics : economics
plural eighties : eighties
plural electronics : electronics
plural elf : elves
plural embargo : embargoes
plural enterprise : enterprises
plural exercise : exercises
plural expense : expenses
plural finances : finances
plural fish : fish
plural fisherman : fishermen
plural foot : feet
plural fungus : fungi
plural furnishings : furnishings
plural gas : gases
plural genetics : genetics
plural genital : genitalia
plural genitals : genitals
plural gentleman : gentlemen
plural geopolitics : geopolitics
plural glass : glasses
plural goods : goods
plural goose : geese
plural grandchild : grandchildren
plural gross : gross
plural ground : grounds
plural guardsman : guardsmen
plural gunman : gunmen
plural hackles : hackles
plural half : halves
plural headache : headaches
plural headquarters : headquarters
plural hero : heroes
plural hippie : hippies
plural hoof : hooves
plural horse : horses
plural house : houses
plural hypothesis : hypotheses
plural increase : increases
plural index : indices
plural injured : injured
plural jeans : jeans
plural jihadi : jihadis
plural kiddie : kiddies
plural knife : knives
plural leaf : leaves
plural lease : leases
plural lens : lenses
plural licence : licences
plural license : licenses
plural lie : lies
plural life : lives
plural livestock : livestock
plural loaf : loaves
plural man : men
plural manners : manners
plural matrix : matrices
plural means : means
plural medium : media
plural money : monies
plural moose : moose
plural mosquito : mosquitoes
plural mother : 
plural mouse : mice
plural movie : movies
plural nazi : nazis
plural newbie : newbies
plural niche : niches
plural nose : noses
plural nucleus : nuclei
plural nurse : nurses
plural oasis : oases
plural offspring : offspring
plural other : others
plural ox : oxen
plural pants : pants
plural parenthesis : parentheses
plural passerby : passersby
plural person : people, persons, ppl
plural personnel : personnel
plural phase : phases
plural phenomenon : phenomena
plural phrase : phrases
plural pie : pies
plural pinkie : pinkies
plural police : police
plural policeman : policemen
plural politics : politics
plural potato : potatoes
plural poultry : poultry
plural premise : premises
plural proceeding : proceedings
plural promise : promises
plural purchase : purchases
plural purpose : purposes
plural quiz : quizzes
plural radius : radii
plural rbi : rbis
plural regards : regards
plural release : releases
plural remains : remains
plural response : responses
plural rookie : rookies
plural rose : roses
plural salmon : salmon
plural saving : savings
plural scarf : scarves
plural schoolchild : schoolchildren
plural scissors : scissors
plural self : selves
plural selfie : selfies
plural series : series
plural sheep : sheep
plural shelf : shelves
plural shoe : shoes
plural shrimp : shrimp
plural sinus : sinuses
plural sixties : sixties
plural spacecraft : spacecraft
plural species : species
plural specifics : specifics
plural spouse : spouses
plural stadium : stadia
plural staff : staff
plural status : statuses
plural stimulus : stimuli
plural sunglasses : sunglasses
plural superhero : superheroes
plural supply : supplies
plural surplus : surpluses
plural surroundings : surroundings
plural swine : swine
plural syllabus : syllabi
plural synthesis : syntheses
plural syringe : syringes
plural thesis : theses
plural thief : thieves
plural tie : ties
plural toe : toes
plural tomato : tomatoes
plural tooth : teeth
plural tornado : tornadoes
plural torpedo : torpedoes
plural troop : troops
plural trousers : trousers
plural trout : trout
plural twenties : twenties
plural unemployed : unemployed
plural universe : universes
plural verse : verses
plural vertex : vertices
plural veto : vetoes
plural virus : viruses
plural volcano : volcanoes
plural walrus : walruses
plural warehouse : warehouses
plural wharf : wharves
plural whereabouts : whereabouts
plural wife : wives
plural wiki : wikis
plural wolf : wolves
plural woman : women
plural works : works
plural wounded : wounded
plural youth : youth
plural zombie : zombies
singular : news, politics, economics, physics, mathematics, athletics, gymnastics, ethics, lens, atlas, canvas
singular : christmas, texas, arkansas, kansas, paris, gas, bus, plus, yes, always, perhaps, us, this, his, its, is
singular : was, has, does, as, athens, james, charles, thomas, jesus, dallas, diabetes, measles, rabies, chess
singular : business, process, access, success, illness, loss, boss, class, mass, pass, press, stress, address
singular : congress, progress, bias, alias, pancreas, ibis, iris, pelvis, tennis, mars, venus, wales, philippines
singular : headquarters, towards, afterwards, upwards, downwards, besides, overseas, whereas, versus, across, unless
singular : thus, bonus, campus, virus, census, chorus, focus, status, radius, surplus, genius, bus, minus, corpus
singular : sometimes, indoors, outdoors, ours, theirs, yours, hers, others, corps, previous, thanks, various
singular : serious, famous, religious, dangerous, numerous, obvious, nervous, enormous, generous, consecutive, less
singular : regardless, nonetheless, nevertheless, doubtless
