"""Rows on the edges, added to the tiny dataset: terms without first or last day, links over several terms, days before a term and after it."""

MORE = {
    "chairmanships": [
        "kz-2001,KAZ,Kazakhstan 2001,,2001-06-15,Astana,2001-06-15,day,4,,",
        "mn-2024,MNG,Mongolia 2024-2025,2024-07-04,2025-07-01,Ulaanbaatar,2025-07-01,day,5,,",
        "in-2025,IND,India 2025-2026,2025-07-01,,Delhi,2026-01-01,year,6,,",
        "kz-2024,KAZ,Kazakhstan 2024,2024-07-04,2024-07-04,Astana,2024-07-04,day,7,,",
    ],
    "priorities": [
        "kz01-films,kz-2001,culture,Films,First.,goal,President,2001-06-01,month,adopted,2001-06-15,day,,,,",
        "kz16-films,kz-2016,culture,Films,Again.,goal,President,,month,realised,2017-01-01,year,,,kz01-films,",
        "kz23-films,kz-2023,security,Films,Again.,goal,President,2024-02-01,month,not achieved,,,,,kz16-films,",
        "kz23-abacus,kz-2023,culture,Abacus,New.,goal,President,2024-02-01,day,no evidence found,,,,,kz01-films,",
        "mn24-films,mn-2024,culture,Films,Again.,goal,President,2024-07-04,day,no evidence found,,,,,kz23-films,",
        "mn24-films-b,mn-2024,economy,Films of another kind,Again.,goal,President,2024-07-04,day,in progress,,,,,kz23-films,",
        "mn24-trade,mn-2024,economy,Third programme,New.,goal,President,2024-12-31,day,in progress,,,,,kz23-trade,",
        "mn24-plan,mn-2024,economy,Plan,New.,goal,President,2024-12-31,day,adopted,2025-01-01,day,,,,",
        "mn24-plan-b,mn-2024,economy,Plan,New.,goal,President,2024-12-31,day,adopted,2025-01-01,day,,,mn24-plan,",
        "kz24-plan,kz-2024,economy,Plan,New.,goal,President,2024-07-04,day,not achieved,,,,,mn24-plan,",
    ],
    "events": [
        "ev-2024-day,mn-2024,Day,ceremony,2024-07-04,,day,,culture,held,",
        "ev-2024-eve,mn-2024,Eve,ceremony,2024-12-31,,day,,culture,held,",
        "ev-2024-eve-b,mn-2024,Another eve,ceremony,2024-12-31,,day,,economy,held,",
        "ev-2024-eve-c,mn-2024,Third eve,ceremony,2024-12-01,,month,,economy,held,",
        "ev-2024-eve-d,mn-2024,Fourth eve,ceremony,2024-12-02,,day,,economy,announced,",
        "ev-2024-none,mn-2024,No day,ceremony,,,day,,economy,held,",
        "ev-2025-fair,in-2025,Fair,fair,2025-07-01,,day,,economy,held,",
        "ev-2026-fair,in-2025,Fair,fair,2026-01-31,,day,,security,announced,",
        "ev-2017-late,kz-2016,Late,fair,2017-06-30,,day,,security,held,",
        "ev-2017-later,kz-2016,Later,fair,2017-08-01,,day,,security,held,",
        "ev-2016-early,kz-2016,Early,fair,2016-06-01,,month,,security,held,",
        "ev-2001,kz-2001,Founding,fair,2001-06-14,,day,,security,held,",
    ],
    "documents": [
        "2025-roadmap,Roadmap,roadmap,chs,2025-01-01,day,,,mn-2024,culture,,,signed,political,,,true,",
        "2025-roadmap-b,Roadmap,roadmap,chg,2025-01-01,day,,,mn-2024,economy,,,signed,treaty,,,true,",
        "2025-roadmap-c,Roadmap,roadmap,chg,2025-02-01,month,,,mn-2024,economy,,,signed,treaty,,,true,",
        "2025-roadmap-d,Roadmap,action plan,secretariat,2025-02-02,day,,,mn-2024,economy,,,signed,treaty,,,false,Not counted.",
        "2025-none,Roadmap,action plan,secretariat,,day,,,mn-2024,economy,,,signed,treaty,,,true,",
        "2024-roadmap,Roadmap,roadmap,chs,2024-07-03,day,,,kz-2023,security,,,signed,political,,,true,",
        "2001-declaration,Declaration,declaration,chs,2001-06-15,day,,,kz-2001,security,,,signed,political,,,true,",
        "2025-protocol,Protocol,protocol,chs,2025-07-02,day,,,in-2025,security,,,signed,treaty,,,true,",
    ],
    "meetings": ["chs-2025,chs,9,2025-07-01,,day,,mn-2024,Summit,", "chg-2025,chg,9,,,year,,in-2025,Council,"],
}
DONE = [line.partition(",")[0] for line in MORE["priorities"] if ",adopted," in line or ",realised," in line]
MORE["evidence"] = [f"priorities,{name},outcome,official-2024,item {place}," for place, name in enumerate(DONE, start=10)]
