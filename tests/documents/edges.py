"""Rows on the edges, added to the tiny dataset: many types and bodies, texts without a date, accents and long notes, chains that branch, more chains than a picture takes."""

TYPES = ("declaration", "agreement", "protocol", "statement", "strategy", "concept", "action plan", "roadmap", "other", "report")
LONG = (
    "The full list was printed once and is kept in one library only; a summary of the plan for the energy of the region says that twelve points were agreed "
    "and that a register of sources follows in another year of the plan for trade"
)
MORE = {
    "bodies": [f"body-{place:02d},Meeting of Ministers {place:02d},ministerial" for place in range(1, 12)],
    "meetings": ["chg-2015,chg,4,2015-05-01,,month,Moscow,,Heads of government in Moscow,", "chs-undated,chs,5,,,year,Dushanbe,cn-2017,Summit without a day,"],
    "gaps": [
        "a-list-2018,,chs-2018,documents,A second list of 2018 is not known.",
        "list-2015,,chg-2015,documents,Nothing is known of Moscow.",
        "list-2015-events,,chg-2015,events,No events of Moscow.",
        "list-undated,,chs-undated,documents,Nothing is known of this one.",
        "list-2017,cn-2017,chs-2017,documents,One text of 2017 is missing.",
    ],
    "documents": [
        *(
            f"group-{place:02d}-{copy},Text {place:02d},{kind},body-{place:02d},2017-0{copy + 1}-01,day,Astana,,,{('security', 'economy', 'culture')[place % 3]},,,signed,political,,,true,"
            for place, kind in enumerate(TYPES, start=1)
            for copy in range(1 + place // 3)
        ),
        "undated-plan,Plan against narcotics,action plan,chs,,day,,,,security,,,noted,political,,,true,",
        "undated-start,Rules of order,regulation,chs,,day,,,,security,,,noted,political,,,true,",
        "undated-next,Rules of order anew,regulation,chs,2012-05-01,month,,,,security,,,noted,political,,undated-start,true,",
        f"accents,Accord d'énergie à Astana,agreement,body-11,2019-01-01,year,Astana,,,economy,,,signed,treaty,,,false,{LONG}",
        f"long-words,Energy-and-trade-and-plan,list,body-11,2019-03-01,month,,,,economy,,,not stated,political,,,false,{'x' * 30} plan {'y' * 120}",
        "energy-start,Concept of the energy of the region and of its trade with others for the years to come and the plan of its growth in it,concept,chs,2010-06-15,day,,,,economy,2010,,noted,political,,,true,",
        "energy-left,Energy plan of the left,action plan,chg,2013-06-15,day,,,,security,,,noted,political,,energy-start,true,",
        "energy-right,Energy plan of the right,action plan,chg,2013-06-15,day,,,,culture,2014,2014,noted,political,,energy-start,true,",
        "energy-late,Energy plan of the last,action plan,chg,2013-07-01,day,,,,culture,2014,2014,noted,political,,energy-left,true,",
        "letters-b,Letter,statement,chs,2011-01-01,year,,,,culture,,,noted,political,,,true,",
        "letters-a,Letter,statement,chs,2011-01-01,year,,,,culture,,,noted,political,,letters-b,true,",
        "treaties-1,Treaty,convention,chs,2002-06-07,day,,,,security,,,signed,treaty,,,true,",
        "treaties-2,Treaty anew,convention,chs,2003-06-07,day,,,,security,,,signed,treaty,,treaties-1,true,",
        "treaties-3,Treaty for the third time,convention,chs,2004-06-07,day,,,,security,,,signed,treaty,,treaties-2,true,",
        "place-21,A title before that plan,list,body-11,2012-02-01,month,,,,economy,,,noted,political,,,true,plan was noted",
        "place-22,A title before these plan,list,body-11,2012-03-01,month,,,,economy,,,noted,political,,,true,A note without it",
        *(f"long-{room},Left as {room},list,body-11,2012-04-01,month,,,,economy,,,noted,political,,,true,{('plan ' + 'of a note ' * 20)[: room - 1]}x" for room in (99, 100, 101, 102)),
        "decision-2016,Decision on the budget of 2017,decision,chs,2016-12-31,day,,,,culture,2017,2017,noted,political,,,true,",
        *(f"year-{place:03d},Year {place:03d} of work,programme,secretariat,20{place % 20 + 5:02d}-01-01,day,,,,culture,{2005 + place % 20},,noted,political,,,true," for place in range(104)),
    ],
}
