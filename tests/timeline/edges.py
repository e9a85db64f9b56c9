"""Rows on the edges, added to the tiny dataset: terms without first or last day, days at both ends of a term, dates of every precision, records that last."""

MORE = {
    "bodies": ["mfa,Council of Foreign Ministers,ministerial"],
    "chairmanships": [
        "kz-2001,KAZ,Kazakhstan 2001,,2001-06-15,Astana,2001-06-15,day,4,,",
        "cn-2019,CHN,China 2019-2020,2019-07-01,2020-07-01,Beijing,2020-07-01,day,5,,",
        "kz-2024,KAZ,Kazakhstan 2024-2025,2024-07-04,,Astana,2025-07-01,day,6,,",
        "cn-2025,CHN,China 2025-2026,2025-07-01,,Beijing,2026-07-01,day,7,,",
    ],
    "meetings": [
        "mfa-2020,mfa,4,2020-02-01,2020-02-02,day,Beijing,cn-2019,Ministers in winter,",
        "mfa-elsewhere,mfa,5,2020-03-01,,day,Beijing,cn-2019,Ministers in spring,",
        "mfa-month,mfa,6,2020-04-01,,month,Beijing,cn-2019,Ministers in April,",
        "mfa-twice,mfa,7,2020-05-04,2020-05-05,day,Beijing,cn-2019,Ministers in May,",
        "chs-ahead,chs,8,2027-05-04,2027-05-05,day,Beijing,cn-2025,Summit to come,",
        "chs-nowhere,chs,9,2020-06-04,,day,,cn-2019,Summit without a place,",
        "mfa-2019,mfa,1,2019-07-01,2019-07-02,day,Beijing,cn-2019,Ministers in Beijing,",
        "mfa-2001,mfa,2,2001-02-01,,month,Astana,kz-2001,Ministers in Astana,",
        "mfa-none,mfa,3,,,day,Astana,,Ministers without a day,",
    ],
    "events": [
        "ev-mfa-2020,cn-2019,Ministers meet,ministerial meeting,2020-02-01,2020-02-02,day,Beijing,security,announced,",
        "ev-elsewhere,cn-2019,Ministers in spring,ministerial meeting,2020-03-01,,day,Shanghai,security,held,",
        "ev-april,cn-2019,Ministers in April,ministerial meeting,2020-04-01,,month,Beijing,culture,held,",
        "ev-twice,cn-2019,Ministers in May,ministerial meeting,2020-05-04,2020-05-05,day,Beijing,security,held,",
        "ev-other,cn-2019,Fair,fair,2020-05-05,,day,Beijing,security,held,",
        "ev-nowhere,cn-2019,Summit,summit,2020-06-04,2020-06-04,day,,security,held,",
        "ev-twice-b,cn-2019,Reception,consultation,2020-05-04,2020-05-05,day,Beijing,security,held,",
        "ev-span,cn-2019,Year of culture,cultural event,2019-06-20,2020-07-10,day,Beijing,culture,held,",
        "ev-quarter,kz-2024,Road show,conference,2024-09-30,2024-10-01,day,Astana,economy,announced,",
        "ev-quarter-b,kz-2023,Road show,cultural event,2024-09-30,2024-10-01,day,Astana,culture,announced,",
        "ev-month,kz-2024,Week,conference,2024-08-01,,month,Astana,economy,held,",
        *(f"ev-same-{place},kz-2024,Same day {4 - place},{('conference', 'festival')[place % 2]},2024-11-05,,day,Astana,economy,held," for place in range(4)),
        *(f"ev-days-{place:02d},kz-2024,Day {place},conference,2025-0{place % 9 + 1}-{place + 1:02d},,day,Astana,economy,held," for place in range(24)),
    ],
    "documents": [
        "doc-first,First text,agreement,chs,2001-06-15,day,Astana,,kz-2001,security,,,signed,treaty,,,true,",
        "doc-last,Last text,agreement,chs,2025-12-31,day,Astana,,kz-2024,security,,,signed,treaty,,,true,",
        "doc-edge,Edge text,agreement,chs,2024-07-04,day,Astana,,,security,,,signed,political,,,true,",
    ],
    "evidence": ["events,ev-twice-b,corroboration,news-2017,para 3,"],
    "membership_steps": [
        "mng-path-2019,MNG,dialogue partner,application,2019-07-01,day,false,",
        "mng-path-2020,MNG,dialogue partner,application,2020-01-01,year,false,",
        "mng-path-2024,MNG,dialogue partner,application,2024-07-01,month,false,",
        "mng-path-2024-b,MNG,dialogue partner,application,2024-08-01,month,false,",
    ],
    "priorities": [
        "kz24-reform,kz-2024,economy,Reform,New.,reform,President,2024-12-31,day,in progress,,,,,,",
        "kz24-partner,kz-2024,economy,Partnership,New.,partnership,President,2025-01-01,year,in progress,,,,,,",
        "kz24-event,kz-2024,economy,Plan of events,New.,event plan,President,2025-01-01,year,in progress,,,,,,",
    ],
}
