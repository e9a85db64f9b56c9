"""Rows on the edges, added to the tiny dataset: terms without first or last day, chains of links, dates of every precision, many speakers."""

SPEAKERS = [f"Minister {letter}" for letter in "MLKJIHGFEDCBA"]
MORE = {
    "chairmanships": [
        "kz-2001,KAZ,Kazakhstan 2001,,2001-06-15,Astana,2001-06-15,day,4,,",
        "mn-2024,MNG,Mongolia 2024-2025,2024-07-04,2025-07-01,Ulaanbaatar,2025-07-01,day,5,,",
        "in-2025,IND,India 2025-2026,2025-07-01,,Delhi,2026-01-01,year,6,,",
    ],
    "priorities": [
        "kz01-trade,kz-2001,economy,Trade programme,First.,reform,President,,year,not achieved,,,,,,",
        "kz01-plan,kz-2001,economy,Plan,First.,reform,President,2001-06-01,day,not achieved,,,,,,",
        "kz01-films,kz-2001,culture,Films,First.,goal,President,2001-06-01,month,in progress,2001-06-15,day,,,,",
        "kz16-films,kz-2016,culture,Films,Again.,goal,Minister A; Minister B,2016-12-01,month,adopted,2017-01-01,year,2017-communique,,kz01-films,",
        "kz23-films,kz-2023,culture,Films,Again.,partnership,Minister A; Minister A,2024-02-01,month,realised,2024-02-01,month,,ev-2024-ministers,kz16-films,",
        "kz23-books,kz-2023,culture,Books,New.,reform,Minister B,2023-01-01,year,in progress,2024-02-29,day,,,kz01-films,",
        "kz23-abacus,kz-2023,culture,Abacus,New.,reform,Minister B,2023-12-31,day,in progress,2024-01-01,day,,,kz01-films,",
        "mn24-films,mn-2024,security,Films,Again.,goal,President; Foreign Minister,2024-07-04,day,no evidence found,,,,,kz23-films,",
        "mn24-trade,mn-2024,economy,Third programme,New.,document proposal,President,2024-12-31,day,in progress,2025-01-01,year,,,kz23-trade,",
        "mn24-trade-b,mn-2024,economy,Third programme,New.,document proposal,President,2025-01-01,day,adopted,2025-06-30,day,,ev-2024-year,kz23-trade,",
        "mn24-trade-c,mn-2024,economy,Second programme,New.,reform,Foreign Minister,2025-01-01,year,realised,2025-01-01,day,2018-trade-programme,,kz16-trade,",
        *(
            f"mn24-{place:02d},mn-2024,security,Plan {place % 3},New.,event plan,{speaker}; {SPEAKERS[place - 1]},2024-08-{place + 1:02d},day,not achieved,,,,,,"
            for place, speaker in enumerate(SPEAKERS)
        ),
        *(
            f"mn25-{place:02d},mn-2024,economy,Plan,New.,institution proposal,{speaker},2025-03-01,day,realised,2025-03-{place + 1:02d},day,,,,"
            for place, speaker in enumerate(SPEAKERS[2:])
        ),
    ],
}
DONE = [line.partition(",")[0] for line in MORE["priorities"] if ",adopted," in line or ",realised," in line]
MORE["evidence"] = [f"priorities,{name},outcome,official-2024,item {place}," for place, name in enumerate(DONE, start=10)]
