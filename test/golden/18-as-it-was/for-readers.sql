SELECT '[' || (
  SELECT json_array('Predicate', count(*) FILTER (
  WHERE t0."retraction_present" = 0), count(*) FILTER (
  WHERE t0."retraction_present" = 1))
  FROM (
    SELECT t0.*, NULL
    FROM "predicate" t0
    WHERE t0."held_since" <= @p0
    UNION ALL
    SELECT t0.*
    FROM "predicate_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0
    LIMIT -1
  ) t0
) || ',' || (
  SELECT json_array('Entity', count(*) FILTER (
  WHERE t1."retraction_present" = 0), count(*) FILTER (
  WHERE t1."retraction_present" = 1))
  FROM (
    SELECT t1.*, NULL
    FROM "entity" t1
    WHERE t1."held_since" <= @p0
    UNION ALL
    SELECT t1.*
    FROM "entity_past" t1
    WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0
    LIMIT -1
  ) t1
) || ',' || (
  SELECT json_array('Source', count(*) FILTER (
  WHERE t2."retraction_present" = 0), count(*) FILTER (
  WHERE t2."retraction_present" = 1))
  FROM (
    SELECT t2.*, NULL
    FROM "source" t2
    WHERE t2."held_since" <= @p0
    UNION ALL
    SELECT t2.*
    FROM "source_past" t2
    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0
    LIMIT -1
  ) t2
) || ',' || (
  SELECT json_array('Claim', count(*) FILTER (
  WHERE t3."retraction_present" = 0), count(*) FILTER (
  WHERE t3."retraction_present" = 1))
  FROM (
    SELECT t3.*, NULL
    FROM "claim" t3
    WHERE t3."held_since" <= @p0
    UNION ALL
    SELECT t3.*
    FROM "claim_past" t3
    WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0
    LIMIT -1
  ) t3
) || ',' || (
  SELECT json_array('Citation', count(*) FILTER (
  WHERE t4."retraction_present" = 0), count(*) FILTER (
  WHERE t4."retraction_present" = 1))
  FROM (
    SELECT t4.*, NULL
    FROM "citation" t4
    WHERE t4."held_since" <= @p0
    UNION ALL
    SELECT t4.*
    FROM "citation_past" t4
    WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0
    LIMIT -1
  ) t4
) || ',' || (
  SELECT json_array('ClaimLink', count(*) FILTER (
  WHERE t5."retraction_present" = 0), count(*) FILTER (
  WHERE t5."retraction_present" = 1))
  FROM (
    SELECT t5.*, NULL
    FROM "claim_link" t5
    WHERE t5."held_since" <= @p0
    UNION ALL
    SELECT t5.*
    FROM "claim_link_past" t5
    WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0
    LIMIT -1
  ) t5
) || ']' AS "result"
-- {"p0":moment-1}

SELECT '[' || ('[' || '[]' || ',' || json_array((
  SELECT count(*)
  FROM (
    SELECT t0.*, NULL
    FROM "entity" t0
    WHERE t0."held_since" <= @p0 AND t0."retraction_present" = 0 AND NOT coalesce(t0."withheld" = 0, 0) AND within_time()
    UNION ALL
    SELECT t0.*
    FROM "entity_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0 AND NOT coalesce(t0."withheld" = 0, 0) AND within_time()
    LIMIT -1
  ) t0
), NULL, NULL) || ']') || ',' || ('[' || '[]' || ',' || json_array((
  SELECT count(*)
  FROM (
    SELECT t1.*, NULL
    FROM "entity" t1
    WHERE t1."held_since" <= @p0 AND t1."retraction_present" = 1 AND NOT coalesce(t1."withheld" = 0, 0) AND within_time()
    UNION ALL
    SELECT t1.*
    FROM "entity_past" t1
    WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."retraction_present" = 1 AND NOT coalesce(t1."withheld" = 0, 0) AND within_time()
    LIMIT -1
  ) t1
), NULL, NULL) || ']') || ']' AS "result"
-- {"p0":moment-1}

SELECT '[' || ('[' || '[]' || ',' || json_array((
  SELECT count(*)
  FROM (
    SELECT t0.*, NULL
    FROM "source" t0
    WHERE t0."held_since" <= @p0 AND t0."retraction_present" = 0 AND NOT coalesce(t0."withheld" = 0, 0) AND within_time()
    UNION ALL
    SELECT t0.*
    FROM "source_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0 AND NOT coalesce(t0."withheld" = 0, 0) AND within_time()
    LIMIT -1
  ) t0
), NULL, NULL) || ']') || ',' || ('[' || '[]' || ',' || json_array((
  SELECT count(*)
  FROM (
    SELECT t1.*, NULL
    FROM "source" t1
    WHERE t1."held_since" <= @p0 AND t1."retraction_present" = 1 AND NOT coalesce(t1."withheld" = 0, 0) AND within_time()
    UNION ALL
    SELECT t1.*
    FROM "source_past" t1
    WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."retraction_present" = 1 AND NOT coalesce(t1."withheld" = 0, 0) AND within_time()
    LIMIT -1
  ) t1
), NULL, NULL) || ']') || ']' AS "result"
-- {"p0":moment-1}

SELECT '[' || ('[' || '[]' || ',' || json_array((
  SELECT count(*)
  FROM (
    SELECT t0.*, NULL
    FROM "claim" t0
    WHERE t0."held_since" <= @p0 AND t0."retraction_present" = 0 AND NOT coalesce(t0."withheld" = 0, 0) AND within_time()
    UNION ALL
    SELECT t0.*
    FROM "claim_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0 AND NOT coalesce(t0."withheld" = 0, 0) AND within_time()
    LIMIT -1
  ) t0
), NULL, NULL) || ']') || ',' || ('[' || '[]' || ',' || json_array((
  SELECT count(*)
  FROM (
    SELECT t1.*, NULL
    FROM "claim" t1
    WHERE t1."held_since" <= @p0 AND t1."retraction_present" = 1 AND NOT coalesce(t1."withheld" = 0, 0) AND within_time()
    UNION ALL
    SELECT t1.*
    FROM "claim_past" t1
    WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."retraction_present" = 1 AND NOT coalesce(t1."withheld" = 0, 0) AND within_time()
    LIMIT -1
  ) t1
), NULL, NULL) || ']') || ']' AS "result"
-- {"p0":moment-1}

SELECT '[' || ('[' || '[]' || ',' || json_array((
  SELECT count(*)
  FROM (
    SELECT t0.*, NULL
    FROM "citation" t0
    WHERE t0."held_since" <= @p0 AND t0."retraction_present" = 0 AND NOT coalesce((t0."withheld" = 0 AND EXISTS (
      SELECT 1
      FROM (
        SELECT t1.*, NULL
        FROM "claim" t1
        WHERE t1."held_since" <= @p0 AND t1."num" = t0."claim" AND t1."withheld" = 0
        UNION ALL
        SELECT t1.*
        FROM "claim_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."num" = t0."claim" AND t1."withheld" = 0
        LIMIT -1
      ) t1
    ) AND EXISTS (
      SELECT 1
      FROM (
        SELECT t2.*, NULL
        FROM "source" t2
        WHERE t2."held_since" <= @p0 AND t2."num" = t0."source" AND t2."withheld" = 0
        UNION ALL
        SELECT t2.*
        FROM "source_past" t2
        WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = t0."source" AND t2."withheld" = 0
        LIMIT -1
      ) t2
    )), 0) AND within_time()
    UNION ALL
    SELECT t0.*
    FROM "citation_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0 AND NOT coalesce((t0."withheld" = 0 AND EXISTS (
      SELECT 1
      FROM (
        SELECT t1.*, NULL
        FROM "claim" t1
        WHERE t1."held_since" <= @p0 AND t1."num" = t0."claim" AND t1."withheld" = 0
        UNION ALL
        SELECT t1.*
        FROM "claim_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."num" = t0."claim" AND t1."withheld" = 0
        LIMIT -1
      ) t1
    ) AND EXISTS (
      SELECT 1
      FROM (
        SELECT t2.*, NULL
        FROM "source" t2
        WHERE t2."held_since" <= @p0 AND t2."num" = t0."source" AND t2."withheld" = 0
        UNION ALL
        SELECT t2.*
        FROM "source_past" t2
        WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = t0."source" AND t2."withheld" = 0
        LIMIT -1
      ) t2
    )), 0) AND within_time()
    LIMIT -1
  ) t0
), NULL, NULL) || ']') || ',' || ('[' || '[]' || ',' || json_array((
  SELECT count(*)
  FROM (
    SELECT t3.*, NULL
    FROM "citation" t3
    WHERE t3."held_since" <= @p0 AND t3."retraction_present" = 1 AND NOT coalesce((t3."withheld" = 0 AND EXISTS (
      SELECT 1
      FROM (
        SELECT t4.*, NULL
        FROM "claim" t4
        WHERE t4."held_since" <= @p0 AND t4."num" = t3."claim" AND t4."withheld" = 0
        UNION ALL
        SELECT t4.*
        FROM "claim_past" t4
        WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t3."claim" AND t4."withheld" = 0
        LIMIT -1
      ) t4
    ) AND EXISTS (
      SELECT 1
      FROM (
        SELECT t5.*, NULL
        FROM "source" t5
        WHERE t5."held_since" <= @p0 AND t5."num" = t3."source" AND t5."withheld" = 0
        UNION ALL
        SELECT t5.*
        FROM "source_past" t5
        WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t3."source" AND t5."withheld" = 0
        LIMIT -1
      ) t5
    )), 0) AND within_time()
    UNION ALL
    SELECT t3.*
    FROM "citation_past" t3
    WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."retraction_present" = 1 AND NOT coalesce((t3."withheld" = 0 AND EXISTS (
      SELECT 1
      FROM (
        SELECT t4.*, NULL
        FROM "claim" t4
        WHERE t4."held_since" <= @p0 AND t4."num" = t3."claim" AND t4."withheld" = 0
        UNION ALL
        SELECT t4.*
        FROM "claim_past" t4
        WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t3."claim" AND t4."withheld" = 0
        LIMIT -1
      ) t4
    ) AND EXISTS (
      SELECT 1
      FROM (
        SELECT t5.*, NULL
        FROM "source" t5
        WHERE t5."held_since" <= @p0 AND t5."num" = t3."source" AND t5."withheld" = 0
        UNION ALL
        SELECT t5.*
        FROM "source_past" t5
        WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t3."source" AND t5."withheld" = 0
        LIMIT -1
      ) t5
    )), 0) AND within_time()
    LIMIT -1
  ) t3
), NULL, NULL) || ']') || ']' AS "result"
-- {"p0":moment-1}

SELECT '[' || ('[' || '[]' || ',' || json_array((
  SELECT count(*)
  FROM (
    SELECT t0.*, NULL
    FROM "claim_link" t0
    WHERE t0."held_since" <= @p0 AND t0."retraction_present" = 0 AND NOT coalesce((t0."withheld" = 0 AND EXISTS (
      SELECT 1
      FROM (
        SELECT t1.*, NULL
        FROM "claim" t1
        WHERE t1."held_since" <= @p0 AND t1."num" = t0."from" AND t1."withheld" = 0
        UNION ALL
        SELECT t1.*
        FROM "claim_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."num" = t0."from" AND t1."withheld" = 0
        LIMIT -1
      ) t1
    ) AND EXISTS (
      SELECT 1
      FROM (
        SELECT t2.*, NULL
        FROM "claim" t2
        WHERE t2."held_since" <= @p0 AND t2."num" = t0."to" AND t2."withheld" = 0
        UNION ALL
        SELECT t2.*
        FROM "claim_past" t2
        WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = t0."to" AND t2."withheld" = 0
        LIMIT -1
      ) t2
    )), 0) AND within_time()
    UNION ALL
    SELECT t0.*
    FROM "claim_link_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0 AND NOT coalesce((t0."withheld" = 0 AND EXISTS (
      SELECT 1
      FROM (
        SELECT t1.*, NULL
        FROM "claim" t1
        WHERE t1."held_since" <= @p0 AND t1."num" = t0."from" AND t1."withheld" = 0
        UNION ALL
        SELECT t1.*
        FROM "claim_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."num" = t0."from" AND t1."withheld" = 0
        LIMIT -1
      ) t1
    ) AND EXISTS (
      SELECT 1
      FROM (
        SELECT t2.*, NULL
        FROM "claim" t2
        WHERE t2."held_since" <= @p0 AND t2."num" = t0."to" AND t2."withheld" = 0
        UNION ALL
        SELECT t2.*
        FROM "claim_past" t2
        WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = t0."to" AND t2."withheld" = 0
        LIMIT -1
      ) t2
    )), 0) AND within_time()
    LIMIT -1
  ) t0
), NULL, NULL) || ']') || ',' || ('[' || '[]' || ',' || json_array((
  SELECT count(*)
  FROM (
    SELECT t3.*, NULL
    FROM "claim_link" t3
    WHERE t3."held_since" <= @p0 AND t3."retraction_present" = 1 AND NOT coalesce((t3."withheld" = 0 AND EXISTS (
      SELECT 1
      FROM (
        SELECT t4.*, NULL
        FROM "claim" t4
        WHERE t4."held_since" <= @p0 AND t4."num" = t3."from" AND t4."withheld" = 0
        UNION ALL
        SELECT t4.*
        FROM "claim_past" t4
        WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t3."from" AND t4."withheld" = 0
        LIMIT -1
      ) t4
    ) AND EXISTS (
      SELECT 1
      FROM (
        SELECT t5.*, NULL
        FROM "claim" t5
        WHERE t5."held_since" <= @p0 AND t5."num" = t3."to" AND t5."withheld" = 0
        UNION ALL
        SELECT t5.*
        FROM "claim_past" t5
        WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t3."to" AND t5."withheld" = 0
        LIMIT -1
      ) t5
    )), 0) AND within_time()
    UNION ALL
    SELECT t3.*
    FROM "claim_link_past" t3
    WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."retraction_present" = 1 AND NOT coalesce((t3."withheld" = 0 AND EXISTS (
      SELECT 1
      FROM (
        SELECT t4.*, NULL
        FROM "claim" t4
        WHERE t4."held_since" <= @p0 AND t4."num" = t3."from" AND t4."withheld" = 0
        UNION ALL
        SELECT t4.*
        FROM "claim_past" t4
        WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t3."from" AND t4."withheld" = 0
        LIMIT -1
      ) t4
    ) AND EXISTS (
      SELECT 1
      FROM (
        SELECT t5.*, NULL
        FROM "claim" t5
        WHERE t5."held_since" <= @p0 AND t5."num" = t3."to" AND t5."withheld" = 0
        UNION ALL
        SELECT t5.*
        FROM "claim_past" t5
        WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t3."to" AND t5."withheld" = 0
        LIMIT -1
      ) t5
    )), 0) AND within_time()
    LIMIT -1
  ) t3
), NULL, NULL) || ']') || ']' AS "result"
-- {"p0":moment-1}

SELECT (
  SELECT '[' || json_array(t0."citation_count", t0."readers_differ", t0."readers_citation_count", t0."withheld") || ']'
  FROM (
    SELECT t0.*, NULL
    FROM "claim" t0
    WHERE t0."held_since" <= @p0 AND t0."key" = @p1
    UNION ALL
    SELECT t0.*
    FROM "claim_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."key" = @p1
    LIMIT -1
  ) t0
) AS "result"
-- {"p0":moment-1,"p1":"parler-unreachable"}

SELECT (
  SELECT '[' || json_array(t0."recorded_at", t0."citation_count", t0."independent_supporting", t0."readers_differ", t0."readers_citation_count", t0."readers_independent_supporting", t0."withheld") || ']'
  FROM "claim" t0
  WHERE t0."key" = @p0
) AS "result"
-- {"p0":"parler-unreachable"}

SELECT '[' || ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t1."first_said_lower", t1."id") || ',' || '[' || json_array(t1."valid_from", t1."valid_until") || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t3."language", t3."text") || ']' AS "item"
        FROM "claim_texts" t3
        WHERE t3."owner" = t1."num"
        ORDER BY t3."position"
        LIMIT -1
      )
    ) || ']' || ']' AS "item"
    FROM (
      SELECT t0."num" AS "num"
      FROM "claim" t0
      WHERE t0."retraction_present" = 0 AND (t0."withheld" = 0 AND t0."valid_from" IS NOT NULL AND (NOT coalesce(t0."valid_from" IS NOT NULL, 0) OR (t0."valid_from_lower" <= @p3 AND t0."valid_from_lower" + CASE WHEN t0."valid_from_lower_zone" = 0 THEN 0 ELSE (t0."valid_from_lower_zone" - 1440) * 60000 END <= @p2 AND t0."valid_from_lower" > -9000000000000000)) AND (NOT coalesce(t0."valid_until" IS NOT NULL, 0) OR (t0."valid_until_upper" >= @p5 AND t0."valid_until_upper" + CASE WHEN t0."valid_until_upper_zone" = 0 THEN 0 ELSE (t0."valid_until_upper_zone" - 1440) * 60000 END >= @p4 AND t0."valid_until_lower" > -9000000000000000)) AND t0."readers_differ" = 0) AND within_time()
      ORDER BY t0."first_said_lower" DESC, t0."id" DESC
      LIMIT @p0
    ) t2
    CROSS JOIN "claim" t1 ON t1."num" = t2."num"
  )
) || ',' || json_array((
  SELECT count(*)
  FROM "claim" t4
  WHERE t4."retraction_present" = 0 AND (t4."withheld" = 0 AND t4."valid_from" IS NOT NULL AND (NOT coalesce(t4."valid_from" IS NOT NULL, 0) OR (t4."valid_from_lower" <= @p9 AND t4."valid_from_lower" + CASE WHEN t4."valid_from_lower_zone" = 0 THEN 0 ELSE (t4."valid_from_lower_zone" - 1440) * 60000 END <= @p8 AND t4."valid_from_lower" > -9000000000000000)) AND (NOT coalesce(t4."valid_until" IS NOT NULL, 0) OR (t4."valid_until_upper" >= @p11 AND t4."valid_until_upper" + CASE WHEN t4."valid_until_upper_zone" = 0 THEN 0 ELSE (t4."valid_until_upper_zone" - 1440) * 60000 END >= @p10 AND t4."valid_until_lower" > -9000000000000000)) AND t4."readers_differ" = 0) AND within_time()
), NULL, NULL) || ']') || ',' || ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t6."readers_first_said_lower", t6."id") || ',' || '[' || json_array(t6."valid_from", t6."valid_until") || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t8."language", t8."text") || ']' AS "item"
        FROM "claim_texts" t8
        WHERE t8."owner" = t6."num"
        ORDER BY t8."position"
        LIMIT -1
      )
    ) || ']' || ']' AS "item"
    FROM (
      SELECT t5."num" AS "num"
      FROM "claim" t5
      WHERE t5."retraction_present" = 0 AND (t5."withheld" = 0 AND t5."valid_from" IS NOT NULL AND (NOT coalesce(t5."valid_from" IS NOT NULL, 0) OR (t5."valid_from_lower" <= @p16 AND t5."valid_from_lower" + CASE WHEN t5."valid_from_lower_zone" = 0 THEN 0 ELSE (t5."valid_from_lower_zone" - 1440) * 60000 END <= @p15 AND t5."valid_from_lower" > -9000000000000000)) AND (NOT coalesce(t5."valid_until" IS NOT NULL, 0) OR (t5."valid_until_upper" >= @p18 AND t5."valid_until_upper" + CASE WHEN t5."valid_until_upper_zone" = 0 THEN 0 ELSE (t5."valid_until_upper_zone" - 1440) * 60000 END >= @p17 AND t5."valid_until_lower" > -9000000000000000)) AND t5."readers_differ" = 1) AND within_time()
      ORDER BY t5."readers_first_said_lower" DESC, t5."id" DESC
      LIMIT @p13
    ) t7
    CROSS JOIN "claim" t6 ON t6."num" = t7."num"
  )
) || ',' || json_array((
  SELECT count(*)
  FROM "claim" t9
  WHERE t9."retraction_present" = 0 AND (t9."withheld" = 0 AND t9."valid_from" IS NOT NULL AND (NOT coalesce(t9."valid_from" IS NOT NULL, 0) OR (t9."valid_from_lower" <= @p22 AND t9."valid_from_lower" + CASE WHEN t9."valid_from_lower_zone" = 0 THEN 0 ELSE (t9."valid_from_lower_zone" - 1440) * 60000 END <= @p21 AND t9."valid_from_lower" > -9000000000000000)) AND (NOT coalesce(t9."valid_until" IS NOT NULL, 0) OR (t9."valid_until_upper" >= @p24 AND t9."valid_until_upper" + CASE WHEN t9."valid_until_upper_zone" = 0 THEN 0 ELSE (t9."valid_until_upper_zone" - 1440) * 60000 END >= @p23 AND t9."valid_until_lower" > -9000000000000000)) AND t9."readers_differ" = 1) AND within_time()
), NULL, NULL) || ']') || ']' AS "result"
-- {"p0":6,"p1":-8640000000000000,"p2":moment-2,"p3":moment-3,"p4":moment-4,"p5":moment-5,"p6":8640000000000000,"p7":-8640000000000000,"p8":moment-2,"p9":moment-3,"p10":moment-4,"p11":moment-5,"p12":8640000000000000,"p13":6,"p14":-8640000000000000,"p15":moment-2,"p16":moment-3,"p17":moment-4,"p18":moment-5,"p19":8640000000000000,"p20":-8640000000000000,"p21":moment-2,"p22":moment-3,"p23":moment-4,"p24":moment-5,"p25":8640000000000000}
