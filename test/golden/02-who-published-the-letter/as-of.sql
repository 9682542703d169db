SELECT (
  SELECT '[' || json_array(t0."title", t0."published") || ',' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t2."role") || ',' || coalesce((
        SELECT '[' || '[' || json_array() || ',' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t4."language", t4."text") || ']' AS "item"
            FROM (
              SELECT *
              FROM (
                SELECT *
                FROM (
                  SELECT t4.*, NULL
                  FROM "entity_names" t4
                  WHERE t4."held_since" <= @p0 AND t4."owner" = t3."num"
                  ORDER BY t4."position"
                  LIMIT -1
                )
                UNION ALL
                SELECT *
                FROM (
                  SELECT t4.*
                  FROM "entity_names_past" t4
                  WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."owner" = t3."num"
                  ORDER BY t4."position"
                  LIMIT -1
                )
              ) t4
              ORDER BY t4."position"
              LIMIT -1
            ) t4
            LIMIT -1
          )
        ) || ']' || ']'
        FROM (
          SELECT t3.*, NULL
          FROM "entity" t3
          WHERE t3."held_since" <= @p0 AND t3."num" = t2."entity"
          UNION ALL
          SELECT t3.*
          FROM "entity_past" t3
          WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."num" = t2."entity"
          LIMIT -1
        ) t3
      ), '[]') || ']' AS "item"
      FROM (
        SELECT *
        FROM (
          SELECT *
          FROM (
            SELECT t2.*, NULL
            FROM "source_contributors" t2
            WHERE t2."held_since" <= @p0 AND t2."owner" = t0."num"
            ORDER BY t2."position"
            LIMIT -1
          )
          UNION ALL
          SELECT *
          FROM (
            SELECT t2.*
            FROM "source_contributors_past" t2
            WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."owner" = t0."num"
            ORDER BY t2."position"
            LIMIT -1
          )
        ) t2
        ORDER BY t2."position"
        LIMIT -1
      ) t2
      LIMIT -1
    )
  ) || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT (
        SELECT '[' || json_array(t8."published_lower", t8."id") || ',' || '[' || json_array(t8."title", t8."published") || ',' || coalesce((
          SELECT '[' || '[' || json_array() || ',' || (
            SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
            FROM (
              SELECT '[' || json_array(t11."language", t11."text") || ']' AS "item"
              FROM (
                SELECT *
                FROM (
                  SELECT *
                  FROM (
                    SELECT t11.*, NULL
                    FROM "entity_names" t11
                    WHERE t11."held_since" <= @p0 AND t11."owner" = t10."num"
                    ORDER BY t11."position"
                    LIMIT -1
                  )
                  UNION ALL
                  SELECT *
                  FROM (
                    SELECT t11.*
                    FROM "entity_names_past" t11
                    WHERE t11."held_since" <= @p0 AND t11."held_until" > @p0 AND t11."owner" = t10."num"
                    ORDER BY t11."position"
                    LIMIT -1
                  )
                ) t11
                ORDER BY t11."position"
                LIMIT -1
              ) t11
              LIMIT -1
            )
          ) || ']' || ']'
          FROM (
            SELECT t10.*, NULL
            FROM "entity" t10
            WHERE t10."held_since" <= @p0 AND t10."num" = t8."publisher"
            UNION ALL
            SELECT t10.*
            FROM "entity_past" t10
            WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."num" = t8."publisher"
            LIMIT -1
          ) t10
        ), '[]') || ',' || ('[' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT (
              SELECT '[' || json_array(t14."published_lower", t14."id") || ',' || '[' || json_array(t14."title", t14."published") || ',' || coalesce((
                SELECT '[' || '[' || json_array() || ',' || (
                  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
                  FROM (
                    SELECT '[' || json_array(t17."language", t17."text") || ']' AS "item"
                    FROM (
                      SELECT *
                      FROM (
                        SELECT *
                        FROM (
                          SELECT t17.*, NULL
                          FROM "entity_names" t17
                          WHERE t17."held_since" <= @p0 AND t17."owner" = t16."num"
                          ORDER BY t17."position"
                          LIMIT -1
                        )
                        UNION ALL
                        SELECT *
                        FROM (
                          SELECT t17.*
                          FROM "entity_names_past" t17
                          WHERE t17."held_since" <= @p0 AND t17."held_until" > @p0 AND t17."owner" = t16."num"
                          ORDER BY t17."position"
                          LIMIT -1
                        )
                      ) t17
                      ORDER BY t17."position"
                      LIMIT -1
                    ) t17
                    LIMIT -1
                  )
                ) || ']' || ']'
                FROM (
                  SELECT t16.*, NULL
                  FROM "entity" t16
                  WHERE t16."held_since" <= @p0 AND t16."num" = t14."publisher"
                  UNION ALL
                  SELECT t16.*
                  FROM "entity_past" t16
                  WHERE t16."held_since" <= @p0 AND t16."held_until" > @p0 AND t16."num" = t14."publisher"
                  LIMIT -1
                ) t16
              ), '[]') || ']' || ']'
              FROM (
                SELECT t14.*, NULL
                FROM "source" t14
                WHERE t14."held_since" <= @p0 AND t14."num" = t15."num"
                UNION ALL
                SELECT t14.*
                FROM "source_past" t14
                WHERE t14."held_since" <= @p0 AND t14."held_until" > @p0 AND t14."num" = t15."num"
                LIMIT -1
              ) t14
            ) AS "item"
            FROM (
              SELECT t12."num" AS "num"
              FROM (
                SELECT *
                FROM (
                  SELECT *
                  FROM (
                    SELECT t12.*, NULL
                    FROM "source" t12
                    WHERE t12."held_since" <= @p0 AND t12."num" IN (
                      SELECT t13."owner"
                      FROM (
                        SELECT t13.*, NULL
                        FROM "source_derivations" t13
                        WHERE t13."held_since" <= @p0 AND t13."source" = t8."num"
                        UNION ALL
                        SELECT t13.*
                        FROM "source_derivations_past" t13
                        WHERE t13."held_since" <= @p0 AND t13."held_until" > @p0 AND t13."source" = t8."num"
                        LIMIT -1
                      ) t13
                    ) AND t12."retraction_present" = 0
                    ORDER BY t12."published_lower" DESC, t12."id" DESC
                    LIMIT @p4
                  )
                  UNION ALL
                  SELECT *
                  FROM (
                    SELECT t12.*
                    FROM "source_past" t12
                    WHERE t12."held_since" <= @p0 AND t12."held_until" > @p0 AND t12."num" IN (
                      SELECT t13."owner"
                      FROM (
                        SELECT t13.*, NULL
                        FROM "source_derivations" t13
                        WHERE t13."held_since" <= @p0 AND t13."source" = t8."num"
                        UNION ALL
                        SELECT t13.*
                        FROM "source_derivations_past" t13
                        WHERE t13."held_since" <= @p0 AND t13."held_until" > @p0 AND t13."source" = t8."num"
                        LIMIT -1
                      ) t13
                    ) AND t12."retraction_present" = 0
                    ORDER BY t12."published_lower" DESC, t12."id" DESC
                    LIMIT @p4
                  )
                ) t12
                ORDER BY t12."published_lower" DESC, t12."id" DESC
                LIMIT @p4
              ) t12
            ) t15
          )
        ) || ',' || json_array((
          SELECT count(*)
          FROM (
            SELECT t18.*, NULL
            FROM "source" t18
            WHERE t18."held_since" <= @p0 AND t18."num" IN (
              SELECT t19."owner"
              FROM (
                SELECT t19.*, NULL
                FROM "source_derivations" t19
                WHERE t19."held_since" <= @p0 AND t19."source" = t8."num"
                UNION ALL
                SELECT t19.*
                FROM "source_derivations_past" t19
                WHERE t19."held_since" <= @p0 AND t19."held_until" > @p0 AND t19."source" = t8."num"
                LIMIT -1
              ) t19
            ) AND t18."retraction_present" = 0
            UNION ALL
            SELECT t18.*
            FROM "source_past" t18
            WHERE t18."held_since" <= @p0 AND t18."held_until" > @p0 AND t18."num" IN (
              SELECT t19."owner"
              FROM (
                SELECT t19.*, NULL
                FROM "source_derivations" t19
                WHERE t19."held_since" <= @p0 AND t19."source" = t8."num"
                UNION ALL
                SELECT t19.*
                FROM "source_derivations_past" t19
                WHERE t19."held_since" <= @p0 AND t19."held_until" > @p0 AND t19."source" = t8."num"
                LIMIT -1
              ) t19
            ) AND t18."retraction_present" = 0
            LIMIT -1
          ) t18
        ), NULL, NULL) || ']') || ']' || ']'
        FROM (
          SELECT t8.*, NULL
          FROM "source" t8
          WHERE t8."held_since" <= @p0 AND t8."num" = t9."num"
          UNION ALL
          SELECT t8.*
          FROM "source_past" t8
          WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."num" = t9."num"
          LIMIT -1
        ) t8
      ) AS "item"
      FROM (
        SELECT t5."num" AS "num"
        FROM (
          SELECT *
          FROM (
            SELECT *
            FROM (
              SELECT t5.*, NULL
              FROM "source" t5
              WHERE t5."held_since" <= @p0 AND t5."num" IN (
                SELECT t6."owner"
                FROM (
                  SELECT t6.*, NULL
                  FROM "source_derivations" t6
                  WHERE t6."held_since" <= @p0 AND t6."source" = t0."num"
                  UNION ALL
                  SELECT t6.*
                  FROM "source_derivations_past" t6
                  WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."source" = t0."num"
                  LIMIT -1
                ) t6
              ) AND t5."retraction_present" = 0 AND EXISTS (
                SELECT 1
                FROM (
                  SELECT t7.*, NULL
                  FROM "source_derivations" t7
                  WHERE t7."held_since" <= @p0 AND t7."owner" = t5."num" AND t7."kind" = @p3
                  UNION ALL
                  SELECT t7.*
                  FROM "source_derivations_past" t7
                  WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."owner" = t5."num" AND t7."kind" = @p3
                  LIMIT -1
                ) t7
              ) AND within_time()
              ORDER BY t5."published_lower" DESC, t5."id" DESC
              LIMIT @p2
            )
            UNION ALL
            SELECT *
            FROM (
              SELECT t5.*
              FROM "source_past" t5
              WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" IN (
                SELECT t6."owner"
                FROM (
                  SELECT t6.*, NULL
                  FROM "source_derivations" t6
                  WHERE t6."held_since" <= @p0 AND t6."source" = t0."num"
                  UNION ALL
                  SELECT t6.*
                  FROM "source_derivations_past" t6
                  WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."source" = t0."num"
                  LIMIT -1
                ) t6
              ) AND t5."retraction_present" = 0 AND EXISTS (
                SELECT 1
                FROM (
                  SELECT t7.*, NULL
                  FROM "source_derivations" t7
                  WHERE t7."held_since" <= @p0 AND t7."owner" = t5."num" AND t7."kind" = @p3
                  UNION ALL
                  SELECT t7.*
                  FROM "source_derivations_past" t7
                  WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."owner" = t5."num" AND t7."kind" = @p3
                  LIMIT -1
                ) t7
              ) AND within_time()
              ORDER BY t5."published_lower" DESC, t5."id" DESC
              LIMIT @p2
            )
          ) t5
          ORDER BY t5."published_lower" DESC, t5."id" DESC
          LIMIT @p2
        ) t5
      ) t9
    )
  ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
  FROM (
    SELECT t0.*, NULL
    FROM "source" t0
    WHERE t0."held_since" <= @p0 AND t0."num" = (
      SELECT coalesce(t1."merged_into", t1."num")
      FROM (
        SELECT t1.*, NULL
        FROM "source" t1
        WHERE t1."held_since" <= @p0 AND t1."key" = @p1
        UNION ALL
        SELECT t1.*
        FROM "source_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p1
        LIMIT -1
      ) t1
    )
    UNION ALL
    SELECT t0.*
    FROM "source_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = (
      SELECT coalesce(t1."merged_into", t1."num")
      FROM (
        SELECT t1.*, NULL
        FROM "source" t1
        WHERE t1."held_since" <= @p0 AND t1."key" = @p1
        UNION ALL
        SELECT t1.*
        FROM "source_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p1
        LIMIT -1
      ) t1
    )
    LIMIT -1
  ) t0
) AS "result"
-- {"p0":moment-1,"p1":"aws-letter-itself","p2":6,"p3":"QUOTES","p4":11}

SELECT ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT (
      SELECT '[' || json_array(t2."first_said_lower", t2."id") || ',' || '[' || json_array() || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t4."language", t4."text") || ']' AS "item"
          FROM (
            SELECT *
            FROM (
              SELECT *
              FROM (
                SELECT t4.*, NULL
                FROM "claim_texts" t4
                WHERE t4."held_since" <= @p0 AND t4."owner" = t2."num"
                ORDER BY t4."position"
                LIMIT -1
              )
              UNION ALL
              SELECT *
              FROM (
                SELECT t4.*
                FROM "claim_texts_past" t4
                WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."owner" = t2."num"
                ORDER BY t4."position"
                LIMIT -1
              )
            ) t4
            ORDER BY t4."position"
            LIMIT -1
          ) t4
          LIMIT -1
        )
      ) || ',' || coalesce((
        SELECT '[' || '[' || json_array() || ',' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t6."language", t6."text") || ']' AS "item"
            FROM (
              SELECT *
              FROM (
                SELECT *
                FROM (
                  SELECT t6.*, NULL
                  FROM "entity_names" t6
                  WHERE t6."held_since" <= @p0 AND t6."owner" = t5."num"
                  ORDER BY t6."position"
                  LIMIT -1
                )
                UNION ALL
                SELECT *
                FROM (
                  SELECT t6.*
                  FROM "entity_names_past" t6
                  WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."owner" = t5."num"
                  ORDER BY t6."position"
                  LIMIT -1
                )
              ) t6
              ORDER BY t6."position"
              LIMIT -1
            ) t6
            LIMIT -1
          )
        ) || ']' || ']'
        FROM (
          SELECT t5.*, NULL
          FROM "entity" t5
          WHERE t5."held_since" <= @p0 AND t5."num" = t2."subject"
          UNION ALL
          SELECT t5.*
          FROM "entity_past" t5
          WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t2."subject"
          LIMIT -1
        ) t5
      ), '[]') || ',' || coalesce((
        SELECT '[' || '[' || json_array() || ',' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t8."language", t8."text") || ']' AS "item"
            FROM (
              SELECT *
              FROM (
                SELECT *
                FROM (
                  SELECT t8.*, NULL
                  FROM "entity_names" t8
                  WHERE t8."held_since" <= @p0 AND t8."owner" = t7."num"
                  ORDER BY t8."position"
                  LIMIT -1
                )
                UNION ALL
                SELECT *
                FROM (
                  SELECT t8.*
                  FROM "entity_names_past" t8
                  WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."owner" = t7."num"
                  ORDER BY t8."position"
                  LIMIT -1
                )
              ) t8
              ORDER BY t8."position"
              LIMIT -1
            ) t8
            LIMIT -1
          )
        ) || ']' || ']'
        FROM (
          SELECT t7.*, NULL
          FROM "entity" t7
          WHERE t7."held_since" <= @p0 AND t7."num" = t2."object"
          UNION ALL
          SELECT t7.*
          FROM "entity_past" t7
          WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."num" = t2."object"
          LIMIT -1
        ) t7
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
      SELECT t0."num" AS "num"
      FROM (
        SELECT *
        FROM (
          SELECT *
          FROM (
            SELECT t0.*, NULL
            FROM "claim" t0
            WHERE t0."held_since" <= @p0 AND t0."retraction_present" = 0 AND t0."predicate" = (
              SELECT t1."num"
              FROM (
                SELECT t1.*, NULL
                FROM "predicate" t1
                WHERE t1."held_since" <= @p0 AND t1."key" = @p2
                UNION ALL
                SELECT t1.*
                FROM "predicate_past" t1
                WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p2
                LIMIT -1
              ) t1
            ) AND within_time()
            ORDER BY t0."first_said_lower" DESC, t0."id" DESC
            LIMIT @p1
          )
          UNION ALL
          SELECT *
          FROM (
            SELECT t0.*
            FROM "claim_past" t0
            WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0 AND t0."predicate" = (
              SELECT t1."num"
              FROM (
                SELECT t1.*, NULL
                FROM "predicate" t1
                WHERE t1."held_since" <= @p0 AND t1."key" = @p2
                UNION ALL
                SELECT t1.*
                FROM "predicate_past" t1
                WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p2
                LIMIT -1
              ) t1
            ) AND within_time()
            ORDER BY t0."first_said_lower" DESC, t0."id" DESC
            LIMIT @p1
          )
        ) t0
        ORDER BY t0."first_said_lower" DESC, t0."id" DESC
        LIMIT @p1
      ) t0
    ) t3
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') AS "result"
-- {"p0":moment-1,"p1":6,"p2":"first-published"}
