SELECT '[' || (
  WITH t0 AS MATERIALIZED (
    SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.begun') IS NULL THEN '' ELSE coalesce(' OR ' || (
      SELECT iif(count(*) > 64, '"' || json_extract(j."value", '$.begun') || '" *', group_concat('"' || "term" || '"', ' OR '))
      FROM (
        SELECT v."term"
        FROM "entity_vocabulary" v
        WHERE v."term" > json_extract(j."value", '$.begun') AND v."term" < json_extract(j."value", '$.beyond')
        LIMIT 65
      )
    ), '') END || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
      SELECT group_concat('"' || v."term" || '"', ' OR ')
      FROM "entity_vocabulary" v
      WHERE v."term" >= json_extract(j."value", '$.from') AND v."term" < json_extract(j."value", '$.until') AND v."doc" <= 5000 AND abs(length(v."term") - length(json_extract(j."value", '$.word'))) <= json_extract(j."value", '$.typos') AND typos(json_extract(j."value", '$.word'), v."term", json_extract(j."value", '$.typos'))
    ), '') END || ')' AS "term", json_extract(j."value", '$.weight') AS "weight", json_extract(j."value", '$.common') AS "common"
    FROM json_each(@p0) j
  )
  SELECT json_array((
    SELECT "active" + "retracted"
    FROM "tally"
    WHERE "record" = 'Entity'
  ), json((
    SELECT json_group_array("count")
    FROM (
      SELECT iif("anywhere" > 1000, "anywhere", (
        SELECT count(*)
        FROM "entity_words" x
        CROSS JOIN "entity" t1 ON t1."num" = x.rowid
        WHERE x."entity_words" MATCH "term" AND t1."withheld" = 0
      )) AS "count"
      FROM (
        SELECT *, (
          SELECT count(*)
          FROM "entity_words"
          WHERE "entity_words" MATCH "term"
        ) AS "anywhere"
        FROM t0
      )
      ORDER BY "place"
    )
  )))
) || ',' || (
  WITH t2 AS MATERIALIZED (
    SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.begun') IS NULL THEN '' ELSE coalesce(' OR ' || (
      SELECT iif(count(*) > 64, '"' || json_extract(j."value", '$.begun') || '" *', group_concat('"' || "term" || '"', ' OR '))
      FROM (
        SELECT v."term"
        FROM "claim_vocabulary" v
        WHERE v."term" > json_extract(j."value", '$.begun') AND v."term" < json_extract(j."value", '$.beyond')
        LIMIT 65
      )
    ), '') END || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
      SELECT group_concat('"' || v."term" || '"', ' OR ')
      FROM "claim_vocabulary" v
      WHERE v."term" >= json_extract(j."value", '$.from') AND v."term" < json_extract(j."value", '$.until') AND v."doc" <= 5000 AND abs(length(v."term") - length(json_extract(j."value", '$.word'))) <= json_extract(j."value", '$.typos') AND typos(json_extract(j."value", '$.word'), v."term", json_extract(j."value", '$.typos'))
    ), '') END || ')' AS "term", json_extract(j."value", '$.weight') AS "weight", json_extract(j."value", '$.common') AS "common"
    FROM json_each(@p1) j
  )
  SELECT json_array((
    SELECT "active" + "retracted"
    FROM "tally"
    WHERE "record" = 'Claim'
  ), json((
    SELECT json_group_array("count")
    FROM (
      SELECT iif("anywhere" > 1000, "anywhere", (
        SELECT count(*)
        FROM "claim_words" x
        CROSS JOIN "claim" t3 ON t3."num" = x.rowid
        WHERE x."claim_words" MATCH "term" AND t3."withheld" = 0
      )) AS "count"
      FROM (
        SELECT *, (
          SELECT count(*)
          FROM "claim_words"
          WHERE "claim_words" MATCH "term"
        ) AS "anywhere"
        FROM t2
      )
      ORDER BY "place"
    )
  )))
) || ',' || (
  WITH t4 AS MATERIALIZED (
    SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.begun') IS NULL THEN '' ELSE coalesce(' OR ' || (
      SELECT iif(count(*) > 64, '"' || json_extract(j."value", '$.begun') || '" *', group_concat('"' || "term" || '"', ' OR '))
      FROM (
        SELECT v."term"
        FROM "source_vocabulary" v
        WHERE v."term" > json_extract(j."value", '$.begun') AND v."term" < json_extract(j."value", '$.beyond')
        LIMIT 65
      )
    ), '') END || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
      SELECT group_concat('"' || v."term" || '"', ' OR ')
      FROM "source_vocabulary" v
      WHERE v."term" >= json_extract(j."value", '$.from') AND v."term" < json_extract(j."value", '$.until') AND v."doc" <= 5000 AND abs(length(v."term") - length(json_extract(j."value", '$.word'))) <= json_extract(j."value", '$.typos') AND typos(json_extract(j."value", '$.word'), v."term", json_extract(j."value", '$.typos'))
    ), '') END || ')' AS "term", json_extract(j."value", '$.weight') AS "weight", json_extract(j."value", '$.common') AS "common"
    FROM json_each(@p2) j
  )
  SELECT json_array((
    SELECT "active" + "retracted"
    FROM "tally"
    WHERE "record" = 'Source'
  ), json((
    SELECT json_group_array("count")
    FROM (
      SELECT iif("anywhere" > 1000, "anywhere", (
        SELECT count(*)
        FROM "source_words" x
        CROSS JOIN "source" t5 ON t5."num" = x.rowid
        WHERE x."source_words" MATCH "term" AND t5."withheld" = 0
      )) AS "count"
      FROM (
        SELECT *, (
          SELECT count(*)
          FROM "source_words"
          WHERE "source_words" MATCH "term"
        ) AS "anywhere"
        FROM t4
      )
      ORDER BY "place"
    )
  )))
) || ',' || (
  WITH t6 AS MATERIALIZED (
    SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.begun') IS NULL THEN '' ELSE coalesce(' OR ' || (
      SELECT iif(count(*) > 64, '"' || json_extract(j."value", '$.begun') || '" *', group_concat('"' || "term" || '"', ' OR '))
      FROM (
        SELECT v."term"
        FROM "citation_vocabulary" v
        WHERE v."term" > json_extract(j."value", '$.begun') AND v."term" < json_extract(j."value", '$.beyond')
        LIMIT 65
      )
    ), '') END || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
      SELECT group_concat('"' || v."term" || '"', ' OR ')
      FROM "citation_vocabulary" v
      WHERE v."term" >= json_extract(j."value", '$.from') AND v."term" < json_extract(j."value", '$.until') AND v."doc" <= 5000 AND abs(length(v."term") - length(json_extract(j."value", '$.word'))) <= json_extract(j."value", '$.typos') AND typos(json_extract(j."value", '$.word'), v."term", json_extract(j."value", '$.typos'))
    ), '') END || ')' AS "term", json_extract(j."value", '$.weight') AS "weight", json_extract(j."value", '$.common') AS "common"
    FROM json_each(@p3) j
  )
  SELECT json_array((
    SELECT "active" + "retracted"
    FROM "tally"
    WHERE "record" = 'Citation'
  ), json((
    SELECT json_group_array("count")
    FROM (
      SELECT iif("anywhere" > 1000, "anywhere", (
        SELECT count(*)
        FROM "citation_words" x
        CROSS JOIN "citation" t7 ON t7."num" = x.rowid
        WHERE x."citation_words" MATCH "term" AND t7."withheld" = 0
      )) AS "count"
      FROM (
        SELECT *, (
          SELECT count(*)
          FROM "citation_words"
          WHERE "citation_words" MATCH "term"
        ) AS "anywhere"
        FROM t6
      )
      ORDER BY "place"
    )
  )))
) || ']' AS "result"
-- {"p0":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\" OR \\\"¬de¬amazn\\\" OR \\\"¬es¬amazn\\\" OR \\\"¬it¬amazn\\\" OR \\\"¬pt¬amazn\\\" OR \\\"¬nl¬amazn\\\" OR \\\"¬sv¬amazn\\\" OR \\\"¬da¬amazn\\\" OR \\\"¬no¬amazn\\\" OR \\\"¬fi¬amaz\\\" OR \\\"¬ro¬amazn\\\" OR \\\"¬hu¬amaz\\\" OR \\\"¬tr¬amazn\\\" OR \\\"¬x¬amazn\\\"\"},{\"query\":\"\\\"web\\\" OR \\\"¬en¬web\\\" OR \\\"¬fr¬web\\\" OR \\\"¬de¬web\\\" OR \\\"¬es¬web\\\" OR \\\"¬it¬web\\\" OR \\\"¬pt¬web\\\" OR \\\"¬nl¬web\\\" OR \\\"¬sv¬web\\\" OR \\\"¬da¬web\\\" OR \\\"¬no¬web\\\" OR \\\"¬fi¬web\\\" OR \\\"¬ro¬web\\\" OR \\\"¬hu¬web\\\" OR \\\"¬tr¬web\\\" OR \\\"¬x¬web\\\"\"},{\"query\":\"\\\"servi\\\" OR \\\"¬en¬servi\\\" OR \\\"¬fr¬serv\\\" OR \\\"¬de¬servi\\\" OR \\\"¬es¬servi\\\" OR \\\"¬it¬serv\\\" OR \\\"¬pt¬serv\\\" OR \\\"¬nl¬servi\\\" OR \\\"¬sv¬servi\\\" OR \\\"¬da¬servi\\\" OR \\\"¬no¬servi\\\" OR \\\"¬fi¬serv\\\" OR \\\"¬ro¬serv\\\" OR \\\"¬hu¬serv\\\" OR \\\"¬tr¬servi\\\" OR \\\"¬x¬servi\\\"\",\"begun\":\"servi\",\"beyond\":\"servi􏿿\"},{\"query\":\"\\\"¬en\\\"\"},{\"query\":\"\\\"¬fr\\\"\"},{\"query\":\"\\\"¬de\\\"\"},{\"query\":\"\\\"¬es\\\"\"},{\"query\":\"\\\"¬it\\\"\"},{\"query\":\"\\\"¬pt\\\"\"},{\"query\":\"\\\"¬nl\\\"\"},{\"query\":\"\\\"¬sv\\\"\"},{\"query\":\"\\\"¬da\\\"\"},{\"query\":\"\\\"¬no\\\"\"},{\"query\":\"\\\"¬fi\\\"\"},{\"query\":\"\\\"¬ro\\\"\"},{\"query\":\"\\\"¬hu\\\"\"},{\"query\":\"\\\"¬tr\\\"\"},{\"query\":\"\\\"¬x\\\"\"}]","p1":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\" OR \\\"¬de¬amazn\\\" OR \\\"¬es¬amazn\\\" OR \\\"¬it¬amazn\\\" OR \\\"¬pt¬amazn\\\" OR \\\"¬nl¬amazn\\\" OR \\\"¬sv¬amazn\\\" OR \\\"¬da¬amazn\\\" OR \\\"¬no¬amazn\\\" OR \\\"¬fi¬amaz\\\" OR \\\"¬ro¬amazn\\\" OR \\\"¬hu¬amaz\\\" OR \\\"¬tr¬amazn\\\" OR \\\"¬x¬amazn\\\"\"},{\"query\":\"\\\"web\\\" OR \\\"¬en¬web\\\" OR \\\"¬fr¬web\\\" OR \\\"¬de¬web\\\" OR \\\"¬es¬web\\\" OR \\\"¬it¬web\\\" OR \\\"¬pt¬web\\\" OR \\\"¬nl¬web\\\" OR \\\"¬sv¬web\\\" OR \\\"¬da¬web\\\" OR \\\"¬no¬web\\\" OR \\\"¬fi¬web\\\" OR \\\"¬ro¬web\\\" OR \\\"¬hu¬web\\\" OR \\\"¬tr¬web\\\" OR \\\"¬x¬web\\\"\"},{\"query\":\"\\\"servi\\\" OR \\\"¬en¬servi\\\" OR \\\"¬fr¬serv\\\" OR \\\"¬de¬servi\\\" OR \\\"¬es¬servi\\\" OR \\\"¬it¬serv\\\" OR \\\"¬pt¬serv\\\" OR \\\"¬nl¬servi\\\" OR \\\"¬sv¬servi\\\" OR \\\"¬da¬servi\\\" OR \\\"¬no¬servi\\\" OR \\\"¬fi¬serv\\\" OR \\\"¬ro¬serv\\\" OR \\\"¬hu¬serv\\\" OR \\\"¬tr¬servi\\\" OR \\\"¬x¬servi\\\"\",\"begun\":\"servi\",\"beyond\":\"servi􏿿\"},{\"query\":\"\\\"¬en\\\"\"},{\"query\":\"\\\"¬fr\\\"\"},{\"query\":\"\\\"¬de\\\"\"},{\"query\":\"\\\"¬es\\\"\"},{\"query\":\"\\\"¬it\\\"\"},{\"query\":\"\\\"¬pt\\\"\"},{\"query\":\"\\\"¬nl\\\"\"},{\"query\":\"\\\"¬sv\\\"\"},{\"query\":\"\\\"¬da\\\"\"},{\"query\":\"\\\"¬no\\\"\"},{\"query\":\"\\\"¬fi\\\"\"},{\"query\":\"\\\"¬ro\\\"\"},{\"query\":\"\\\"¬hu\\\"\"},{\"query\":\"\\\"¬tr\\\"\"},{\"query\":\"\\\"¬x\\\"\"}]","p2":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\" OR \\\"¬de¬amazn\\\" OR \\\"¬es¬amazn\\\" OR \\\"¬it¬amazn\\\" OR \\\"¬pt¬amazn\\\" OR \\\"¬nl¬amazn\\\" OR \\\"¬sv¬amazn\\\" OR \\\"¬da¬amazn\\\" OR \\\"¬no¬amazn\\\" OR \\\"¬fi¬amaz\\\" OR \\\"¬ro¬amazn\\\" OR \\\"¬hu¬amaz\\\" OR \\\"¬tr¬amazn\\\" OR \\\"¬x¬amazn\\\"\"},{\"query\":\"\\\"web\\\" OR \\\"¬en¬web\\\" OR \\\"¬fr¬web\\\" OR \\\"¬de¬web\\\" OR \\\"¬es¬web\\\" OR \\\"¬it¬web\\\" OR \\\"¬pt¬web\\\" OR \\\"¬nl¬web\\\" OR \\\"¬sv¬web\\\" OR \\\"¬da¬web\\\" OR \\\"¬no¬web\\\" OR \\\"¬fi¬web\\\" OR \\\"¬ro¬web\\\" OR \\\"¬hu¬web\\\" OR \\\"¬tr¬web\\\" OR \\\"¬x¬web\\\"\"},{\"query\":\"\\\"servi\\\" OR \\\"¬en¬servi\\\" OR \\\"¬fr¬serv\\\" OR \\\"¬de¬servi\\\" OR \\\"¬es¬servi\\\" OR \\\"¬it¬serv\\\" OR \\\"¬pt¬serv\\\" OR \\\"¬nl¬servi\\\" OR \\\"¬sv¬servi\\\" OR \\\"¬da¬servi\\\" OR \\\"¬no¬servi\\\" OR \\\"¬fi¬serv\\\" OR \\\"¬ro¬serv\\\" OR \\\"¬hu¬serv\\\" OR \\\"¬tr¬servi\\\" OR \\\"¬x¬servi\\\"\",\"begun\":\"servi\",\"beyond\":\"servi􏿿\"},{\"query\":\"\\\"¬en\\\"\"},{\"query\":\"\\\"¬fr\\\"\"},{\"query\":\"\\\"¬de\\\"\"},{\"query\":\"\\\"¬es\\\"\"},{\"query\":\"\\\"¬it\\\"\"},{\"query\":\"\\\"¬pt\\\"\"},{\"query\":\"\\\"¬nl\\\"\"},{\"query\":\"\\\"¬sv\\\"\"},{\"query\":\"\\\"¬da\\\"\"},{\"query\":\"\\\"¬no\\\"\"},{\"query\":\"\\\"¬fi\\\"\"},{\"query\":\"\\\"¬ro\\\"\"},{\"query\":\"\\\"¬hu\\\"\"},{\"query\":\"\\\"¬tr\\\"\"},{\"query\":\"\\\"¬x\\\"\"}]","p3":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\" OR \\\"¬de¬amazn\\\" OR \\\"¬es¬amazn\\\" OR \\\"¬it¬amazn\\\" OR \\\"¬pt¬amazn\\\" OR \\\"¬nl¬amazn\\\" OR \\\"¬sv¬amazn\\\" OR \\\"¬da¬amazn\\\" OR \\\"¬no¬amazn\\\" OR \\\"¬fi¬amaz\\\" OR \\\"¬ro¬amazn\\\" OR \\\"¬hu¬amaz\\\" OR \\\"¬tr¬amazn\\\" OR \\\"¬x¬amazn\\\"\"},{\"query\":\"\\\"web\\\" OR \\\"¬en¬web\\\" OR \\\"¬fr¬web\\\" OR \\\"¬de¬web\\\" OR \\\"¬es¬web\\\" OR \\\"¬it¬web\\\" OR \\\"¬pt¬web\\\" OR \\\"¬nl¬web\\\" OR \\\"¬sv¬web\\\" OR \\\"¬da¬web\\\" OR \\\"¬no¬web\\\" OR \\\"¬fi¬web\\\" OR \\\"¬ro¬web\\\" OR \\\"¬hu¬web\\\" OR \\\"¬tr¬web\\\" OR \\\"¬x¬web\\\"\"},{\"query\":\"\\\"servi\\\" OR \\\"¬en¬servi\\\" OR \\\"¬fr¬serv\\\" OR \\\"¬de¬servi\\\" OR \\\"¬es¬servi\\\" OR \\\"¬it¬serv\\\" OR \\\"¬pt¬serv\\\" OR \\\"¬nl¬servi\\\" OR \\\"¬sv¬servi\\\" OR \\\"¬da¬servi\\\" OR \\\"¬no¬servi\\\" OR \\\"¬fi¬serv\\\" OR \\\"¬ro¬serv\\\" OR \\\"¬hu¬serv\\\" OR \\\"¬tr¬servi\\\" OR \\\"¬x¬servi\\\"\",\"begun\":\"servi\",\"beyond\":\"servi􏿿\"},{\"query\":\"\\\"¬en\\\"\"},{\"query\":\"\\\"¬fr\\\"\"},{\"query\":\"\\\"¬de\\\"\"},{\"query\":\"\\\"¬es\\\"\"},{\"query\":\"\\\"¬it\\\"\"},{\"query\":\"\\\"¬pt\\\"\"},{\"query\":\"\\\"¬nl\\\"\"},{\"query\":\"\\\"¬sv\\\"\"},{\"query\":\"\\\"¬da\\\"\"},{\"query\":\"\\\"¬no\\\"\"},{\"query\":\"\\\"¬fi\\\"\"},{\"query\":\"\\\"¬ro\\\"\"},{\"query\":\"\\\"¬hu\\\"\"},{\"query\":\"\\\"¬tr\\\"\"},{\"query\":\"\\\"¬x\\\"\"}]"}

SELECT '[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    WITH t1 AS MATERIALIZED (
      SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.begun') IS NULL THEN '' ELSE coalesce(' OR ' || (
        SELECT iif(count(*) > 64, '"' || json_extract(j."value", '$.begun') || '" *', group_concat('"' || "term" || '"', ' OR '))
        FROM (
          SELECT v."term"
          FROM "entity_vocabulary" v
          WHERE v."term" > json_extract(j."value", '$.begun') AND v."term" < json_extract(j."value", '$.beyond')
          LIMIT 65
        )
      ), '') END || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
        SELECT group_concat('"' || v."term" || '"', ' OR ')
        FROM "entity_vocabulary" v
        WHERE v."term" >= json_extract(j."value", '$.from') AND v."term" < json_extract(j."value", '$.until') AND v."doc" <= 5000 AND abs(length(v."term") - length(json_extract(j."value", '$.word'))) <= json_extract(j."value", '$.typos') AND typos(json_extract(j."value", '$.word'), v."term", json_extract(j."value", '$.typos'))
      ), '') END || ')' AS "term", json_extract(j."value", '$.weight') AS "weight", json_extract(j."value", '$.common') AS "common"
      FROM json_each(@p1) j
    ), t5 AS MATERIALIZED (
      SELECT "num"
      FROM (
        SELECT DISTINCT t2."owner" AS "num"
        FROM "entity_names" t2
        WHERE (t2."text_folded" >= @p3 AND t2."text_folded" < @p4)
        LIMIT @p2
      )
      UNION
      SELECT "num"
      FROM (
        SELECT DISTINCT t3."owner" AS "num"
        FROM "entity_aliases" t3
        WHERE (t3."text_folded" >= @p5 AND t3."text_folded" < @p6)
        LIMIT @p2
      )
    ), t6 AS MATERIALIZED (
      WITH t4 AS MATERIALIZED (
        SELECT "num", sum("weight") AS "sum"
        FROM (
          SELECT x.rowid AS "num", "weight"
          FROM (
            SELECT "term", "weight"
            FROM t1
            WHERE "common" = 0
          )
          CROSS JOIN "entity_words" x
          WHERE x."entity_words" MATCH "term"
          UNION ALL
          SELECT x.rowid, "weight"
          FROM (
            SELECT "weight", "term" || ' AND (' || (
              SELECT group_concat("term", ' OR ')
              FROM t1
              WHERE "common" = 0
            ) || ')' AS "query"
            FROM t1
            WHERE "common" = 1
          )
          CROSS JOIN "entity_words" x
          WHERE x."entity_words" MATCH "query"
        )
        GROUP BY "num"
      )
      SELECT "num"
      FROM t4
      CROSS JOIN (
        SELECT coalesce((
          SELECT "sum"
          FROM t4
          ORDER BY "sum" DESC
          LIMIT 1 OFFSET @p0 - 1
        ), 0) AS "least"
      )
      ORDER BY "sum" DESC, iif("sum" >= "least", (
        SELECT d."sz"
        FROM "entity_words_docsize" d
        WHERE d."id" = "num"
      ), NULL), "num"
    )
    SELECT '[' || json_array(t0."id") || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t7."language", t7."text") || ']' AS "item"
        FROM "entity_names" t7
        WHERE t7."owner" = t0."num"
        ORDER BY t7."position"
        LIMIT -1
      )
    ) || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t8."language", t8."text") || ']' AS "item"
        FROM "entity_aliases" t8
        WHERE t8."owner" = t0."num"
        ORDER BY t8."position"
        LIMIT -1
      )
    ) || ',' || coalesce((
      SELECT '[' || '[' || json_array(t9."id") || ']' || ']'
      FROM "entity" t9
      WHERE t9."num" = t0."merged_into"
    ), '[]') || ']' AS "item"
    FROM (
      SELECT "num"
      FROM t5
      UNION ALL
      SELECT "num"
      FROM (
        SELECT "num"
        FROM t6
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t5
      )
      UNION ALL
      SELECT "num"
      FROM (
        SELECT rowid AS "num"
        FROM "entity_words"
        WHERE "entity_words" MATCH (
          SELECT group_concat("term", ' OR ')
          FROM t1
        )
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t5
      ) AND "num" NOT IN (
        SELECT "num"
        FROM t6
      )
    ) w
    CROSS JOIN "entity" t0
    WHERE t0."num" = w."num" AND (t0."retraction_present" = 0 OR t0."merged_into" IS NOT NULL) AND t0."withheld" = 0
    LIMIT @p0
  )
) || ',' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    WITH t11 AS MATERIALIZED (
      SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.begun') IS NULL THEN '' ELSE coalesce(' OR ' || (
        SELECT iif(count(*) > 64, '"' || json_extract(j."value", '$.begun') || '" *', group_concat('"' || "term" || '"', ' OR '))
        FROM (
          SELECT v."term"
          FROM "claim_vocabulary" v
          WHERE v."term" > json_extract(j."value", '$.begun') AND v."term" < json_extract(j."value", '$.beyond')
          LIMIT 65
        )
      ), '') END || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
        SELECT group_concat('"' || v."term" || '"', ' OR ')
        FROM "claim_vocabulary" v
        WHERE v."term" >= json_extract(j."value", '$.from') AND v."term" < json_extract(j."value", '$.until') AND v."doc" <= 5000 AND abs(length(v."term") - length(json_extract(j."value", '$.word'))) <= json_extract(j."value", '$.typos') AND typos(json_extract(j."value", '$.word'), v."term", json_extract(j."value", '$.typos'))
      ), '') END || ')' AS "term", json_extract(j."value", '$.weight') AS "weight", json_extract(j."value", '$.common') AS "common"
      FROM json_each(@p8) j
    ), t14 AS MATERIALIZED (
      SELECT "num"
      FROM (
        SELECT DISTINCT t12."owner" AS "num"
        FROM "claim_texts" t12
        WHERE (t12."text_folded" >= @p10 AND t12."text_folded" < @p11)
        LIMIT @p9
      )
    ), t15 AS MATERIALIZED (
      WITH t13 AS MATERIALIZED (
        SELECT "num", sum("weight") AS "sum"
        FROM (
          SELECT x.rowid AS "num", "weight"
          FROM (
            SELECT "term", "weight"
            FROM t11
            WHERE "common" = 0
          )
          CROSS JOIN "claim_words" x
          WHERE x."claim_words" MATCH "term"
          UNION ALL
          SELECT x.rowid, "weight"
          FROM (
            SELECT "weight", "term" || ' AND (' || (
              SELECT group_concat("term", ' OR ')
              FROM t11
              WHERE "common" = 0
            ) || ')' AS "query"
            FROM t11
            WHERE "common" = 1
          )
          CROSS JOIN "claim_words" x
          WHERE x."claim_words" MATCH "query"
        )
        GROUP BY "num"
      )
      SELECT "num"
      FROM t13
      CROSS JOIN (
        SELECT coalesce((
          SELECT "sum"
          FROM t13
          ORDER BY "sum" DESC
          LIMIT 1 OFFSET @p7 - 1
        ), 0) AS "least"
      )
      ORDER BY "sum" DESC, iif("sum" >= "least", (
        SELECT d."sz"
        FROM "claim_words_docsize" d
        WHERE d."id" = "num"
      ), NULL), "num"
    )
    SELECT '[' || json_array(t10."id") || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t16."language", t16."text") || ']' AS "item"
        FROM "claim_texts" t16
        WHERE t16."owner" = t10."num"
        ORDER BY t16."position"
        LIMIT -1
      )
    ) || ']' AS "item"
    FROM (
      SELECT "num"
      FROM t14
      UNION ALL
      SELECT "num"
      FROM (
        SELECT "num"
        FROM t15
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t14
      )
      UNION ALL
      SELECT "num"
      FROM (
        SELECT rowid AS "num"
        FROM "claim_words"
        WHERE "claim_words" MATCH (
          SELECT group_concat("term", ' OR ')
          FROM t11
        )
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t14
      ) AND "num" NOT IN (
        SELECT "num"
        FROM t15
      )
    ) w
    CROSS JOIN "claim" t10
    WHERE t10."num" = w."num" AND (t10."retraction_present" = 0) AND t10."withheld" = 0
    LIMIT @p7
  )
) || ',' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    WITH t18 AS MATERIALIZED (
      SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.begun') IS NULL THEN '' ELSE coalesce(' OR ' || (
        SELECT iif(count(*) > 64, '"' || json_extract(j."value", '$.begun') || '" *', group_concat('"' || "term" || '"', ' OR '))
        FROM (
          SELECT v."term"
          FROM "source_vocabulary" v
          WHERE v."term" > json_extract(j."value", '$.begun') AND v."term" < json_extract(j."value", '$.beyond')
          LIMIT 65
        )
      ), '') END || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
        SELECT group_concat('"' || v."term" || '"', ' OR ')
        FROM "source_vocabulary" v
        WHERE v."term" >= json_extract(j."value", '$.from') AND v."term" < json_extract(j."value", '$.until') AND v."doc" <= 5000 AND abs(length(v."term") - length(json_extract(j."value", '$.word'))) <= json_extract(j."value", '$.typos') AND typos(json_extract(j."value", '$.word'), v."term", json_extract(j."value", '$.typos'))
      ), '') END || ')' AS "term", json_extract(j."value", '$.weight') AS "weight", json_extract(j."value", '$.common') AS "common"
      FROM json_each(@p13) j
    ), t21 AS MATERIALIZED (
      SELECT "num"
      FROM (
        SELECT DISTINCT t19."num" AS "num"
        FROM "source" t19
        WHERE (t19."title_folded" >= @p15 AND t19."title_folded" < @p16)
        LIMIT @p14
      )
    ), t22 AS MATERIALIZED (
      WITH t20 AS MATERIALIZED (
        SELECT "num", sum("weight") AS "sum"
        FROM (
          SELECT x.rowid AS "num", "weight"
          FROM (
            SELECT "term", "weight"
            FROM t18
            WHERE "common" = 0
          )
          CROSS JOIN "source_words" x
          WHERE x."source_words" MATCH "term"
          UNION ALL
          SELECT x.rowid, "weight"
          FROM (
            SELECT "weight", "term" || ' AND (' || (
              SELECT group_concat("term", ' OR ')
              FROM t18
              WHERE "common" = 0
            ) || ')' AS "query"
            FROM t18
            WHERE "common" = 1
          )
          CROSS JOIN "source_words" x
          WHERE x."source_words" MATCH "query"
        )
        GROUP BY "num"
      )
      SELECT "num"
      FROM t20
      CROSS JOIN (
        SELECT coalesce((
          SELECT "sum"
          FROM t20
          ORDER BY "sum" DESC
          LIMIT 1 OFFSET @p12 - 1
        ), 0) AS "least"
      )
      ORDER BY "sum" DESC, iif("sum" >= "least", (
        SELECT d."sz"
        FROM "source_words_docsize" d
        WHERE d."id" = "num"
      ), NULL), "num"
    )
    SELECT '[' || json_array(t17."id", t17."title", t17."language") || ',' || coalesce((
      SELECT '[' || '[' || json_array(t23."id") || ']' || ']'
      FROM "source" t23
      WHERE t23."num" = t17."merged_into"
    ), '[]') || ']' AS "item"
    FROM (
      SELECT "num"
      FROM t21
      UNION ALL
      SELECT "num"
      FROM (
        SELECT "num"
        FROM t22
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t21
      )
      UNION ALL
      SELECT "num"
      FROM (
        SELECT rowid AS "num"
        FROM "source_words"
        WHERE "source_words" MATCH (
          SELECT group_concat("term", ' OR ')
          FROM t18
        )
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t21
      ) AND "num" NOT IN (
        SELECT "num"
        FROM t22
      )
    ) w
    CROSS JOIN "source" t17
    WHERE t17."num" = w."num" AND (t17."retraction_present" = 0 OR t17."merged_into" IS NOT NULL) AND t17."withheld" = 0
    LIMIT @p12
  )
) || ',' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    WITH t25 AS MATERIALIZED (
      SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.begun') IS NULL THEN '' ELSE coalesce(' OR ' || (
        SELECT iif(count(*) > 64, '"' || json_extract(j."value", '$.begun') || '" *', group_concat('"' || "term" || '"', ' OR '))
        FROM (
          SELECT v."term"
          FROM "citation_vocabulary" v
          WHERE v."term" > json_extract(j."value", '$.begun') AND v."term" < json_extract(j."value", '$.beyond')
          LIMIT 65
        )
      ), '') END || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
        SELECT group_concat('"' || v."term" || '"', ' OR ')
        FROM "citation_vocabulary" v
        WHERE v."term" >= json_extract(j."value", '$.from') AND v."term" < json_extract(j."value", '$.until') AND v."doc" <= 5000 AND abs(length(v."term") - length(json_extract(j."value", '$.word'))) <= json_extract(j."value", '$.typos') AND typos(json_extract(j."value", '$.word'), v."term", json_extract(j."value", '$.typos'))
      ), '') END || ')' AS "term", json_extract(j."value", '$.weight') AS "weight", json_extract(j."value", '$.common') AS "common"
      FROM json_each(@p18) j
    ), t29 AS MATERIALIZED (
      SELECT "num"
      FROM (
        SELECT DISTINCT t26."num" AS "num"
        FROM "citation" t26
        WHERE (t26."quote_folded" >= @p20 AND t26."quote_folded" < @p21)
        LIMIT @p19
      )
      UNION
      SELECT "num"
      FROM (
        SELECT DISTINCT t27."num" AS "num"
        FROM "citation" t27
        WHERE (t27."passage_present" = 1 AND (t27."passage_exact_folded" >= @p22 AND t27."passage_exact_folded" < @p23))
        LIMIT @p19
      )
    ), t30 AS MATERIALIZED (
      WITH t28 AS MATERIALIZED (
        SELECT "num", sum("weight") AS "sum"
        FROM (
          SELECT x.rowid AS "num", "weight"
          FROM (
            SELECT "term", "weight"
            FROM t25
            WHERE "common" = 0
          )
          CROSS JOIN "citation_words" x
          WHERE x."citation_words" MATCH "term"
          UNION ALL
          SELECT x.rowid, "weight"
          FROM (
            SELECT "weight", "term" || ' AND (' || (
              SELECT group_concat("term", ' OR ')
              FROM t25
              WHERE "common" = 0
            ) || ')' AS "query"
            FROM t25
            WHERE "common" = 1
          )
          CROSS JOIN "citation_words" x
          WHERE x."citation_words" MATCH "query"
        )
        GROUP BY "num"
      )
      SELECT "num"
      FROM t28
      CROSS JOIN (
        SELECT coalesce((
          SELECT "sum"
          FROM t28
          ORDER BY "sum" DESC
          LIMIT 1 OFFSET @p17 - 1
        ), 0) AS "least"
      )
      ORDER BY "sum" DESC, iif("sum" >= "least", (
        SELECT d."sz"
        FROM "citation_words_docsize" d
        WHERE d."id" = "num"
      ), NULL), "num"
    )
    SELECT '[' || json_array(t24."id", t24."quote", t24."quote_language") || ',' || iif(t24."passage_present", '[' || json_array(t24."passage_exact") || ']', 'null') || ']' AS "item"
    FROM (
      SELECT "num"
      FROM t29
      UNION ALL
      SELECT "num"
      FROM (
        SELECT "num"
        FROM t30
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t29
      )
      UNION ALL
      SELECT "num"
      FROM (
        SELECT rowid AS "num"
        FROM "citation_words"
        WHERE "citation_words" MATCH (
          SELECT group_concat("term", ' OR ')
          FROM t25
        )
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t29
      ) AND "num" NOT IN (
        SELECT "num"
        FROM t30
      )
    ) w
    CROSS JOIN "citation" t24
    WHERE t24."num" = w."num" AND (t24."retraction_present" = 0) AND t24."withheld" = 0
    LIMIT @p17
  )
) || ']' AS "result"
-- {"p0":50,"p1":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\"\",\"weight\":46,\"common\":0,\"word\":\"amazn\",\"typos\":1,\"from\":\"a\",\"until\":\"b\"},{\"query\":\"\\\"servi\\\" OR \\\"¬en¬servi\\\" OR \\\"¬fr¬serv\\\"\",\"weight\":33,\"common\":0,\"begun\":\"servi\",\"beyond\":\"servi􏿿\"},{\"query\":\"\\\"web\\\" OR \\\"¬en¬web\\\" OR \\\"¬fr¬web\\\"\",\"weight\":29,\"common\":0}]","p2":17,"p3":"amazn web servi","p4":"amazn web servi􏿿","p5":"amazn web servi","p6":"amazn web servi􏿿","p7":50,"p8":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\"\",\"weight\":46,\"common\":0,\"word\":\"amazn\",\"typos\":1,\"from\":\"a\",\"until\":\"b\"},{\"query\":\"\\\"web\\\" OR \\\"¬en¬web\\\" OR \\\"¬fr¬web\\\"\",\"weight\":33,\"common\":0},{\"query\":\"\\\"servi\\\" OR \\\"¬en¬servi\\\" OR \\\"¬fr¬serv\\\"\",\"weight\":29,\"common\":0,\"begun\":\"servi\",\"beyond\":\"servi􏿿\"}]","p9":17,"p10":"amazn web servi","p11":"amazn web servi􏿿","p12":50,"p13":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\"\",\"weight\":46,\"common\":0,\"word\":\"amazn\",\"typos\":1,\"from\":\"a\",\"until\":\"b\"}]","p14":17,"p15":"amazn web servi","p16":"amazn web servi􏿿","p17":50,"p18":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\"\",\"weight\":46,\"common\":0,\"word\":\"amazn\",\"typos\":1,\"from\":\"a\",\"until\":\"b\"},{\"query\":\"\\\"servi\\\" OR \\\"¬en¬servi\\\" OR \\\"¬fr¬serv\\\"\",\"weight\":38,\"common\":0,\"begun\":\"servi\",\"beyond\":\"servi􏿿\"}]","p19":17,"p20":"amazn web servi","p21":"amazn web servi􏿿","p22":"amazn web servi","p23":"amazn web servi􏿿"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Predicate', t0."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM "predicate" t0
    WHERE t0."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Entity', t2."id") AS "head", (
      SELECT '[' || json_array(t1."key", t1."withheld") || ']'
      FROM "entity" t1
      WHERE t1."num" = coalesce(t2."merged_into", t2."num")
    ) AS "row"
    FROM "entity" t2
    WHERE t2."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Source', t4."id") AS "head", (
      SELECT '[' || json_array(t3."key", t3."withheld") || ']'
      FROM "source" t3
      WHERE t3."num" = coalesce(t4."merged_into", t4."num")
    ) AS "row"
    FROM "source" t4
    WHERE t4."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Claim', t5."id") AS "head", '[' || json_array(t5."key", t5."withheld") || ']' AS "row"
    FROM "claim" t5
    WHERE t5."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Citation', t6."id") AS "head", '[' || json_array(t6."key", t6."withheld") || ']' AS "row"
    FROM "citation" t6
    WHERE t6."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('ClaimLink', t7."id") AS "head", '[' || json_array(t7."withheld") || ']' AS "row"
    FROM "claim_link" t7
    WHERE t7."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-1\",\"id-2\",\"id-3\"]"}
