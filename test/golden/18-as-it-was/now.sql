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

SELECT (
  SELECT '[' || json_array(t0."citation_count") || ']'
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
  SELECT '[' || json_array(t0."recorded_at", t0."citation_count", t0."independent_supporting") || ']'
  FROM "claim" t0
  WHERE t0."key" = @p0
) AS "result"
-- {"p0":"parler-unreachable"}

SELECT ('[' || (
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
      WHERE t0."retraction_present" = 0 AND (t0."valid_from" IS NOT NULL AND (NOT coalesce(t0."valid_from" IS NOT NULL, 0) OR (t0."valid_from_lower" <= @p3 AND t0."valid_from_lower" + CASE WHEN t0."valid_from_lower_zone" = 0 THEN 0 ELSE (t0."valid_from_lower_zone" - 1440) * 60000 END <= @p2 AND t0."valid_from_lower" > -9000000000000000)) AND (NOT coalesce(t0."valid_until" IS NOT NULL, 0) OR (t0."valid_until_upper" >= @p5 AND t0."valid_until_upper" + CASE WHEN t0."valid_until_upper_zone" = 0 THEN 0 ELSE (t0."valid_until_upper_zone" - 1440) * 60000 END >= @p4 AND t0."valid_until_lower" > -9000000000000000))) AND within_time()
      ORDER BY t0."first_said_lower" DESC, t0."id" DESC
      LIMIT @p0
    ) t2
    CROSS JOIN "claim" t1 ON t1."num" = t2."num"
  )
) || ',' || json_array((
  SELECT count(*)
  FROM "claim" t4
  WHERE t4."retraction_present" = 0 AND (t4."valid_from" IS NOT NULL AND (NOT coalesce(t4."valid_from" IS NOT NULL, 0) OR (t4."valid_from_lower" <= @p9 AND t4."valid_from_lower" + CASE WHEN t4."valid_from_lower_zone" = 0 THEN 0 ELSE (t4."valid_from_lower_zone" - 1440) * 60000 END <= @p8 AND t4."valid_from_lower" > -9000000000000000)) AND (NOT coalesce(t4."valid_until" IS NOT NULL, 0) OR (t4."valid_until_upper" >= @p11 AND t4."valid_until_upper" + CASE WHEN t4."valid_until_upper_zone" = 0 THEN 0 ELSE (t4."valid_until_upper_zone" - 1440) * 60000 END >= @p10 AND t4."valid_until_lower" > -9000000000000000))) AND within_time()
), NULL, NULL) || ']') AS "result"
-- {"p0":6,"p1":-8640000000000000,"p2":moment-2,"p3":moment-3,"p4":moment-4,"p5":moment-5,"p6":8640000000000000,"p7":-8640000000000000,"p8":moment-2,"p9":moment-3,"p10":moment-4,"p11":moment-5,"p12":8640000000000000}
