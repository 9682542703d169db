SELECT (
  SELECT '[' || json_array() || ',' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t2."language", t2."text") || ']' AS "item"
      FROM "entity_names" t2
      WHERE t2."owner" = t0."num"
      ORDER BY t2."position"
      LIMIT -1
    )
  ) || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t4."effective_date_lower", t4."id") || ',' || '[' || json_array(t4."quote", t4."effective_date") || ',' || coalesce((
        SELECT '[' || '[' || json_array() || ',' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t7."language", t7."text") || ']' AS "item"
            FROM "claim_texts" t7
            WHERE t7."owner" = t6."num"
            ORDER BY t7."position"
            LIMIT -1
          )
        ) || ']' || ']'
        FROM "claim" t6
        WHERE t6."num" = t4."claim"
      ), '[]') || ',' || coalesce((
        SELECT '[' || '[' || json_array(t8."title", t8."kind") || ',' || coalesce((
          SELECT '[' || '[' || json_array() || ',' || (
            SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
            FROM (
              SELECT '[' || json_array(t10."language", t10."text") || ']' AS "item"
              FROM "entity_names" t10
              WHERE t10."owner" = t9."num"
              ORDER BY t10."position"
              LIMIT -1
            )
          ) || ']' || ']'
          FROM "entity" t9
          WHERE t9."num" = t8."publisher"
        ), '[]') || ']' || ']'
        FROM "source" t8
        WHERE t8."num" = t4."source"
      ), '[]') || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t13."effective_date_lower", t13."id") || ',' || '[' || json_array() || ',' || coalesce((
            SELECT '[' || '[' || json_array(t15."title") || ']' || ']'
            FROM "source" t15
            WHERE t15."num" = t13."source"
          ), '[]') || ']' || ']' AS "item"
          FROM (
            SELECT t11."num" AS "num"
            FROM "citation" t11
            WHERE t11."num" IN (
              SELECT t12."citation"
              FROM "citation_relay_parts" t12
              WHERE t12."owner" = t4."num"
            ) AND t11."retraction_present" = 0
            ORDER BY t11."effective_date_lower" DESC, t11."id" DESC
            LIMIT @p2
          ) t14
          CROSS JOIN "citation" t13 ON t13."num" = t14."num"
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' || ']' AS "item"
      FROM (
        SELECT t3."num" AS "num"
        FROM "citation" t3
        WHERE t3."speaker" = t0."num" AND t3."retraction_present" = 0
        ORDER BY t3."effective_date_lower" DESC, t3."id" DESC
        LIMIT @p1
      ) t5
      CROSS JOIN "citation" t4 ON t4."num" = t5."num"
    )
  ) || ',' || json_array((
    SELECT count(*)
    FROM "citation" t16
    WHERE t16."speaker" = t0."num" AND t16."retraction_present" = 0
  ), NULL, NULL) || ']') || ']'
  FROM "entity" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "entity" t1
    WHERE t1."key" = @p0
  )
) AS "result"
-- {"p0":"john-matze","p1":21,"p2":6}
