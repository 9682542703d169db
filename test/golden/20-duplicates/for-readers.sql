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
    SELECT json_array('Entity', t3."id") AS "head", (
      SELECT '[' || json_array(t1."key", t1."withheld") || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t2."language", t2."text") || ']' AS "item"
          FROM "entity_names" t2
          WHERE t2."owner" = t1."num"
          ORDER BY t2."position"
          LIMIT -1
        )
      ) || ']'
      FROM "entity" t1
      WHERE t1."num" = coalesce(t3."merged_into", t3."num")
    ) AS "row"
    FROM "entity" t3
    WHERE t3."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Source', t5."id") AS "head", (
      SELECT '[' || json_array(t4."withheld") || ']'
      FROM "source" t4
      WHERE t4."num" = coalesce(t5."merged_into", t5."num")
    ) AS "row"
    FROM "source" t5
    WHERE t5."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Claim', t6."id") AS "head", '[' || json_array(t6."withheld") || ']' AS "row"
    FROM "claim" t6
    WHERE t6."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Citation', t7."id") AS "head", '[' || json_array(t7."withheld") || ']' AS "row"
    FROM "citation" t7
    WHERE t7."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('ClaimLink', t8."id") AS "head", '[' || json_array(t8."withheld") || ']' AS "row"
    FROM "claim_link" t8
    WHERE t8."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-1\"]"}

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
) || ']' AS "result"
-- {"p0":"[{\"query\":\"\\\"afp\\\"\"},{\"query\":\"\\\"agence\\\"\"},{\"query\":\"\\\"france\\\"\"},{\"query\":\"\\\"presse\\\"\"},{\"query\":\"\\\"agencefrancepresse\\\"\"},{\"query\":\"\\\"francepresseagence\\\"\"},{\"query\":\"\\\"presseagencefrance\\\"\"},{\"query\":\"\\\"§gnc\\\"\"},{\"query\":\"\\\"§frnc\\\"\"},{\"query\":\"\\\"§prs\\\"\"},{\"query\":\"\\\"amazon\\\"\"},{\"query\":\"\\\"web\\\"\"},{\"query\":\"\\\"services\\\"\"},{\"query\":\"\\\"amazonwebservices\\\"\"},{\"query\":\"\\\"webservicesamazon\\\"\"},{\"query\":\"\\\"servicesamazonweb\\\"\"},{\"query\":\"\\\"§mzn\\\"\"},{\"query\":\"\\\"§b\\\"\"},{\"query\":\"\\\"§srvcs\\\"\"},{\"query\":\"\\\"aws\\\"\"},{\"query\":\"\\\"inc\\\"\"},{\"query\":\"\\\"§nc\\\"\"},{\"query\":\"\\\"american\\\"\"},{\"query\":\"\\\"far\\\"\"},{\"query\":\"\\\"right\\\"\"},{\"query\":\"\\\"americanfarright\\\"\"},{\"query\":\"\\\"farrightamerican\\\"\"},{\"query\":\"\\\"rightamericanfar\\\"\"},{\"query\":\"\\\"§mrcn\\\"\"},{\"query\":\"\\\"§fr\\\"\"},{\"query\":\"\\\"§rght\\\"\"},{\"query\":\"\\\"extreme\\\"\"},{\"query\":\"\\\"droite\\\"\"},{\"query\":\"\\\"americaine\\\"\"},{\"query\":\"\\\"extremedroiteamericaine\\\"\"},{\"query\":\"\\\"droiteamericaineextreme\\\"\"},{\"query\":\"\\\"americaineextremedroite\\\"\"},{\"query\":\"\\\"§xtrm\\\"\"},{\"query\":\"\\\"§drt\\\"\"},{\"query\":\"\\\"an\\\"\"},{\"query\":\"\\\"spokeswoman\\\"\"},{\"query\":\"\\\"anamazonspokeswoman\\\"\"},{\"query\":\"\\\"amazonspokeswomanan\\\"\"},{\"query\":\"\\\"spokeswomananamazon\\\"\"},{\"query\":\"\\\"§n\\\"\"},{\"query\":\"\\\"§spksmn\\\"\"},{\"query\":\"\\\"une\\\"\"},{\"query\":\"\\\"porte\\\"\"},{\"query\":\"\\\"parole\\\"\"},{\"query\":\"\\\"damazon\\\"\"},{\"query\":\"\\\"§prt\\\"\"},{\"query\":\"\\\"§prl\\\"\"},{\"query\":\"\\\"§d\\\"\"},{\"query\":\"\\\"announcements\\\"\"},{\"query\":\"\\\"of\\\"\"},{\"query\":\"\\\"apple\\\"\"},{\"query\":\"\\\"google\\\"\"},{\"query\":\"\\\"and\\\"\"},{\"query\":\"\\\"§nncmnts\\\"\"},{\"query\":\"\\\"§f\\\"\"},{\"query\":\"\\\"§pl\\\"\"},{\"query\":\"\\\"§ggl\\\"\"},{\"query\":\"\\\"§nd\\\"\"},{\"query\":\"\\\"annonces\\\"\"},{\"query\":\"\\\"dapple\\\"\"},{\"query\":\"\\\"et\\\"\"},{\"query\":\"\\\"§nncs\\\"\"},{\"query\":\"\\\"§t\\\"\"},{\"query\":\"\\\"application\\\"\"},{\"query\":\"\\\"parler\\\"\"},{\"query\":\"\\\"applicationofparler\\\"\"},{\"query\":\"\\\"ofparlerapplication\\\"\"},{\"query\":\"\\\"parlerapplicationof\\\"\"},{\"query\":\"\\\"§plctn\\\"\"},{\"query\":\"\\\"§prlr\\\"\"},{\"query\":\"\\\"de\\\"\"},{\"query\":\"\\\"applicationdeparler\\\"\"},{\"query\":\"\\\"deparlerapplication\\\"\"},{\"query\":\"\\\"parlerapplicationde\\\"\"},{\"query\":\"\\\"bfm\\\"\"},{\"query\":\"\\\"business\\\"\"},{\"query\":\"\\\"bfmbusiness\\\"\"},{\"query\":\"\\\"businessbfm\\\"\"},{\"query\":\"\\\"§bfm\\\"\"},{\"query\":\"\\\"§bsns\\\"\"}]"}

SELECT ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t1."default_name_folded", t1."id") || ',' || '[' || json_array(t1."id") || ']' || ']' AS "item"
    FROM (
      SELECT t0."num" AS "num"
      FROM "entity" t0
      WHERE t0."retraction_present" = 0 AND t0."withheld" = 0 AND within_time()
      ORDER BY t0."default_name_folded" ASC, t0."id" ASC
      LIMIT @p0
    ) t2
    CROSS JOIN "entity" t1 ON t1."num" = t2."num"
  )
) || ',' || json_array((
  SELECT count(*)
  FROM "entity" t3
  WHERE t3."retraction_present" = 0 AND t3."withheld" = 0 AND within_time()
), NULL, NULL) || ']') AS "result"
-- {"p0":11}
