SELECT ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT (
      SELECT '[' || json_array(t1."first_said_lower", t1."id") || ',' || '[' || json_array(t1."id") || ']' || ']'
      FROM (
        SELECT t1.*, NULL
        FROM "claim" t1
        WHERE t1."held_since" <= @p0 AND t1."num" = t2."num"
        UNION ALL
        SELECT t1.*
        FROM "claim_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."num" = t2."num"
        LIMIT -1
      ) t1
    ) AS "item"
    FROM (
      SELECT t0."num" AS "num"
      FROM (
        SELECT *
        FROM (
          SELECT *
          FROM (
            SELECT t0.*, NULL
            FROM "claim" t0
            WHERE t0."held_since" <= @p0 AND t0."retraction_present" = 0
            ORDER BY t0."first_said_lower" DESC, t0."id" DESC
            LIMIT @p1
          )
          UNION ALL
          SELECT *
          FROM (
            SELECT t0.*
            FROM "claim_past" t0
            WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0
            ORDER BY t0."first_said_lower" DESC, t0."id" DESC
            LIMIT @p1
          )
        ) t0
        ORDER BY t0."first_said_lower" DESC, t0."id" DESC
        LIMIT @p1
      ) t0
    ) t2
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') AS "result"
-- {"p0":moment-1,"p1":201}
