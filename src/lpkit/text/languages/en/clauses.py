"""Words that join, hedge and help in English clauses, of which the lists of frames are made."""

from lpkit.text.languages.listing import listed

ENDS = listed(". ? ;")
PAUSES = listed(". ? ; ,")
SUBJECTS = listed("i we he she they you it")
NEGATIVE = listed("not n't never no nobody none nothing neither nor without hardly barely rarely cannot")
MODAL = listed("would could might should may must will 'll ca wo")
JOINS = listed(
    "and but or so because since as while when whenever after before until till if unless whether although though yet"
)
SUPPOSING = listed(
    "if unless whether suppose supposing imagine would could might should lest before wait waiting waited instead "
    "rather without"
)
QUALIFIERS = listed(
    "also all both just simply really actually finally eventually then now once again already even still soon later "
    "first quickly quietly kindly politely explicitly directly personally specifically promptly immediately initially "
    "originally casually basically only always often usually collectively jointly together unanimously gradually "
    "rather quite very so probably clearly obviously frankly honestly merely suddenly recently generally mostly almost "
    "practically ever yet certainly definitely absolutely deliberately intentionally silently secretly discreetly "
    "simultaneously formally officially verbally privately expressly subsequently thereupon 's ever myself "
    "kind sort of pretty well totally completely entirely"
)
AUXILIARIES = listed(
    "has have had having 'd 've been being was were is are am be did do does get got getting gotten 's 're 'm"
)
TELLING = listed(
    "said says say saying wrote writes write mailed emailed claimed claims claim complained complains complain "
    "insisted insists argued argues told tells thought thinks felt feels believed believes heard shouted joked replied "
    "answered warned reads texted posted commented suspected assumed"
)
OTHERS = listed(
    "he she they somebody someone colleague colleagues teammate teammates coworker coworkers vendor supplier "
    "predecessor successor contractor developer engineer tester"
)
CONTRASTS = listed("but yet still however though although nevertheless nonetheless except")
LATER = listed("later afterwards afterward subsequently since thanked congratulated")
