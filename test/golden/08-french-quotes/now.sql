SELECT ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t3."created_at", t3."id") || ',' || '[' || json_array(t3."quote") || ',' || coalesce((
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
      WHERE t5."num" = t3."speaker"
    ), '[]') || ',' || iif(t3."passage_present", '[' || json_array(t3."passage_exact", t3."passage_start", t3."passage_end", t3."passage_state") || ']', 'null') || ',' || coalesce((
      SELECT '[' || '[' || json_array(t7."title", t7."digest") || ']' || ']'
      FROM "source" t7
      WHERE t7."num" = t3."source"
    ), '[]') || ']' || ']' AS "item"
    FROM (
      SELECT t0."num" AS "num"
      FROM "citation" t0
      WHERE t0."retraction_present" = 0 AND ((t0."quote_language" = @p1 OR (t0."quote_language" >= @p2 AND t0."quote_language" < @p3)) AND t0."source" = (
        SELECT t1."num"
        FROM "source" t1
        WHERE t1."num" = (
          SELECT coalesce(t2."merged_into", t2."num")
          FROM "source" t2
          WHERE t2."key" = @p4
        )
      )) AND within_time()
      ORDER BY t0."created_at" ASC, t0."id" ASC
      LIMIT @p0
    ) t4
    CROSS JOIN "citation" t3 ON t3."num" = t4."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') AS "result"
-- {"p0":21,"p1":"fr","p2":"fr-","p3":"fr.","p4":"bfm-article"}
