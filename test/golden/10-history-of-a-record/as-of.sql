SELECT (
  SELECT '[' || json_array(t0."version") || ',' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
      FROM (
        SELECT *
        FROM (
          SELECT *
          FROM (
            SELECT t1.*, NULL
            FROM "claim_texts" t1
            WHERE t1."held_since" <= @p0 AND t1."owner" = t0."num"
            ORDER BY t1."position"
            LIMIT -1
          )
          UNION ALL
          SELECT *
          FROM (
            SELECT t1.*
            FROM "claim_texts_past" t1
            WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."owner" = t0."num"
            ORDER BY t1."position"
            LIMIT -1
          )
        ) t1
        ORDER BY t1."position"
        LIMIT -1
      ) t1
      LIMIT -1
    )
  ) || ',' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t2."version", t2."operation", t2."recorded_at", t2."recorded_by", t2."reason", t2."document") || ']' AS "item"
      FROM "version" t2
      WHERE t2."record" = 'Claim' AND t2."num" = t0."num" AND t2."recorded_at" <= @p0
      ORDER BY t2."version" DESC
      LIMIT -1
    )
  ) || ']'
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
