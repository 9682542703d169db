SELECT '[' || (
  WITH t0 AS MATERIALIZED (
    SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
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
      SELECT (
        SELECT count(*)
        FROM "entity_words"
        WHERE "entity_words" MATCH "term"
      ) AS "count"
      FROM t0
      ORDER BY "place"
    )
  )))
) || ',' || (
  WITH t1 AS MATERIALIZED (
    SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
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
      SELECT (
        SELECT count(*)
        FROM "claim_words"
        WHERE "claim_words" MATCH "term"
      ) AS "count"
      FROM t1
      ORDER BY "place"
    )
  )))
) || ',' || (
  WITH t2 AS MATERIALIZED (
    SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
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
      SELECT (
        SELECT count(*)
        FROM "source_words"
        WHERE "source_words" MATCH "term"
      ) AS "count"
      FROM t2
      ORDER BY "place"
    )
  )))
) || ',' || (
  WITH t3 AS MATERIALIZED (
    SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
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
      SELECT (
        SELECT count(*)
        FROM "citation_words"
        WHERE "citation_words" MATCH "term"
      ) AS "count"
      FROM t3
      ORDER BY "place"
    )
  )))
) || ']' AS "result"
-- {"p0":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\" OR \\\"¬de¬amazn\\\" OR \\\"¬es¬amazn\\\" OR \\\"¬it¬amazn\\\" OR \\\"¬pt¬amazn\\\" OR \\\"¬nl¬amazn\\\" OR \\\"¬sv¬amazn\\\" OR \\\"¬da¬amazn\\\" OR \\\"¬no¬amazn\\\" OR \\\"¬fi¬amaz\\\" OR \\\"¬ro¬amazn\\\" OR \\\"¬hu¬amaz\\\" OR \\\"¬tr¬amazn\\\" OR \\\"¬x¬amazn\\\"\"},{\"query\":\"\\\"web\\\" OR \\\"¬en¬web\\\" OR \\\"¬fr¬web\\\" OR \\\"¬de¬web\\\" OR \\\"¬es¬web\\\" OR \\\"¬it¬web\\\" OR \\\"¬pt¬web\\\" OR \\\"¬nl¬web\\\" OR \\\"¬sv¬web\\\" OR \\\"¬da¬web\\\" OR \\\"¬no¬web\\\" OR \\\"¬fi¬web\\\" OR \\\"¬ro¬web\\\" OR \\\"¬hu¬web\\\" OR \\\"¬tr¬web\\\" OR \\\"¬x¬web\\\"\"},{\"query\":\"\\\"servi\\\" * OR \\\"¬en¬servi\\\" OR \\\"¬fr¬serv\\\" OR \\\"¬de¬servi\\\" OR \\\"¬es¬servi\\\" OR \\\"¬it¬serv\\\" OR \\\"¬pt¬serv\\\" OR \\\"¬nl¬servi\\\" OR \\\"¬sv¬servi\\\" OR \\\"¬da¬servi\\\" OR \\\"¬no¬servi\\\" OR \\\"¬fi¬serv\\\" OR \\\"¬ro¬serv\\\" OR \\\"¬hu¬serv\\\" OR \\\"¬tr¬servi\\\" OR \\\"¬x¬servi\\\"\"},{\"query\":\"\\\"¬en\\\"\"},{\"query\":\"\\\"¬fr\\\"\"},{\"query\":\"\\\"¬de\\\"\"},{\"query\":\"\\\"¬es\\\"\"},{\"query\":\"\\\"¬it\\\"\"},{\"query\":\"\\\"¬pt\\\"\"},{\"query\":\"\\\"¬nl\\\"\"},{\"query\":\"\\\"¬sv\\\"\"},{\"query\":\"\\\"¬da\\\"\"},{\"query\":\"\\\"¬no\\\"\"},{\"query\":\"\\\"¬fi\\\"\"},{\"query\":\"\\\"¬ro\\\"\"},{\"query\":\"\\\"¬hu\\\"\"},{\"query\":\"\\\"¬tr\\\"\"},{\"query\":\"\\\"¬x\\\"\"}]","p1":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\" OR \\\"¬de¬amazn\\\" OR \\\"¬es¬amazn\\\" OR \\\"¬it¬amazn\\\" OR \\\"¬pt¬amazn\\\" OR \\\"¬nl¬amazn\\\" OR \\\"¬sv¬amazn\\\" OR \\\"¬da¬amazn\\\" OR \\\"¬no¬amazn\\\" OR \\\"¬fi¬amaz\\\" OR \\\"¬ro¬amazn\\\" OR \\\"¬hu¬amaz\\\" OR \\\"¬tr¬amazn\\\" OR \\\"¬x¬amazn\\\"\"},{\"query\":\"\\\"web\\\" OR \\\"¬en¬web\\\" OR \\\"¬fr¬web\\\" OR \\\"¬de¬web\\\" OR \\\"¬es¬web\\\" OR \\\"¬it¬web\\\" OR \\\"¬pt¬web\\\" OR \\\"¬nl¬web\\\" OR \\\"¬sv¬web\\\" OR \\\"¬da¬web\\\" OR \\\"¬no¬web\\\" OR \\\"¬fi¬web\\\" OR \\\"¬ro¬web\\\" OR \\\"¬hu¬web\\\" OR \\\"¬tr¬web\\\" OR \\\"¬x¬web\\\"\"},{\"query\":\"\\\"servi\\\" * OR \\\"¬en¬servi\\\" OR \\\"¬fr¬serv\\\" OR \\\"¬de¬servi\\\" OR \\\"¬es¬servi\\\" OR \\\"¬it¬serv\\\" OR \\\"¬pt¬serv\\\" OR \\\"¬nl¬servi\\\" OR \\\"¬sv¬servi\\\" OR \\\"¬da¬servi\\\" OR \\\"¬no¬servi\\\" OR \\\"¬fi¬serv\\\" OR \\\"¬ro¬serv\\\" OR \\\"¬hu¬serv\\\" OR \\\"¬tr¬servi\\\" OR \\\"¬x¬servi\\\"\"},{\"query\":\"\\\"¬en\\\"\"},{\"query\":\"\\\"¬fr\\\"\"},{\"query\":\"\\\"¬de\\\"\"},{\"query\":\"\\\"¬es\\\"\"},{\"query\":\"\\\"¬it\\\"\"},{\"query\":\"\\\"¬pt\\\"\"},{\"query\":\"\\\"¬nl\\\"\"},{\"query\":\"\\\"¬sv\\\"\"},{\"query\":\"\\\"¬da\\\"\"},{\"query\":\"\\\"¬no\\\"\"},{\"query\":\"\\\"¬fi\\\"\"},{\"query\":\"\\\"¬ro\\\"\"},{\"query\":\"\\\"¬hu\\\"\"},{\"query\":\"\\\"¬tr\\\"\"},{\"query\":\"\\\"¬x\\\"\"}]","p2":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\" OR \\\"¬de¬amazn\\\" OR \\\"¬es¬amazn\\\" OR \\\"¬it¬amazn\\\" OR \\\"¬pt¬amazn\\\" OR \\\"¬nl¬amazn\\\" OR \\\"¬sv¬amazn\\\" OR \\\"¬da¬amazn\\\" OR \\\"¬no¬amazn\\\" OR \\\"¬fi¬amaz\\\" OR \\\"¬ro¬amazn\\\" OR \\\"¬hu¬amaz\\\" OR \\\"¬tr¬amazn\\\" OR \\\"¬x¬amazn\\\"\"},{\"query\":\"\\\"web\\\" OR \\\"¬en¬web\\\" OR \\\"¬fr¬web\\\" OR \\\"¬de¬web\\\" OR \\\"¬es¬web\\\" OR \\\"¬it¬web\\\" OR \\\"¬pt¬web\\\" OR \\\"¬nl¬web\\\" OR \\\"¬sv¬web\\\" OR \\\"¬da¬web\\\" OR \\\"¬no¬web\\\" OR \\\"¬fi¬web\\\" OR \\\"¬ro¬web\\\" OR \\\"¬hu¬web\\\" OR \\\"¬tr¬web\\\" OR \\\"¬x¬web\\\"\"},{\"query\":\"\\\"servi\\\" * OR \\\"¬en¬servi\\\" OR \\\"¬fr¬serv\\\" OR \\\"¬de¬servi\\\" OR \\\"¬es¬servi\\\" OR \\\"¬it¬serv\\\" OR \\\"¬pt¬serv\\\" OR \\\"¬nl¬servi\\\" OR \\\"¬sv¬servi\\\" OR \\\"¬da¬servi\\\" OR \\\"¬no¬servi\\\" OR \\\"¬fi¬serv\\\" OR \\\"¬ro¬serv\\\" OR \\\"¬hu¬serv\\\" OR \\\"¬tr¬servi\\\" OR \\\"¬x¬servi\\\"\"},{\"query\":\"\\\"¬en\\\"\"},{\"query\":\"\\\"¬fr\\\"\"},{\"query\":\"\\\"¬de\\\"\"},{\"query\":\"\\\"¬es\\\"\"},{\"query\":\"\\\"¬it\\\"\"},{\"query\":\"\\\"¬pt\\\"\"},{\"query\":\"\\\"¬nl\\\"\"},{\"query\":\"\\\"¬sv\\\"\"},{\"query\":\"\\\"¬da\\\"\"},{\"query\":\"\\\"¬no\\\"\"},{\"query\":\"\\\"¬fi\\\"\"},{\"query\":\"\\\"¬ro\\\"\"},{\"query\":\"\\\"¬hu\\\"\"},{\"query\":\"\\\"¬tr\\\"\"},{\"query\":\"\\\"¬x\\\"\"}]","p3":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\" OR \\\"¬de¬amazn\\\" OR \\\"¬es¬amazn\\\" OR \\\"¬it¬amazn\\\" OR \\\"¬pt¬amazn\\\" OR \\\"¬nl¬amazn\\\" OR \\\"¬sv¬amazn\\\" OR \\\"¬da¬amazn\\\" OR \\\"¬no¬amazn\\\" OR \\\"¬fi¬amaz\\\" OR \\\"¬ro¬amazn\\\" OR \\\"¬hu¬amaz\\\" OR \\\"¬tr¬amazn\\\" OR \\\"¬x¬amazn\\\"\"},{\"query\":\"\\\"web\\\" OR \\\"¬en¬web\\\" OR \\\"¬fr¬web\\\" OR \\\"¬de¬web\\\" OR \\\"¬es¬web\\\" OR \\\"¬it¬web\\\" OR \\\"¬pt¬web\\\" OR \\\"¬nl¬web\\\" OR \\\"¬sv¬web\\\" OR \\\"¬da¬web\\\" OR \\\"¬no¬web\\\" OR \\\"¬fi¬web\\\" OR \\\"¬ro¬web\\\" OR \\\"¬hu¬web\\\" OR \\\"¬tr¬web\\\" OR \\\"¬x¬web\\\"\"},{\"query\":\"\\\"servi\\\" * OR \\\"¬en¬servi\\\" OR \\\"¬fr¬serv\\\" OR \\\"¬de¬servi\\\" OR \\\"¬es¬servi\\\" OR \\\"¬it¬serv\\\" OR \\\"¬pt¬serv\\\" OR \\\"¬nl¬servi\\\" OR \\\"¬sv¬servi\\\" OR \\\"¬da¬servi\\\" OR \\\"¬no¬servi\\\" OR \\\"¬fi¬serv\\\" OR \\\"¬ro¬serv\\\" OR \\\"¬hu¬serv\\\" OR \\\"¬tr¬servi\\\" OR \\\"¬x¬servi\\\"\"},{\"query\":\"\\\"¬en\\\"\"},{\"query\":\"\\\"¬fr\\\"\"},{\"query\":\"\\\"¬de\\\"\"},{\"query\":\"\\\"¬es\\\"\"},{\"query\":\"\\\"¬it\\\"\"},{\"query\":\"\\\"¬pt\\\"\"},{\"query\":\"\\\"¬nl\\\"\"},{\"query\":\"\\\"¬sv\\\"\"},{\"query\":\"\\\"¬da\\\"\"},{\"query\":\"\\\"¬no\\\"\"},{\"query\":\"\\\"¬fi\\\"\"},{\"query\":\"\\\"¬ro\\\"\"},{\"query\":\"\\\"¬hu\\\"\"},{\"query\":\"\\\"¬tr\\\"\"},{\"query\":\"\\\"¬x\\\"\"}]"}

SELECT '[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    WITH t1 AS MATERIALIZED (
      SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
        SELECT group_concat('"' || v."term" || '"', ' OR ')
        FROM "entity_vocabulary" v
        WHERE v."term" >= json_extract(j."value", '$.from') AND v."term" < json_extract(j."value", '$.until') AND v."doc" <= 5000 AND abs(length(v."term") - length(json_extract(j."value", '$.word'))) <= json_extract(j."value", '$.typos') AND typos(json_extract(j."value", '$.word'), v."term", json_extract(j."value", '$.typos'))
      ), '') END || ')' AS "term", json_extract(j."value", '$.weight') AS "weight", json_extract(j."value", '$.common') AS "common"
      FROM json_each(@p1) j
    ), t7 AS MATERIALIZED (
      SELECT "num"
      FROM (
        SELECT t2."num"
        FROM "entity" t2
        WHERE t2."num" IN (
          SELECT t3."owner"
          FROM "entity_names" t3
          WHERE (t3."text_folded" >= @p2 AND t3."text_folded" < @p3)
        )
        LIMIT 50
      )
      UNION
      SELECT "num"
      FROM (
        SELECT t4."num"
        FROM "entity" t4
        WHERE t4."num" IN (
          SELECT t5."owner"
          FROM "entity_aliases" t5
          WHERE (t5."text_folded" >= @p4 AND t5."text_folded" < @p5)
        )
        LIMIT 50
      )
    ), t8 AS MATERIALIZED (
      WITH t6 AS MATERIALIZED (
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
      FROM t6
      CROSS JOIN (
        SELECT coalesce((
          SELECT "sum"
          FROM t6
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
        SELECT '[' || json_array(t9."language", t9."text") || ']' AS "item"
        FROM "entity_names" t9
        WHERE t9."owner" = t0."num"
        ORDER BY t9."position"
        LIMIT -1
      )
    ) || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t10."language", t10."text") || ']' AS "item"
        FROM "entity_aliases" t10
        WHERE t10."owner" = t0."num"
        ORDER BY t10."position"
        LIMIT -1
      )
    ) || ',' || coalesce((
      SELECT '[' || '[' || json_array(t11."id") || ']' || ']'
      FROM "entity" t11
      WHERE t11."num" = t0."merged_into"
    ), '[]') || ']' AS "item"
    FROM (
      SELECT "num"
      FROM t7
      UNION ALL
      SELECT "num"
      FROM (
        SELECT "num"
        FROM t8
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t7
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
        FROM t7
      ) AND "num" NOT IN (
        SELECT "num"
        FROM t8
      )
    ) w
    CROSS JOIN "entity" t0
    WHERE t0."num" = w."num" AND (t0."retraction_present" = 0 OR t0."merged_into" IS NOT NULL)
    LIMIT @p0
  )
) || ',' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    WITH t13 AS MATERIALIZED (
      SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
        SELECT group_concat('"' || v."term" || '"', ' OR ')
        FROM "claim_vocabulary" v
        WHERE v."term" >= json_extract(j."value", '$.from') AND v."term" < json_extract(j."value", '$.until') AND v."doc" <= 5000 AND abs(length(v."term") - length(json_extract(j."value", '$.word'))) <= json_extract(j."value", '$.typos') AND typos(json_extract(j."value", '$.word'), v."term", json_extract(j."value", '$.typos'))
      ), '') END || ')' AS "term", json_extract(j."value", '$.weight') AS "weight", json_extract(j."value", '$.common') AS "common"
      FROM json_each(@p7) j
    ), t17 AS MATERIALIZED (
      SELECT "num"
      FROM (
        SELECT t14."num"
        FROM "claim" t14
        WHERE t14."num" IN (
          SELECT t15."owner"
          FROM "claim_texts" t15
          WHERE (t15."text_folded" >= @p8 AND t15."text_folded" < @p9)
        )
        LIMIT 50
      )
    ), t18 AS MATERIALIZED (
      WITH t16 AS MATERIALIZED (
        SELECT "num", sum("weight") AS "sum"
        FROM (
          SELECT x.rowid AS "num", "weight"
          FROM (
            SELECT "term", "weight"
            FROM t13
            WHERE "common" = 0
          )
          CROSS JOIN "claim_words" x
          WHERE x."claim_words" MATCH "term"
          UNION ALL
          SELECT x.rowid, "weight"
          FROM (
            SELECT "weight", "term" || ' AND (' || (
              SELECT group_concat("term", ' OR ')
              FROM t13
              WHERE "common" = 0
            ) || ')' AS "query"
            FROM t13
            WHERE "common" = 1
          )
          CROSS JOIN "claim_words" x
          WHERE x."claim_words" MATCH "query"
        )
        GROUP BY "num"
      )
      SELECT "num"
      FROM t16
      CROSS JOIN (
        SELECT coalesce((
          SELECT "sum"
          FROM t16
          ORDER BY "sum" DESC
          LIMIT 1 OFFSET @p6 - 1
        ), 0) AS "least"
      )
      ORDER BY "sum" DESC, iif("sum" >= "least", (
        SELECT d."sz"
        FROM "claim_words_docsize" d
        WHERE d."id" = "num"
      ), NULL), "num"
    )
    SELECT '[' || json_array(t12."id") || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t19."language", t19."text") || ']' AS "item"
        FROM "claim_texts" t19
        WHERE t19."owner" = t12."num"
        ORDER BY t19."position"
        LIMIT -1
      )
    ) || ']' AS "item"
    FROM (
      SELECT "num"
      FROM t17
      UNION ALL
      SELECT "num"
      FROM (
        SELECT "num"
        FROM t18
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t17
      )
      UNION ALL
      SELECT "num"
      FROM (
        SELECT rowid AS "num"
        FROM "claim_words"
        WHERE "claim_words" MATCH (
          SELECT group_concat("term", ' OR ')
          FROM t13
        )
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t17
      ) AND "num" NOT IN (
        SELECT "num"
        FROM t18
      )
    ) w
    CROSS JOIN "claim" t12
    WHERE t12."num" = w."num" AND (t12."retraction_present" = 0)
    LIMIT @p6
  )
) || ',' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    WITH t21 AS MATERIALIZED (
      SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
        SELECT group_concat('"' || v."term" || '"', ' OR ')
        FROM "source_vocabulary" v
        WHERE v."term" >= json_extract(j."value", '$.from') AND v."term" < json_extract(j."value", '$.until') AND v."doc" <= 5000 AND abs(length(v."term") - length(json_extract(j."value", '$.word'))) <= json_extract(j."value", '$.typos') AND typos(json_extract(j."value", '$.word'), v."term", json_extract(j."value", '$.typos'))
      ), '') END || ')' AS "term", json_extract(j."value", '$.weight') AS "weight", json_extract(j."value", '$.common') AS "common"
      FROM json_each(@p11) j
    ), t24 AS MATERIALIZED (
      SELECT "num"
      FROM (
        SELECT t22."num"
        FROM "source" t22
        WHERE (t22."title_folded" >= @p12 AND t22."title_folded" < @p13)
        LIMIT 50
      )
    ), t25 AS MATERIALIZED (
      WITH t23 AS MATERIALIZED (
        SELECT "num", sum("weight") AS "sum"
        FROM (
          SELECT x.rowid AS "num", "weight"
          FROM (
            SELECT "term", "weight"
            FROM t21
            WHERE "common" = 0
          )
          CROSS JOIN "source_words" x
          WHERE x."source_words" MATCH "term"
          UNION ALL
          SELECT x.rowid, "weight"
          FROM (
            SELECT "weight", "term" || ' AND (' || (
              SELECT group_concat("term", ' OR ')
              FROM t21
              WHERE "common" = 0
            ) || ')' AS "query"
            FROM t21
            WHERE "common" = 1
          )
          CROSS JOIN "source_words" x
          WHERE x."source_words" MATCH "query"
        )
        GROUP BY "num"
      )
      SELECT "num"
      FROM t23
      CROSS JOIN (
        SELECT coalesce((
          SELECT "sum"
          FROM t23
          ORDER BY "sum" DESC
          LIMIT 1 OFFSET @p10 - 1
        ), 0) AS "least"
      )
      ORDER BY "sum" DESC, iif("sum" >= "least", (
        SELECT d."sz"
        FROM "source_words_docsize" d
        WHERE d."id" = "num"
      ), NULL), "num"
    )
    SELECT '[' || json_array(t20."id", t20."title", t20."language") || ',' || coalesce((
      SELECT '[' || '[' || json_array(t26."id") || ']' || ']'
      FROM "source" t26
      WHERE t26."num" = t20."merged_into"
    ), '[]') || ']' AS "item"
    FROM (
      SELECT "num"
      FROM t24
      UNION ALL
      SELECT "num"
      FROM (
        SELECT "num"
        FROM t25
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t24
      )
      UNION ALL
      SELECT "num"
      FROM (
        SELECT rowid AS "num"
        FROM "source_words"
        WHERE "source_words" MATCH (
          SELECT group_concat("term", ' OR ')
          FROM t21
        )
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t24
      ) AND "num" NOT IN (
        SELECT "num"
        FROM t25
      )
    ) w
    CROSS JOIN "source" t20
    WHERE t20."num" = w."num" AND (t20."retraction_present" = 0 OR t20."merged_into" IS NOT NULL)
    LIMIT @p10
  )
) || ',' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    WITH t28 AS MATERIALIZED (
      SELECT j."key" AS "place", '(' || json_extract(j."value", '$.query') || CASE WHEN json_extract(j."value", '$.typos') IS NULL THEN '' ELSE coalesce(' OR ' || (
        SELECT group_concat('"' || v."term" || '"', ' OR ')
        FROM "citation_vocabulary" v
        WHERE v."term" >= json_extract(j."value", '$.from') AND v."term" < json_extract(j."value", '$.until') AND v."doc" <= 5000 AND abs(length(v."term") - length(json_extract(j."value", '$.word'))) <= json_extract(j."value", '$.typos') AND typos(json_extract(j."value", '$.word'), v."term", json_extract(j."value", '$.typos'))
      ), '') END || ')' AS "term", json_extract(j."value", '$.weight') AS "weight", json_extract(j."value", '$.common') AS "common"
      FROM json_each(@p15) j
    ), t32 AS MATERIALIZED (
      SELECT "num"
      FROM (
        SELECT t29."num"
        FROM "citation" t29
        WHERE (t29."quote_folded" >= @p16 AND t29."quote_folded" < @p17)
        LIMIT 50
      )
      UNION
      SELECT "num"
      FROM (
        SELECT t30."num"
        FROM "citation" t30
        WHERE (t30."passage_present" = 1 AND (t30."passage_exact_folded" >= @p18 AND t30."passage_exact_folded" < @p19))
        LIMIT 50
      )
    ), t33 AS MATERIALIZED (
      WITH t31 AS MATERIALIZED (
        SELECT "num", sum("weight") AS "sum"
        FROM (
          SELECT x.rowid AS "num", "weight"
          FROM (
            SELECT "term", "weight"
            FROM t28
            WHERE "common" = 0
          )
          CROSS JOIN "citation_words" x
          WHERE x."citation_words" MATCH "term"
          UNION ALL
          SELECT x.rowid, "weight"
          FROM (
            SELECT "weight", "term" || ' AND (' || (
              SELECT group_concat("term", ' OR ')
              FROM t28
              WHERE "common" = 0
            ) || ')' AS "query"
            FROM t28
            WHERE "common" = 1
          )
          CROSS JOIN "citation_words" x
          WHERE x."citation_words" MATCH "query"
        )
        GROUP BY "num"
      )
      SELECT "num"
      FROM t31
      CROSS JOIN (
        SELECT coalesce((
          SELECT "sum"
          FROM t31
          ORDER BY "sum" DESC
          LIMIT 1 OFFSET @p14 - 1
        ), 0) AS "least"
      )
      ORDER BY "sum" DESC, iif("sum" >= "least", (
        SELECT d."sz"
        FROM "citation_words_docsize" d
        WHERE d."id" = "num"
      ), NULL), "num"
    )
    SELECT '[' || json_array(t27."id", t27."quote", t27."quote_language") || ',' || iif(t27."passage_present", '[' || json_array(t27."passage_exact") || ']', 'null') || ']' AS "item"
    FROM (
      SELECT "num"
      FROM t32
      UNION ALL
      SELECT "num"
      FROM (
        SELECT "num"
        FROM t33
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t32
      )
      UNION ALL
      SELECT "num"
      FROM (
        SELECT rowid AS "num"
        FROM "citation_words"
        WHERE "citation_words" MATCH (
          SELECT group_concat("term", ' OR ')
          FROM t28
        )
      )
      WHERE "num" NOT IN (
        SELECT "num"
        FROM t32
      ) AND "num" NOT IN (
        SELECT "num"
        FROM t33
      )
    ) w
    CROSS JOIN "citation" t27
    WHERE t27."num" = w."num" AND (t27."retraction_present" = 0)
    LIMIT @p14
  )
) || ']' AS "result"
-- {"p0":150,"p1":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\"\",\"weight\":46,\"common\":0,\"word\":\"amazn\",\"typos\":1,\"from\":\"a\",\"until\":\"b\"},{\"query\":\"\\\"servi\\\" * OR \\\"¬en¬servi\\\" OR \\\"¬fr¬serv\\\"\",\"weight\":33,\"common\":0},{\"query\":\"\\\"web\\\" OR \\\"¬en¬web\\\" OR \\\"¬fr¬web\\\"\",\"weight\":29,\"common\":0}]","p2":"amazn web servi","p3":"amazn web servi􏿿","p4":"amazn web servi","p5":"amazn web servi􏿿","p6":150,"p7":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\"\",\"weight\":46,\"common\":0,\"word\":\"amazn\",\"typos\":1,\"from\":\"a\",\"until\":\"b\"},{\"query\":\"\\\"web\\\" OR \\\"¬en¬web\\\" OR \\\"¬fr¬web\\\"\",\"weight\":33,\"common\":0},{\"query\":\"\\\"servi\\\" * OR \\\"¬en¬servi\\\" OR \\\"¬fr¬serv\\\"\",\"weight\":29,\"common\":0}]","p8":"amazn web servi","p9":"amazn web servi􏿿","p10":150,"p11":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\"\",\"weight\":46,\"common\":0,\"word\":\"amazn\",\"typos\":1,\"from\":\"a\",\"until\":\"b\"}]","p12":"amazn web servi","p13":"amazn web servi􏿿","p14":150,"p15":"[{\"query\":\"\\\"amazn\\\" OR \\\"¬en¬amazn\\\" OR \\\"¬fr¬amazn\\\"\",\"weight\":46,\"common\":0,\"word\":\"amazn\",\"typos\":1,\"from\":\"a\",\"until\":\"b\"},{\"query\":\"\\\"servi\\\" * OR \\\"¬en¬servi\\\" OR \\\"¬fr¬serv\\\"\",\"weight\":38,\"common\":0}]","p16":"amazn web servi","p17":"amazn web servi􏿿","p18":"amazn web servi","p19":"amazn web servi􏿿"}

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
      SELECT '[' || json_array(t1."key") || ']'
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
      SELECT '[' || json_array(t3."key") || ']'
      FROM "source" t3
      WHERE t3."num" = coalesce(t4."merged_into", t4."num")
    ) AS "row"
    FROM "source" t4
    WHERE t4."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Claim', t5."id") AS "head", '[' || json_array(t5."key") || ']' AS "row"
    FROM "claim" t5
    WHERE t5."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Citation', t6."id") AS "head", '[' || json_array(t6."key") || ']' AS "row"
    FROM "citation" t6
    WHERE t6."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('ClaimLink', t7."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM "claim_link" t7
    WHERE t7."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-1\",\"id-2\",\"id-3\"]"}
