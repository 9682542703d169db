SELECT (
  SELECT '[' || json_array(t0."id", t0."version") || ']'
  FROM (
    SELECT t0.*, NULL
    FROM "entity" t0
    WHERE t0."held_since" <= @p0 AND t0."num" = (
      SELECT coalesce(t1."merged_into", t1."num")
      FROM (
        SELECT t1.*, NULL
        FROM "entity" t1
        WHERE t1."held_since" <= @p0 AND t1."key" = @p1
        UNION ALL
        SELECT t1.*
        FROM "entity_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p1
        LIMIT -1
      ) t1
    )
    UNION ALL
    SELECT t0.*
    FROM "entity_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = (
      SELECT coalesce(t1."merged_into", t1."num")
      FROM (
        SELECT t1.*, NULL
        FROM "entity" t1
        WHERE t1."held_since" <= @p0 AND t1."key" = @p1
        UNION ALL
        SELECT t1.*
        FROM "entity_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p1
        LIMIT -1
      ) t1
    )
    LIMIT -1
  ) t0
) AS "result"
-- {"p0":moment-1,"p1":"john-matze"}

SELECT (
  SELECT '[' || json_array(t0."id", t0."version") || ']'
  FROM (
    SELECT t0.*, NULL
    FROM "entity" t0
    WHERE t0."held_since" <= @p0 AND t0."num" = (
      SELECT coalesce(t1."merged_into", t1."num")
      FROM (
        SELECT t1.*, NULL
        FROM "entity" t1
        WHERE t1."held_since" <= @p0 AND t1."key" = @p1
        UNION ALL
        SELECT t1.*
        FROM "entity_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p1
        LIMIT -1
      ) t1
    )
    UNION ALL
    SELECT t0.*
    FROM "entity_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = (
      SELECT coalesce(t1."merged_into", t1."num")
      FROM (
        SELECT t1.*, NULL
        FROM "entity" t1
        WHERE t1."held_since" <= @p0 AND t1."key" = @p1
        UNION ALL
        SELECT t1.*
        FROM "entity_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p1
        LIMIT -1
      ) t1
    )
    LIMIT -1
  ) t0
) AS "result"
-- {"p0":moment-1,"p1":"aws-terms"}

SELECT (
  SELECT '[' || json_array(t0."id") || ']'
  FROM (
    SELECT t0.*, NULL
    FROM "entity" t0
    WHERE t0."held_since" <= @p0 AND t0."num" = (
      SELECT coalesce(t1."merged_into", t1."num")
      FROM (
        SELECT t1.*, NULL
        FROM "entity" t1
        WHERE t1."held_since" <= @p0 AND t1."key" = @p1
        UNION ALL
        SELECT t1.*
        FROM "entity_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p1
        LIMIT -1
      ) t1
    )
    UNION ALL
    SELECT t0.*
    FROM "entity_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = (
      SELECT coalesce(t1."merged_into", t1."num")
      FROM (
        SELECT t1.*, NULL
        FROM "entity" t1
        WHERE t1."held_since" <= @p0 AND t1."key" = @p1
        UNION ALL
        SELECT t1.*
        FROM "entity_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p1
        LIMIT -1
      ) t1
    )
    LIMIT -1
  ) t0
) AS "result"
-- {"p0":moment-1,"p1":"parler"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t6."id") AS "head", (
      SELECT '[' || json_array(t0."id") || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT (
            SELECT '[' || 'null' || ',' || '[' || json_array(t2."id") || ',' || coalesce((
              SELECT '[' || '[' || json_array(t4."id") || ']' || ']'
              FROM (
                SELECT t4.*, NULL
                FROM "entity" t4
                WHERE t4."held_since" <= @p0 AND t4."num" = t2."subject"
                UNION ALL
                SELECT t4.*
                FROM "entity_past" t4
                WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t2."subject"
                LIMIT -1
              ) t4
            ), '[]') || ',' || coalesce((
              SELECT '[' || '[' || json_array(t5."id") || ']' || ']'
              FROM (
                SELECT t5.*, NULL
                FROM "entity" t5
                WHERE t5."held_since" <= @p0 AND t5."num" = t2."object"
                UNION ALL
                SELECT t5.*
                FROM "entity_past" t5
                WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t2."object"
                LIMIT -1
              ) t5
            ), '[]') || ']' || ']'
            FROM (
              SELECT t2.*, NULL
              FROM "claim" t2
              WHERE t2."held_since" <= @p0 AND t2."num" = t3."num"
              UNION ALL
              SELECT t2.*
              FROM "claim_past" t2
              WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = t3."num"
              LIMIT -1
            ) t2
          ) AS "item"
          FROM (
            SELECT t1."owner" AS "num"
            FROM (
              SELECT *
              FROM (
                SELECT *
                FROM (
                  SELECT t1.*, NULL
                  FROM "claim_participants" t1
                  WHERE t1."held_since" <= @p0 AND t1."entity" = t0."num" AND (t1."roles" & @p3) <> 0 AND t1."owner_retracted" = 0
                  ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
                  LIMIT @p2
                )
                UNION ALL
                SELECT *
                FROM (
                  SELECT t1.*
                  FROM "claim_participants_past" t1
                  WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."entity" = t0."num" AND (t1."roles" & @p3) <> 0 AND t1."owner_retracted" = 0
                  ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
                  LIMIT @p2
                )
              ) t1
              ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
              LIMIT @p2
            ) t1
          ) t3
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
      FROM (
        SELECT t0.*, NULL
        FROM "entity" t0
        WHERE t0."held_since" <= @p0 AND t0."num" = coalesce(t6."merged_into", t6."num")
        UNION ALL
        SELECT t0.*
        FROM "entity_past" t0
        WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = coalesce(t6."merged_into", t6."num")
        LIMIT -1
      ) t0
    ) AS "row"
    FROM (
      SELECT t6.*, NULL
      FROM "entity" t6
      WHERE t6."held_since" <= @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t6.*
      FROM "entity_past" t6
      WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t6
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-1\"]","p2":201,"p3":3}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t6."id") AS "head", (
      SELECT '[' || json_array(t0."id") || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT (
            SELECT '[' || 'null' || ',' || '[' || json_array(t2."id") || ',' || coalesce((
              SELECT '[' || '[' || json_array(t4."id") || ']' || ']'
              FROM (
                SELECT t4.*, NULL
                FROM "entity" t4
                WHERE t4."held_since" <= @p0 AND t4."num" = t2."subject"
                UNION ALL
                SELECT t4.*
                FROM "entity_past" t4
                WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t2."subject"
                LIMIT -1
              ) t4
            ), '[]') || ',' || coalesce((
              SELECT '[' || '[' || json_array(t5."id") || ']' || ']'
              FROM (
                SELECT t5.*, NULL
                FROM "entity" t5
                WHERE t5."held_since" <= @p0 AND t5."num" = t2."object"
                UNION ALL
                SELECT t5.*
                FROM "entity_past" t5
                WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t2."object"
                LIMIT -1
              ) t5
            ), '[]') || ']' || ']'
            FROM (
              SELECT t2.*, NULL
              FROM "claim" t2
              WHERE t2."held_since" <= @p0 AND t2."num" = t3."num"
              UNION ALL
              SELECT t2.*
              FROM "claim_past" t2
              WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = t3."num"
              LIMIT -1
            ) t2
          ) AS "item"
          FROM (
            SELECT t1."owner" AS "num"
            FROM (
              SELECT *
              FROM (
                SELECT *
                FROM (
                  SELECT t1.*, NULL
                  FROM "claim_participants" t1
                  WHERE t1."held_since" <= @p0 AND t1."entity" = t0."num" AND (t1."roles" & @p3) <> 0 AND t1."owner_retracted" = 0
                  ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
                  LIMIT @p2
                )
                UNION ALL
                SELECT *
                FROM (
                  SELECT t1.*
                  FROM "claim_participants_past" t1
                  WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."entity" = t0."num" AND (t1."roles" & @p3) <> 0 AND t1."owner_retracted" = 0
                  ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
                  LIMIT @p2
                )
              ) t1
              ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
              LIMIT @p2
            ) t1
          ) t3
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
      FROM (
        SELECT t0.*, NULL
        FROM "entity" t0
        WHERE t0."held_since" <= @p0 AND t0."num" = coalesce(t6."merged_into", t6."num")
        UNION ALL
        SELECT t0.*
        FROM "entity_past" t0
        WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = coalesce(t6."merged_into", t6."num")
        LIMIT -1
      ) t0
    ) AS "row"
    FROM (
      SELECT t6.*, NULL
      FROM "entity" t6
      WHERE t6."held_since" <= @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t6.*
      FROM "entity_past" t6
      WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t6
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-2\"]","p2":201,"p3":3}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t6."id") AS "head", (
      SELECT '[' || json_array(t0."id") || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT (
            SELECT '[' || 'null' || ',' || '[' || json_array(t2."id") || ',' || coalesce((
              SELECT '[' || '[' || json_array(t4."id") || ']' || ']'
              FROM (
                SELECT t4.*, NULL
                FROM "entity" t4
                WHERE t4."held_since" <= @p0 AND t4."num" = t2."subject"
                UNION ALL
                SELECT t4.*
                FROM "entity_past" t4
                WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t2."subject"
                LIMIT -1
              ) t4
            ), '[]') || ',' || coalesce((
              SELECT '[' || '[' || json_array(t5."id") || ']' || ']'
              FROM (
                SELECT t5.*, NULL
                FROM "entity" t5
                WHERE t5."held_since" <= @p0 AND t5."num" = t2."object"
                UNION ALL
                SELECT t5.*
                FROM "entity_past" t5
                WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t2."object"
                LIMIT -1
              ) t5
            ), '[]') || ']' || ']'
            FROM (
              SELECT t2.*, NULL
              FROM "claim" t2
              WHERE t2."held_since" <= @p0 AND t2."num" = t3."num"
              UNION ALL
              SELECT t2.*
              FROM "claim_past" t2
              WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = t3."num"
              LIMIT -1
            ) t2
          ) AS "item"
          FROM (
            SELECT t1."owner" AS "num"
            FROM (
              SELECT *
              FROM (
                SELECT *
                FROM (
                  SELECT t1.*, NULL
                  FROM "claim_participants" t1
                  WHERE t1."held_since" <= @p0 AND t1."entity" = t0."num" AND (t1."roles" & @p3) <> 0 AND t1."owner_retracted" = 0
                  ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
                  LIMIT @p2
                )
                UNION ALL
                SELECT *
                FROM (
                  SELECT t1.*
                  FROM "claim_participants_past" t1
                  WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."entity" = t0."num" AND (t1."roles" & @p3) <> 0 AND t1."owner_retracted" = 0
                  ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
                  LIMIT @p2
                )
              ) t1
              ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
              LIMIT @p2
            ) t1
          ) t3
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
      FROM (
        SELECT t0.*, NULL
        FROM "entity" t0
        WHERE t0."held_since" <= @p0 AND t0."num" = coalesce(t6."merged_into", t6."num")
        UNION ALL
        SELECT t0.*
        FROM "entity_past" t0
        WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = coalesce(t6."merged_into", t6."num")
        LIMIT -1
      ) t0
    ) AS "row"
    FROM (
      SELECT t6.*, NULL
      FROM "entity" t6
      WHERE t6."held_since" <= @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t6.*
      FROM "entity_past" t6
      WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t6
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-3\"]","p2":201,"p3":3}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t6."id") AS "head", (
      SELECT '[' || json_array(t0."id") || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT (
            SELECT '[' || 'null' || ',' || '[' || json_array(t2."id") || ',' || coalesce((
              SELECT '[' || '[' || json_array(t4."id") || ']' || ']'
              FROM (
                SELECT t4.*, NULL
                FROM "entity" t4
                WHERE t4."held_since" <= @p0 AND t4."num" = t2."subject"
                UNION ALL
                SELECT t4.*
                FROM "entity_past" t4
                WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t2."subject"
                LIMIT -1
              ) t4
            ), '[]') || ',' || coalesce((
              SELECT '[' || '[' || json_array(t5."id") || ']' || ']'
              FROM (
                SELECT t5.*, NULL
                FROM "entity" t5
                WHERE t5."held_since" <= @p0 AND t5."num" = t2."object"
                UNION ALL
                SELECT t5.*
                FROM "entity_past" t5
                WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t2."object"
                LIMIT -1
              ) t5
            ), '[]') || ']' || ']'
            FROM (
              SELECT t2.*, NULL
              FROM "claim" t2
              WHERE t2."held_since" <= @p0 AND t2."num" = t3."num"
              UNION ALL
              SELECT t2.*
              FROM "claim_past" t2
              WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = t3."num"
              LIMIT -1
            ) t2
          ) AS "item"
          FROM (
            SELECT t1."owner" AS "num"
            FROM (
              SELECT *
              FROM (
                SELECT *
                FROM (
                  SELECT t1.*, NULL
                  FROM "claim_participants" t1
                  WHERE t1."held_since" <= @p0 AND t1."entity" = t0."num" AND (t1."roles" & @p3) <> 0 AND t1."owner_retracted" = 0
                  ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
                  LIMIT @p2
                )
                UNION ALL
                SELECT *
                FROM (
                  SELECT t1.*
                  FROM "claim_participants_past" t1
                  WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."entity" = t0."num" AND (t1."roles" & @p3) <> 0 AND t1."owner_retracted" = 0
                  ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
                  LIMIT @p2
                )
              ) t1
              ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
              LIMIT @p2
            ) t1
          ) t3
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
      FROM (
        SELECT t0.*, NULL
        FROM "entity" t0
        WHERE t0."held_since" <= @p0 AND t0."num" = coalesce(t6."merged_into", t6."num")
        UNION ALL
        SELECT t0.*
        FROM "entity_past" t0
        WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = coalesce(t6."merged_into", t6."num")
        LIMIT -1
      ) t0
    ) AS "row"
    FROM (
      SELECT t6.*, NULL
      FROM "entity" t6
      WHERE t6."held_since" <= @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t6.*
      FROM "entity_past" t6
      WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t6
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-4\"]","p2":201,"p3":3}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t6."id") AS "head", (
      SELECT '[' || json_array(t0."id") || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT (
            SELECT '[' || 'null' || ',' || '[' || json_array(t2."id") || ',' || coalesce((
              SELECT '[' || '[' || json_array(t4."id") || ']' || ']'
              FROM (
                SELECT t4.*, NULL
                FROM "entity" t4
                WHERE t4."held_since" <= @p0 AND t4."num" = t2."subject"
                UNION ALL
                SELECT t4.*
                FROM "entity_past" t4
                WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t2."subject"
                LIMIT -1
              ) t4
            ), '[]') || ',' || coalesce((
              SELECT '[' || '[' || json_array(t5."id") || ']' || ']'
              FROM (
                SELECT t5.*, NULL
                FROM "entity" t5
                WHERE t5."held_since" <= @p0 AND t5."num" = t2."object"
                UNION ALL
                SELECT t5.*
                FROM "entity_past" t5
                WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t2."object"
                LIMIT -1
              ) t5
            ), '[]') || ']' || ']'
            FROM (
              SELECT t2.*, NULL
              FROM "claim" t2
              WHERE t2."held_since" <= @p0 AND t2."num" = t3."num"
              UNION ALL
              SELECT t2.*
              FROM "claim_past" t2
              WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = t3."num"
              LIMIT -1
            ) t2
          ) AS "item"
          FROM (
            SELECT t1."owner" AS "num"
            FROM (
              SELECT *
              FROM (
                SELECT *
                FROM (
                  SELECT t1.*, NULL
                  FROM "claim_participants" t1
                  WHERE t1."held_since" <= @p0 AND t1."entity" = t0."num" AND (t1."roles" & @p3) <> 0 AND t1."owner_retracted" = 0
                  ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
                  LIMIT @p2
                )
                UNION ALL
                SELECT *
                FROM (
                  SELECT t1.*
                  FROM "claim_participants_past" t1
                  WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."entity" = t0."num" AND (t1."roles" & @p3) <> 0 AND t1."owner_retracted" = 0
                  ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
                  LIMIT @p2
                )
              ) t1
              ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
              LIMIT @p2
            ) t1
          ) t3
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
      FROM (
        SELECT t0.*, NULL
        FROM "entity" t0
        WHERE t0."held_since" <= @p0 AND t0."num" = coalesce(t6."merged_into", t6."num")
        UNION ALL
        SELECT t0.*
        FROM "entity_past" t0
        WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = coalesce(t6."merged_into", t6."num")
        LIMIT -1
      ) t0
    ) AS "row"
    FROM (
      SELECT t6.*, NULL
      FROM "entity" t6
      WHERE t6."held_since" <= @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t6.*
      FROM "entity_past" t6
      WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t6
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-1\",\"id-5\"]","p2":201,"p3":3}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t2."id") AS "head", (
      SELECT '[' || json_array() || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
          FROM (
            SELECT *
            FROM (
              SELECT *
              FROM (
                SELECT t1.*, NULL
                FROM "entity_names" t1
                WHERE t1."held_since" <= @p0 AND t1."owner" = t0."num"
                ORDER BY t1."position"
                LIMIT -1
              )
              UNION ALL
              SELECT *
              FROM (
                SELECT t1.*
                FROM "entity_names_past" t1
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
      ) || ']'
      FROM (
        SELECT t0.*, NULL
        FROM "entity" t0
        WHERE t0."held_since" <= @p0 AND t0."num" = coalesce(t2."merged_into", t2."num")
        UNION ALL
        SELECT t0.*
        FROM "entity_past" t0
        WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = coalesce(t2."merged_into", t2."num")
        LIMIT -1
      ) t0
    ) AS "row"
    FROM (
      SELECT t2.*, NULL
      FROM "entity" t2
      WHERE t2."held_since" <= @p0 AND t2."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t2.*
      FROM "entity_past" t2
      WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t2
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-6\",\"id-2\",\"id-7\",\"id-8\",\"id-9\",\"id-10\",\"id-11\",\"id-12\",\"id-13\",\"id-14\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Claim', t0."id") AS "head", '[' || json_array() || ',' || (
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
    ) || ']' AS "row"
    FROM (
      SELECT t0.*, NULL
      FROM "claim" t0
      WHERE t0."held_since" <= @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t0.*
      FROM "claim_past" t0
      WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t0
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-15\",\"id-16\",\"id-17\",\"id-18\",\"id-19\",\"id-20\",\"id-21\",\"id-22\",\"id-23\",\"id-24\",\"id-25\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t2."id") AS "head", (
      SELECT '[' || json_array() || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
          FROM (
            SELECT *
            FROM (
              SELECT *
              FROM (
                SELECT t1.*, NULL
                FROM "entity_names" t1
                WHERE t1."held_since" <= @p0 AND t1."owner" = t0."num"
                ORDER BY t1."position"
                LIMIT -1
              )
              UNION ALL
              SELECT *
              FROM (
                SELECT t1.*
                FROM "entity_names_past" t1
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
      ) || ']'
      FROM (
        SELECT t0.*, NULL
        FROM "entity" t0
        WHERE t0."held_since" <= @p0 AND t0."num" = coalesce(t2."merged_into", t2."num")
        UNION ALL
        SELECT t0.*
        FROM "entity_past" t0
        WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = coalesce(t2."merged_into", t2."num")
        LIMIT -1
      ) t0
    ) AS "row"
    FROM (
      SELECT t2.*, NULL
      FROM "entity" t2
      WHERE t2."held_since" <= @p0 AND t2."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t2.*
      FROM "entity_past" t2
      WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t2
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-2\",\"id-1\",\"id-7\",\"id-4\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t2."id") AS "head", (
      SELECT '[' || json_array() || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
          FROM (
            SELECT *
            FROM (
              SELECT *
              FROM (
                SELECT t1.*, NULL
                FROM "entity_names" t1
                WHERE t1."held_since" <= @p0 AND t1."owner" = t0."num"
                ORDER BY t1."position"
                LIMIT -1
              )
              UNION ALL
              SELECT *
              FROM (
                SELECT t1.*
                FROM "entity_names_past" t1
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
      ) || ']'
      FROM (
        SELECT t0.*, NULL
        FROM "entity" t0
        WHERE t0."held_since" <= @p0 AND t0."num" = coalesce(t2."merged_into", t2."num")
        UNION ALL
        SELECT t0.*
        FROM "entity_past" t0
        WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = coalesce(t2."merged_into", t2."num")
        LIMIT -1
      ) t0
    ) AS "row"
    FROM (
      SELECT t2.*, NULL
      FROM "entity" t2
      WHERE t2."held_since" <= @p0 AND t2."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t2.*
      FROM "entity_past" t2
      WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t2
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-1\",\"id-7\",\"id-4\",\"id-3\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Claim', t0."id") AS "head", '[' || json_array() || ',' || (
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
    ) || ',' || ('[' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT (
          SELECT '[' || json_array(t3."effective_date_lower", t3."id") || ',' || '[' || json_array() || ',' || coalesce((
            SELECT '[' || '[' || json_array(t5."title") || ']' || ']'
            FROM (
              SELECT t5.*, NULL
              FROM "source" t5
              WHERE t5."held_since" <= @p0 AND t5."num" = t3."source"
              UNION ALL
              SELECT t5.*
              FROM "source_past" t5
              WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t3."source"
              LIMIT -1
            ) t5
          ), '[]') || ']' || ']'
          FROM (
            SELECT t3.*, NULL
            FROM "citation" t3
            WHERE t3."held_since" <= @p0 AND t3."num" = t4."num"
            UNION ALL
            SELECT t3.*
            FROM "citation_past" t3
            WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."num" = t4."num"
            LIMIT -1
          ) t3
        ) AS "item"
        FROM (
          SELECT t2."num" AS "num"
          FROM (
            SELECT *
            FROM (
              SELECT *
              FROM (
                SELECT t2.*, NULL
                FROM "citation" t2
                WHERE t2."held_since" <= @p0 AND t2."claim" = t0."num" AND t2."retraction_present" = 0
                ORDER BY t2."effective_date_lower" DESC, t2."id" DESC
                LIMIT @p2
              )
              UNION ALL
              SELECT *
              FROM (
                SELECT t2.*
                FROM "citation_past" t2
                WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."claim" = t0."num" AND t2."retraction_present" = 0
                ORDER BY t2."effective_date_lower" DESC, t2."id" DESC
                LIMIT @p2
              )
            ) t2
            ORDER BY t2."effective_date_lower" DESC, t2."id" DESC
            LIMIT @p2
          ) t2
        ) t4
      )
    ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' AS "row"
    FROM (
      SELECT t0.*, NULL
      FROM "claim" t0
      WHERE t0."held_since" <= @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t0.*
      FROM "claim_past" t0
      WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t0
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-17\",\"id-18\",\"id-26\",\"id-27\"]","p2":3}
