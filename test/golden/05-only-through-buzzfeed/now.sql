SELECT ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t5."default_text_folded", t5."id") || ',' || '[' || json_array() || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t7."language", t7."text") || ']' AS "item"
        FROM "claim_texts" t7
        WHERE t7."owner" = t5."num"
        ORDER BY t7."position"
        LIMIT -1
      )
    ) || ',' || ('[' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t10."published_lower", t10."id") || ',' || '[' || json_array(t10."title") || ']' || ']' AS "item"
        FROM (
          SELECT t8."num" AS "num"
          FROM "source" t8
          WHERE t8."num" IN (
            SELECT t9."source"
            FROM "claim_known_through_parts" t9
            WHERE t9."owner" = t5."num"
          ) AND t8."retraction_present" = 0
          ORDER BY t8."published_lower" DESC, t8."id" DESC
          LIMIT @p2
        ) t11
        CROSS JOIN "source" t10 ON t10."num" = t11."num"
      )
    ) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t13."created_at", t13."id") || ',' || '[' || json_array() || ',' || coalesce((
          SELECT '[' || '[' || json_array(t15."title") || ']' || ']'
          FROM "source" t15
          WHERE t15."num" = t13."source"
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
          WHERE t16."num" = t13."speaker"
        ), '[]') || ']' || ']' AS "item"
        FROM (
          SELECT t12."num" AS "num"
          FROM "citation" t12
          WHERE t12."claim" = t5."num" AND t12."retraction_present" = 0
          ORDER BY t12."created_at" ASC, t12."id" ASC
          LIMIT @p3
        ) t14
        CROSS JOIN "citation" t13 ON t13."num" = t14."num"
      )
    ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' || ']' AS "item"
    FROM (
      SELECT t0."num" AS "num"
      FROM "claim" t0
      WHERE t0."retraction_present" = 0 AND t0."num" IN (
        SELECT t1."owner"
        FROM "claim_known_through_parts" t1
        WHERE t1."source" IN (
          SELECT t2."num"
          FROM "source" t2
          WHERE t2."publisher" = (
            SELECT t3."num"
            FROM "entity" t3
            WHERE t3."num" = (
              SELECT coalesce(t4."merged_into", t4."num")
              FROM "entity" t4
              WHERE t4."key" = @p1
            )
          ) AND t2."retraction_present" = 0
        )
      ) AND within_time()
      ORDER BY t0."default_text_folded" ASC, t0."id" ASC
      LIMIT @p0
    ) t6
    CROSS JOIN "claim" t5 ON t5."num" = t6."num"
  )
) || ',' || json_array((
  SELECT count(*)
  FROM "claim" t18
  WHERE t18."retraction_present" = 0 AND t18."num" IN (
    SELECT t19."owner"
    FROM "claim_known_through_parts" t19
    WHERE t19."source" IN (
      SELECT t20."num"
      FROM "source" t20
      WHERE t20."publisher" = (
        SELECT t21."num"
        FROM "entity" t21
        WHERE t21."num" = (
          SELECT coalesce(t22."merged_into", t22."num")
          FROM "entity" t22
          WHERE t22."key" = @p4
        )
      ) AND t20."retraction_present" = 0
    )
  ) AND within_time()
), NULL, NULL) || ']') AS "result"
-- {"p0":21,"p1":"buzzfeed","p2":6,"p3":6,"p4":"buzzfeed"}
