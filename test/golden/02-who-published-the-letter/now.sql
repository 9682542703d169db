SELECT (
  SELECT '[' || json_array(t0."title", t0."published") || ',' || (
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
      SELECT '[' || json_array(t8."published_lower", t8."id") || ',' || '[' || json_array(t8."title", t8."published") || ',' || coalesce((
        SELECT '[' || '[' || json_array() || ',' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t11."language", t11."text") || ']' AS "item"
            FROM "entity_names" t11
            WHERE t11."owner" = t10."num"
            ORDER BY t11."position"
            LIMIT -1
          )
        ) || ']' || ']'
        FROM "entity" t10
        WHERE t10."num" = t8."publisher"
      ), '[]') || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t14."published_lower", t14."id") || ',' || '[' || json_array(t14."title", t14."published") || ',' || coalesce((
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
            WHERE t16."num" = t14."publisher"
          ), '[]') || ']' || ']' AS "item"
          FROM (
            SELECT t12."num" AS "num"
            FROM "source" t12
            WHERE t12."num" IN (
              SELECT t13."owner"
              FROM "source_derivations" t13
              WHERE t13."source" = t8."num"
            ) AND t12."retraction_present" = 0
            ORDER BY t12."published_lower" DESC, t12."id" DESC
            LIMIT @p3
          ) t15
          CROSS JOIN "source" t14 ON t14."num" = t15."num"
        )
      ) || ',' || json_array((
        SELECT count(*)
        FROM "source" t18
        WHERE t18."num" IN (
          SELECT t19."owner"
          FROM "source_derivations" t19
          WHERE t19."source" = t8."num"
        ) AND t18."retraction_present" = 0
      ), NULL, NULL) || ']') || ']' || ']' AS "item"
      FROM (
        SELECT t5."num" AS "num"
        FROM "source" t5
        WHERE t5."num" IN (
          SELECT t6."owner"
          FROM "source_derivations" t6
          WHERE t6."source" = t0."num"
        ) AND t5."retraction_present" = 0 AND EXISTS (
          SELECT 1
          FROM "source_derivations" t7
          WHERE t7."owner" = t5."num" AND t7."kind" = @p2
        ) AND within_time()
        ORDER BY t5."published_lower" DESC, t5."id" DESC
        LIMIT @p1
      ) t9
      CROSS JOIN "source" t8 ON t8."num" = t9."num"
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

SELECT ('[' || (
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
      WHERE t0."retraction_present" = 0 AND t0."predicate" = (
        SELECT t1."num"
        FROM "predicate" t1
        WHERE t1."key" = @p1
      ) AND within_time()
      ORDER BY t0."first_said_lower" DESC, t0."id" DESC
      LIMIT @p0
    ) t3
    CROSS JOIN "claim" t2 ON t2."num" = t3."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') AS "result"
-- {"p0":6,"p1":"first-published"}
