SELECT ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t4."default_text_folded", t4."id") || ',' || '[' || json_array(t4."valid_from") || ',' || coalesce((
      SELECT '[' || '[' || json_array() || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t7."language", t7."text") || ']' AS "item"
          FROM "entity_names" t7
          WHERE t7."owner" = t6."num"
          ORDER BY t7."position"
          LIMIT -1
        )
      ) || ']' || ']'
      FROM "entity" t6
      WHERE t6."num" = t4."subject"
    ), '[]') || ',' || ('[' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t9."created_at", t9."id") || ',' || '[' || json_array(t9."said_at") || ',' || coalesce((
          SELECT '[' || '[' || json_array(t11."title", t11."published") || ']' || ']'
          FROM "source" t11
          WHERE t11."num" = t9."source"
        ), '[]') || ']' || ']' AS "item"
        FROM (
          SELECT t8."num" AS "num"
          FROM "citation" t8
          WHERE t8."claim" = t4."num" AND t8."retraction_present" = 0
          ORDER BY t8."created_at" ASC, t8."id" ASC
          LIMIT @p3
        ) t10
        CROSS JOIN "citation" t9 ON t9."num" = t10."num"
      )
    ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' || ']' AS "item"
    FROM (
      SELECT t0."num" AS "num"
      FROM "claim" t0
      WHERE t0."retraction_present" = 0 AND (t0."predicate" = (
        SELECT t1."num"
        FROM "predicate" t1
        WHERE t1."key" = @p1
      ) AND t0."object" = (
        SELECT t2."num"
        FROM "entity" t2
        WHERE t2."num" = (
          SELECT coalesce(t3."merged_into", t3."num")
          FROM "entity" t3
          WHERE t3."key" = @p2
        )
      )) AND within_time()
      ORDER BY t0."default_text_folded" ASC, t0."id" ASC
      LIMIT @p0
    ) t5
    CROSS JOIN "claim" t4 ON t4."num" = t5."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') AS "result"
-- {"p0":21,"p1":"cut-ties-with","p2":"parler","p3":6}
