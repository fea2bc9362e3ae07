# Words that tell the time of a clause: a bare "Friday" lies after the document with `will`, before it with `was`.
# Other words in -ed are taken for the past.

will : will, 'll, ’ll, shall, wo, going, upcoming, scheduled, expected, due, planned, plan, plans, planning, intends, intend, slated, set, hopes, coming, begins, starts, opens, expects, expect, prepares, preparing, forecast, aims, awaits, pending, expires, deadline, tentatively, may, might, would, should, payable
was : said, told, was, were, had, did, became, began, came, won, lost, met, made, took, went, saw, rose, fell, sold, held, led, got, gave, found, left, kept, sent, broke, hit, ran, spoke, wrote, stood, thought, brought, bought, built, caught, drew, drove, fought, flew, grew, heard, knew, paid, shot, slid, sank, struck, swept, threw, understood, withdrew, wore, has, have, been, late, says, shut, dealt, fled, fed, drank, hung, laid, lay, rode, rang, sang, sat, spent, stole, stuck, sought, taught, tore, woke
