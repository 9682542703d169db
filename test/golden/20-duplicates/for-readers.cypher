CYPHER 5
RETURN COLLECT {
  MATCH (t0:Predicate)
  WHERE t0.id IN $p0
  RETURN [['Predicate', t0.id], [[]]]
} + COLLECT {
  MATCH (t2:Entity)
  WHERE t2.id IN $p0
  MATCH (t3:Entity)
  WHERE t3.id = coalesce(t2.mergedIntoId, t2.id)
  RETURN [['Entity', t2.id], [[t3.key, t3.withheld], t3.namesList]]
} + COLLECT {
  MATCH (t6:Source)
  WHERE t6.id IN $p0
  MATCH (t7:Source)
  WHERE t7.id = coalesce(t6.mergedIntoId, t6.id)
  RETURN [['Source', t6.id], [[t7.withheld]]]
} + COLLECT {
  MATCH (t9:Claim)
  WHERE t9.id IN $p0
  RETURN [['Claim', t9.id], [[t9.withheld]]]
} + COLLECT {
  MATCH (t10:Citation)
  WHERE t10.id IN $p0
  RETURN [['Citation', t10.id], [[t10.withheld]]]
} + COLLECT {
  MATCH (t11:ClaimLink)
  WHERE t11.id IN $p0
  RETURN [['ClaimLink', t11.id], [[t11.withheld]]]
} AS result
// {"p0":["id-1"]}

CYPHER 5
RETURN [[COUNT {
  MATCH (:Entity)
}, COLLECT {
  UNWIND $p0 AS t0
  RETURN CASE WHEN COUNT {
    CALL db.index.fulltext.queryNodes('Entity_words', t0) YIELD node
  } > 1000 THEN COUNT {
    CALL db.index.fulltext.queryNodes('Entity_words', t0) YIELD node
  } ELSE COUNT {
    CALL db.index.fulltext.queryNodes('Entity_words', t0) YIELD node
    WITH node AS t1
    WHERE t1.withheld IS NULL
    RETURN t1
  } END
}]] AS result
// {"p0":["afp","agence","france","presse","agencefrancepresse","francepresseagence","presseagencefrance","§gnc","§frnc","§prs","amazon","web","services","amazonwebservices","webservicesamazon","servicesamazonweb","§mzn","§b","§srvcs","aws","inc","§nc","american","far","right","americanfarright","farrightamerican","rightamericanfar","§mrcn","§fr","§rght","extreme","droite","americaine","extremedroiteamericaine","droiteamericaineextreme","americaineextremedroite","§xtrm","§drt","an","spokeswoman","anamazonspokeswoman","amazonspokeswomanan","spokeswomananamazon","§n","§spksmn","une","porte","parole","damazon","§prt","§prl","§d","announcements","of","apple","google","and","§nncmnts","§f","§pl","§ggl","§nd","annonces","dapple","et","§nncs","§t","application","parler","applicationofparler","ofparlerapplication","parlerapplicationof","§plctn","§prlr","de","applicationdeparler","deparlerapplication","parlerapplicationde","bfm","business","bfmbusiness","businessbfm","§bfm","§bsns"]}

CYPHER 5
MATCH (t0:Entity)
WHERE t0.withheld IS NULL AND t0.retraction_present = false
WITH collect(t0) AS t1
RETURN [COLLECT {
  UNWIND t1 AS t0
  WITH t0
  WITH t0
  ORDER BY t0.defaultNameFolded ASC, t0.id ASC
  LIMIT $p0
  RETURN [[t0.defaultNameFolded, t0.id], [[t0.id]]]
}, [size(t1), null, null]] AS result
// {"p0":11}
