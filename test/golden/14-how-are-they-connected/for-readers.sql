SELECT (
  SELECT '[' || json_array(t0."id", t0."version", t0."withheld") || ']'
  FROM "entity" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "entity" t1
    WHERE t1."key" = @p0
  )
) AS "result"
-- {"p0":"john-matze"}

SELECT (
  SELECT '[' || json_array(t0."id", t0."version", t0."withheld") || ']'
  FROM "entity" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "entity" t1
    WHERE t1."key" = @p0
  )
) AS "result"
-- {"p0":"aws-terms"}

SELECT (
  SELECT '[' || json_array(t0."id", t0."withheld") || ']'
  FROM "entity" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "entity" t1
    WHERE t1."key" = @p0
  )
) AS "result"
-- {"p0":"parler"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t13."id") AS "head", (
      SELECT '[' || json_array(t0."id", t0."withheld") || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t3."first_said_lower", t3."id") || ',' || '[' || json_array(t3."id") || ',' || coalesce((
            SELECT '[' || '[' || json_array(t5."id") || ']' || ']'
            FROM "entity" t5
            WHERE t5."num" = t3."subject"
          ), '[]') || ',' || coalesce((
            SELECT '[' || '[' || json_array(t6."id") || ']' || ']'
            FROM "entity" t6
            WHERE t6."num" = t3."object"
          ), '[]') || ']' || ']' AS "item"
          FROM (
            SELECT t1."owner" AS "num"
            FROM "claim_participants" t1
            WHERE t1."entity" = t0."num" AND (t1."roles" & @p2) <> 0 AND t1."owner_retracted" = 0 AND EXISTS (
              SELECT 1
              FROM "claim" t2
              WHERE t2."num" = t1."owner" AND (t2."withheld" = 0 AND t2."readers_differ" = 0)
            ) AND within_time()
            ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
            LIMIT @p1
          ) t4
          CROSS JOIN "claim" t3 ON t3."num" = t4."num"
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t9."readers_first_said_lower", t9."id") || ',' || '[' || json_array(t9."id") || ',' || coalesce((
            SELECT '[' || '[' || json_array(t11."id") || ']' || ']'
            FROM "entity" t11
            WHERE t11."num" = t9."subject"
          ), '[]') || ',' || coalesce((
            SELECT '[' || '[' || json_array(t12."id") || ']' || ']'
            FROM "entity" t12
            WHERE t12."num" = t9."object"
          ), '[]') || ']' || ']' AS "item"
          FROM (
            SELECT t7."num" AS "num"
            FROM "claim" t7
            WHERE t7."num" IN (
              SELECT t8."owner"
              FROM "claim_participants" t8
              WHERE t8."entity" = t0."num" AND (t8."roles" & @p4) <> 0
            ) AND t7."retraction_present" = 0 AND (t7."withheld" = 0 AND t7."readers_differ" = 1) AND within_time()
            ORDER BY t7."readers_first_said_lower" DESC, t7."id" DESC
            LIMIT @p3
          ) t10
          CROSS JOIN "claim" t9 ON t9."num" = t10."num"
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
      FROM "entity" t0
      WHERE t0."num" = coalesce(t13."merged_into", t13."num")
    ) AS "row"
    FROM "entity" t13
    WHERE t13."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-1\"]","p1":201,"p2":3,"p3":201,"p4":3}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t13."id") AS "head", (
      SELECT '[' || json_array(t0."id", t0."withheld") || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t3."first_said_lower", t3."id") || ',' || '[' || json_array(t3."id") || ',' || coalesce((
            SELECT '[' || '[' || json_array(t5."id") || ']' || ']'
            FROM "entity" t5
            WHERE t5."num" = t3."subject"
          ), '[]') || ',' || coalesce((
            SELECT '[' || '[' || json_array(t6."id") || ']' || ']'
            FROM "entity" t6
            WHERE t6."num" = t3."object"
          ), '[]') || ']' || ']' AS "item"
          FROM (
            SELECT t1."owner" AS "num"
            FROM "claim_participants" t1
            WHERE t1."entity" = t0."num" AND (t1."roles" & @p2) <> 0 AND t1."owner_retracted" = 0 AND EXISTS (
              SELECT 1
              FROM "claim" t2
              WHERE t2."num" = t1."owner" AND (t2."withheld" = 0 AND t2."readers_differ" = 0)
            ) AND within_time()
            ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
            LIMIT @p1
          ) t4
          CROSS JOIN "claim" t3 ON t3."num" = t4."num"
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t9."readers_first_said_lower", t9."id") || ',' || '[' || json_array(t9."id") || ',' || coalesce((
            SELECT '[' || '[' || json_array(t11."id") || ']' || ']'
            FROM "entity" t11
            WHERE t11."num" = t9."subject"
          ), '[]') || ',' || coalesce((
            SELECT '[' || '[' || json_array(t12."id") || ']' || ']'
            FROM "entity" t12
            WHERE t12."num" = t9."object"
          ), '[]') || ']' || ']' AS "item"
          FROM (
            SELECT t7."num" AS "num"
            FROM "claim" t7
            WHERE t7."num" IN (
              SELECT t8."owner"
              FROM "claim_participants" t8
              WHERE t8."entity" = t0."num" AND (t8."roles" & @p4) <> 0
            ) AND t7."retraction_present" = 0 AND (t7."withheld" = 0 AND t7."readers_differ" = 1) AND within_time()
            ORDER BY t7."readers_first_said_lower" DESC, t7."id" DESC
            LIMIT @p3
          ) t10
          CROSS JOIN "claim" t9 ON t9."num" = t10."num"
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
      FROM "entity" t0
      WHERE t0."num" = coalesce(t13."merged_into", t13."num")
    ) AS "row"
    FROM "entity" t13
    WHERE t13."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-2\"]","p1":201,"p2":3,"p3":201,"p4":3}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t13."id") AS "head", (
      SELECT '[' || json_array(t0."id", t0."withheld") || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t3."first_said_lower", t3."id") || ',' || '[' || json_array(t3."id") || ',' || coalesce((
            SELECT '[' || '[' || json_array(t5."id") || ']' || ']'
            FROM "entity" t5
            WHERE t5."num" = t3."subject"
          ), '[]') || ',' || coalesce((
            SELECT '[' || '[' || json_array(t6."id") || ']' || ']'
            FROM "entity" t6
            WHERE t6."num" = t3."object"
          ), '[]') || ']' || ']' AS "item"
          FROM (
            SELECT t1."owner" AS "num"
            FROM "claim_participants" t1
            WHERE t1."entity" = t0."num" AND (t1."roles" & @p2) <> 0 AND t1."owner_retracted" = 0 AND EXISTS (
              SELECT 1
              FROM "claim" t2
              WHERE t2."num" = t1."owner" AND (t2."withheld" = 0 AND t2."readers_differ" = 0)
            ) AND within_time()
            ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
            LIMIT @p1
          ) t4
          CROSS JOIN "claim" t3 ON t3."num" = t4."num"
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t9."readers_first_said_lower", t9."id") || ',' || '[' || json_array(t9."id") || ',' || coalesce((
            SELECT '[' || '[' || json_array(t11."id") || ']' || ']'
            FROM "entity" t11
            WHERE t11."num" = t9."subject"
          ), '[]') || ',' || coalesce((
            SELECT '[' || '[' || json_array(t12."id") || ']' || ']'
            FROM "entity" t12
            WHERE t12."num" = t9."object"
          ), '[]') || ']' || ']' AS "item"
          FROM (
            SELECT t7."num" AS "num"
            FROM "claim" t7
            WHERE t7."num" IN (
              SELECT t8."owner"
              FROM "claim_participants" t8
              WHERE t8."entity" = t0."num" AND (t8."roles" & @p4) <> 0
            ) AND t7."retraction_present" = 0 AND (t7."withheld" = 0 AND t7."readers_differ" = 1) AND within_time()
            ORDER BY t7."readers_first_said_lower" DESC, t7."id" DESC
            LIMIT @p3
          ) t10
          CROSS JOIN "claim" t9 ON t9."num" = t10."num"
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
      FROM "entity" t0
      WHERE t0."num" = coalesce(t13."merged_into", t13."num")
    ) AS "row"
    FROM "entity" t13
    WHERE t13."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-3\"]","p1":201,"p2":3,"p3":201,"p4":3}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t13."id") AS "head", (
      SELECT '[' || json_array(t0."id", t0."withheld") || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t3."first_said_lower", t3."id") || ',' || '[' || json_array(t3."id") || ',' || coalesce((
            SELECT '[' || '[' || json_array(t5."id") || ']' || ']'
            FROM "entity" t5
            WHERE t5."num" = t3."subject"
          ), '[]') || ',' || coalesce((
            SELECT '[' || '[' || json_array(t6."id") || ']' || ']'
            FROM "entity" t6
            WHERE t6."num" = t3."object"
          ), '[]') || ']' || ']' AS "item"
          FROM (
            SELECT t1."owner" AS "num"
            FROM "claim_participants" t1
            WHERE t1."entity" = t0."num" AND (t1."roles" & @p2) <> 0 AND t1."owner_retracted" = 0 AND EXISTS (
              SELECT 1
              FROM "claim" t2
              WHERE t2."num" = t1."owner" AND (t2."withheld" = 0 AND t2."readers_differ" = 0)
            ) AND within_time()
            ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
            LIMIT @p1
          ) t4
          CROSS JOIN "claim" t3 ON t3."num" = t4."num"
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t9."readers_first_said_lower", t9."id") || ',' || '[' || json_array(t9."id") || ',' || coalesce((
            SELECT '[' || '[' || json_array(t11."id") || ']' || ']'
            FROM "entity" t11
            WHERE t11."num" = t9."subject"
          ), '[]') || ',' || coalesce((
            SELECT '[' || '[' || json_array(t12."id") || ']' || ']'
            FROM "entity" t12
            WHERE t12."num" = t9."object"
          ), '[]') || ']' || ']' AS "item"
          FROM (
            SELECT t7."num" AS "num"
            FROM "claim" t7
            WHERE t7."num" IN (
              SELECT t8."owner"
              FROM "claim_participants" t8
              WHERE t8."entity" = t0."num" AND (t8."roles" & @p4) <> 0
            ) AND t7."retraction_present" = 0 AND (t7."withheld" = 0 AND t7."readers_differ" = 1) AND within_time()
            ORDER BY t7."readers_first_said_lower" DESC, t7."id" DESC
            LIMIT @p3
          ) t10
          CROSS JOIN "claim" t9 ON t9."num" = t10."num"
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
      FROM "entity" t0
      WHERE t0."num" = coalesce(t13."merged_into", t13."num")
    ) AS "row"
    FROM "entity" t13
    WHERE t13."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-4\"]","p1":201,"p2":3,"p3":201,"p4":3}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t13."id") AS "head", (
      SELECT '[' || json_array(t0."id", t0."withheld") || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t3."first_said_lower", t3."id") || ',' || '[' || json_array(t3."id") || ',' || coalesce((
            SELECT '[' || '[' || json_array(t5."id") || ']' || ']'
            FROM "entity" t5
            WHERE t5."num" = t3."subject"
          ), '[]') || ',' || coalesce((
            SELECT '[' || '[' || json_array(t6."id") || ']' || ']'
            FROM "entity" t6
            WHERE t6."num" = t3."object"
          ), '[]') || ']' || ']' AS "item"
          FROM (
            SELECT t1."owner" AS "num"
            FROM "claim_participants" t1
            WHERE t1."entity" = t0."num" AND (t1."roles" & @p2) <> 0 AND t1."owner_retracted" = 0 AND EXISTS (
              SELECT 1
              FROM "claim" t2
              WHERE t2."num" = t1."owner" AND (t2."withheld" = 0 AND t2."readers_differ" = 0)
            ) AND within_time()
            ORDER BY t1."owner_sort" DESC, t1."owner_id" DESC
            LIMIT @p1
          ) t4
          CROSS JOIN "claim" t3 ON t3."num" = t4."num"
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t9."readers_first_said_lower", t9."id") || ',' || '[' || json_array(t9."id") || ',' || coalesce((
            SELECT '[' || '[' || json_array(t11."id") || ']' || ']'
            FROM "entity" t11
            WHERE t11."num" = t9."subject"
          ), '[]') || ',' || coalesce((
            SELECT '[' || '[' || json_array(t12."id") || ']' || ']'
            FROM "entity" t12
            WHERE t12."num" = t9."object"
          ), '[]') || ']' || ']' AS "item"
          FROM (
            SELECT t7."num" AS "num"
            FROM "claim" t7
            WHERE t7."num" IN (
              SELECT t8."owner"
              FROM "claim_participants" t8
              WHERE t8."entity" = t0."num" AND (t8."roles" & @p4) <> 0
            ) AND t7."retraction_present" = 0 AND (t7."withheld" = 0 AND t7."readers_differ" = 1) AND within_time()
            ORDER BY t7."readers_first_said_lower" DESC, t7."id" DESC
            LIMIT @p3
          ) t10
          CROSS JOIN "claim" t9 ON t9."num" = t10."num"
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
      FROM "entity" t0
      WHERE t0."num" = coalesce(t13."merged_into", t13."num")
    ) AS "row"
    FROM "entity" t13
    WHERE t13."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-1\",\"id-5\"]","p1":201,"p2":3,"p3":201,"p4":3}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t2."id") AS "head", (
      SELECT '[' || json_array(t0."withheld") || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
          FROM "entity_names" t1
          WHERE t1."owner" = t0."num"
          ORDER BY t1."position"
          LIMIT -1
        )
      ) || ']'
      FROM "entity" t0
      WHERE t0."num" = coalesce(t2."merged_into", t2."num")
    ) AS "row"
    FROM "entity" t2
    WHERE t2."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-6\",\"id-2\",\"id-7\",\"id-8\",\"id-9\",\"id-10\",\"id-11\",\"id-12\",\"id-13\",\"id-14\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Claim', t0."id") AS "head", '[' || json_array(t0."withheld") || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
        FROM "claim_texts" t1
        WHERE t1."owner" = t0."num"
        ORDER BY t1."position"
        LIMIT -1
      )
    ) || ']' AS "row"
    FROM "claim" t0
    WHERE t0."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-15\",\"id-16\",\"id-17\",\"id-18\",\"id-19\",\"id-20\",\"id-21\",\"id-22\",\"id-23\",\"id-24\",\"id-25\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t2."id") AS "head", (
      SELECT '[' || json_array(t0."withheld") || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
          FROM "entity_names" t1
          WHERE t1."owner" = t0."num"
          ORDER BY t1."position"
          LIMIT -1
        )
      ) || ']'
      FROM "entity" t0
      WHERE t0."num" = coalesce(t2."merged_into", t2."num")
    ) AS "row"
    FROM "entity" t2
    WHERE t2."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-2\",\"id-1\",\"id-7\",\"id-4\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Entity', t2."id") AS "head", (
      SELECT '[' || json_array(t0."withheld") || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
          FROM "entity_names" t1
          WHERE t1."owner" = t0."num"
          ORDER BY t1."position"
          LIMIT -1
        )
      ) || ']'
      FROM "entity" t0
      WHERE t0."num" = coalesce(t2."merged_into", t2."num")
    ) AS "row"
    FROM "entity" t2
    WHERE t2."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-1\",\"id-7\",\"id-4\",\"id-3\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Claim', t0."id") AS "head", '[' || json_array(t0."withheld") || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
        FROM "claim_texts" t1
        WHERE t1."owner" = t0."num"
        ORDER BY t1."position"
        LIMIT -1
      )
    ) || ',' || ('[' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t3."effective_date_lower", t3."id") || ',' || '[' || json_array() || ',' || coalesce((
          SELECT '[' || '[' || json_array(t5."title") || ']' || ']'
          FROM "source" t5
          WHERE t5."num" = t3."source"
        ), '[]') || ']' || ']' AS "item"
        FROM (
          SELECT t2."num" AS "num"
          FROM "citation" t2
          WHERE t2."claim" = t0."num" AND t2."retraction_present" = 0 AND t2."withheld" = 0 AND within_time()
          ORDER BY t2."effective_date_lower" DESC, t2."id" DESC
          LIMIT @p1
        ) t4
        CROSS JOIN "citation" t3 ON t3."num" = t4."num"
      )
    ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' AS "row"
    FROM "claim" t0
    WHERE t0."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-17\",\"id-18\",\"id-26\",\"id-27\"]","p1":3}
