SELECT (
  SELECT '[' || json_array(t0."title", t0."published", t0."withheld") || ',' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t2."role") || ',' || coalesce((
        SELECT '[' || '[' || json_array() || ',' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t4."language", t4."text") || ']' AS "item"
            FROM "entity_names" t4
            WHERE t4."owner" = t3."num"
            ORDER BY t4."position"
            LIMIT -1
          )
        ) || ']' || ']'
        FROM "entity" t3
        WHERE t3."num" = t2."entity"
      ), '[]') || ']' AS "item"
      FROM "source_contributors" t2
      WHERE t2."owner" = t0."num"
      ORDER BY t2."position"
      LIMIT -1
    )
  ) || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t9."published_lower", t9."id") || ',' || '[' || json_array(t9."title", t9."published") || ',' || coalesce((
        SELECT '[' || '[' || json_array() || ',' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t12."language", t12."text") || ']' AS "item"
            FROM "entity_names" t12
            WHERE t12."owner" = t11."num"
            ORDER BY t12."position"
            LIMIT -1
          )
        ) || ']' || ']'
        FROM "entity" t11
        WHERE t11."num" = t9."publisher"
      ), '[]') || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t15."published_lower", t15."id") || ',' || '[' || json_array(t15."title", t15."published") || ',' || coalesce((
            SELECT '[' || '[' || json_array() || ',' || (
              SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
              FROM (
                SELECT '[' || json_array(t18."language", t18."text") || ']' AS "item"
                FROM "entity_names" t18
                WHERE t18."owner" = t17."num"
                ORDER BY t18."position"
                LIMIT -1
              )
            ) || ']' || ']'
            FROM "entity" t17
            WHERE t17."num" = t15."publisher"
          ), '[]') || ']' || ']' AS "item"
          FROM (
            SELECT t13."num" AS "num"
            FROM "source" t13
            WHERE t13."num" IN (
              SELECT t14."owner"
              FROM "source_derivations" t14
              WHERE t14."source" = t9."num"
            ) AND t13."retraction_present" = 0 AND t13."withheld" = 0 AND within_time()
            ORDER BY t13."published_lower" DESC, t13."id" DESC
            LIMIT @p3
          ) t16
          CROSS JOIN "source" t15 ON t15."num" = t16."num"
        )
      ) || ',' || json_array((
        SELECT count(*)
        FROM "source" t19
        WHERE t19."num" IN (
          SELECT t20."owner"
          FROM "source_derivations" t20
          WHERE t20."source" = t9."num"
        ) AND t19."retraction_present" = 0 AND t19."withheld" = 0 AND within_time()
      ), NULL, NULL) || ']') || ']' || ']' AS "item"
      FROM (
        SELECT t5."num" AS "num"
        FROM "source" t5
        WHERE t5."num" IN (
          SELECT t6."owner"
          FROM "source_derivations" t6
          WHERE t6."source" = t0."num"
        ) AND t5."retraction_present" = 0 AND (t5."withheld" = 0 AND EXISTS (
          SELECT 1
          FROM "source_derivations" t7
          WHERE t7."owner" = t5."num" AND (EXISTS (
            SELECT 1
            FROM "source" t8
            WHERE t8."num" = t7."source" AND t8."withheld" = 0
          ) AND t7."kind" = @p2)
        )) AND within_time()
        ORDER BY t5."published_lower" DESC, t5."id" DESC
        LIMIT @p1
      ) t10
      CROSS JOIN "source" t9 ON t9."num" = t10."num"
    )
  ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
  FROM "source" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "source" t1
    WHERE t1."key" = @p0
  )
) AS "result"
-- {"p0":"aws-letter-itself","p1":6,"p2":"QUOTES","p3":11}

SELECT '[' || ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t2."first_said_lower", t2."id") || ',' || '[' || json_array() || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t4."language", t4."text") || ']' AS "item"
        FROM "claim_texts" t4
        WHERE t4."owner" = t2."num"
        ORDER BY t4."position"
        LIMIT -1
      )
    ) || ',' || coalesce((
      SELECT '[' || '[' || json_array() || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t6."language", t6."text") || ']' AS "item"
          FROM "entity_names" t6
          WHERE t6."owner" = t5."num"
          ORDER BY t6."position"
          LIMIT -1
        )
      ) || ']' || ']'
      FROM "entity" t5
      WHERE t5."num" = t2."subject"
    ), '[]') || ',' || coalesce((
      SELECT '[' || '[' || json_array() || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t8."language", t8."text") || ']' AS "item"
          FROM "entity_names" t8
          WHERE t8."owner" = t7."num"
          ORDER BY t8."position"
          LIMIT -1
        )
      ) || ']' || ']'
      FROM "entity" t7
      WHERE t7."num" = t2."object"
    ), '[]') || ']' || ']' AS "item"
    FROM (
      SELECT t0."num" AS "num"
      FROM "claim" t0
      WHERE t0."retraction_present" = 0 AND (t0."withheld" = 0 AND t0."predicate" = (
        SELECT t1."num"
        FROM "predicate" t1
        WHERE t1."key" = @p1
      ) AND t0."readers_differ" = 0) AND within_time()
      ORDER BY t0."first_said_lower" DESC, t0."id" DESC
      LIMIT @p0
    ) t3
    CROSS JOIN "claim" t2 ON t2."num" = t3."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t11."readers_first_said_lower", t11."id") || ',' || '[' || json_array() || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t13."language", t13."text") || ']' AS "item"
        FROM "claim_texts" t13
        WHERE t13."owner" = t11."num"
        ORDER BY t13."position"
        LIMIT -1
      )
    ) || ',' || coalesce((
      SELECT '[' || '[' || json_array() || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t15."language", t15."text") || ']' AS "item"
          FROM "entity_names" t15
          WHERE t15."owner" = t14."num"
          ORDER BY t15."position"
          LIMIT -1
        )
      ) || ']' || ']'
      FROM "entity" t14
      WHERE t14."num" = t11."subject"
    ), '[]') || ',' || coalesce((
      SELECT '[' || '[' || json_array() || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t17."language", t17."text") || ']' AS "item"
          FROM "entity_names" t17
          WHERE t17."owner" = t16."num"
          ORDER BY t17."position"
          LIMIT -1
        )
      ) || ']' || ']'
      FROM "entity" t16
      WHERE t16."num" = t11."object"
    ), '[]') || ']' || ']' AS "item"
    FROM (
      SELECT t9."num" AS "num"
      FROM "claim" t9
      WHERE t9."retraction_present" = 0 AND (t9."withheld" = 0 AND t9."predicate" = (
        SELECT t10."num"
        FROM "predicate" t10
        WHERE t10."key" = @p3
      ) AND t9."readers_differ" = 1) AND within_time()
      ORDER BY t9."readers_first_said_lower" DESC, t9."id" DESC
      LIMIT @p2
    ) t12
    CROSS JOIN "claim" t11 ON t11."num" = t12."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' AS "result"
-- {"p0":6,"p1":"first-published","p2":6,"p3":"first-published"}
