CYPHER 5
RETURN [COLLECT {
  MATCH (t0:Entity)
  WHERE t0.retraction_present = false AND t0.defaultNameFolded >= ''
  WITH t0
  ORDER BY t0.defaultNameFolded ASC, t0.id ASC
  LIMIT $p0
  RETURN [[t0.defaultNameFolded, t0.id], [[t0.id]]]
}, [(COUNT {
  MATCH (:Entity)
} - COUNT {
  MATCH (n:Entity)
  WHERE n.retraction_present = true
}), null, null]] AS result
// {"p0":11}

CYPHER 5
RETURN [[COUNT {
  MATCH (:Entity)
}, COLLECT {
  UNWIND $p0 AS t0
  RETURN COUNT {
    CALL db.index.fulltext.queryNodes('Entity_words', t0) YIELD node
  }
}]] AS result
// {"p0":["afp","agence","france","presse","agencefrancepresse","francepresseagence","presseagencefrance","§gnc","§frnc","§prs","amazon","web","services","amazonwebservices","webservicesamazon","servicesamazonweb","§mzn","§b","§srvcs","aws","inc","§nc","american","far","right","americanfarright","farrightamerican","rightamericanfar","§mrcn","§fr","§rght","extreme","droite","americaine","extremedroiteamericaine","droiteamericaineextreme","americaineextremedroite","§xtrm","§drt","an","spokeswoman","anamazonspokeswoman","amazonspokeswomanan","spokeswomananamazon","§n","§spksmn","une","porte","parole","damazon","§prt","§prl","§d","announcements","of","apple","google","and","§nncmnts","§f","§pl","§ggl","§nd","annonces","dapple","et","§nncs","§t","application","parler","applicationofparler","ofparlerapplication","parlerapplicationof","§plctn","§prlr","de","applicationdeparler","deparlerapplication","parlerapplicationde","bfm","business","bfmbusiness","businessbfm","§bfm","§bsns"]}

CYPHER 5
RETURN [[COUNT {
  MATCH (:Entity)
}, COLLECT {
  UNWIND $p0 AS t0
  RETURN COUNT {
    CALL db.index.fulltext.queryNodes('Entity_words', t0) YIELD node
  }
}]] AS result
// {"p0":["web","services","amazon","inc","an","spokeswoman","application","of","parler","de","letter","aws","to","lettre","daws","a","mise","hors","ligne","users","utilisateurs","website","site","appels","nouvelles","manifestations","business","tech","bfm"]}

CYPHER 5
RETURN [COLLECT {
  MATCH (t0:Entity)
  WHERE t0.retraction_present = false AND (t0.defaultNameFolded >= $p0 AND (t0.defaultNameFolded > $p0 OR t0.id > $p1))
  WITH t0
  ORDER BY t0.defaultNameFolded ASC, t0.id ASC
  LIMIT $p2
  RETURN [[t0.defaultNameFolded, t0.id], [[t0.id]]]
}, [null, null, null]] AS result
// {"p0":"bfm business","p1":"id-1","p2":51}

CYPHER 5
RETURN [[COUNT {
  MATCH (:Entity)
}, COLLECT {
  UNWIND $p0 AS t0
  RETURN COUNT {
    CALL db.index.fulltext.queryNodes('Entity_words', t0) YIELD node
  }
}]] AS result
// {"p0":["bfm","tech","bfmtech","techbfm","§bfm","§tc","buzzfeed","calls","to","hatred","callstohatred","tohatredcalls","hatredcallsto","§cls","§t","§htrd","appels","a","la","haine","§pls","§l","§hn","new","protests","§n","§prtsts","de","nouvelles","manifestations","§d","§nvls","§mnfsttns","capitol","capitole","elsa","trujillo","elsatrujillo","trujilloelsa","§s","§trjl","google","john","matze","johnmatze","matzejohn","§jhn","§mtz","letter","of","aws","parler","§ltr","§f","§prlr","lettre","daws","messages","support","for","the","rioters","§msgs","§sprt","§fr","§rtrs","soutien","aux","emeutiers","§stn","§x","§mtrs","olivier","douliery","olivierdouliery","doulieryolivier","§lvr","§dlr","goes","offline","parlergoesoffline","goesofflineparler","offlineparlergoes","§gs","§fln","mise","hors","ligne","§ms","§hrs","§lgn","at","§cptl","du","emeutiersducapitole","ducapitoleemeutiers","capitoleemeutiersdu","storming","§strmng","irruption","au","irruptionaucapitole","aucapitoleirruption","capitoleirruptionau","§rptn","terms","use","§trms","conditions","dutilisation","conditionsdutilisationdaws","dutilisationdawsconditions","dawsconditionsdutilisation","§cndtns","§tlstn","users","usersofparler","ofparlerusers","parlerusersof","§srs","utilisateurs","utilisateursdeparler","deparlerutilisateurs","parlerutilisateursde","§tlstrs","upset","by","moderation","largest","networks","§pst","§b","§mdrtn","§lrgst","§ntrks","internautes","mecontents","des","grands","reseaux","§ntrnts","§mcntnts","§ds","§grnds","§rsx","violence","violent","content","on","§vlnt","§cntnt","contenus","violents","sur","§cntns","§vlnts","§sr","washington","website","websiteofparler","ofparlerwebsite","parlerwebsiteof","§bst","site","web","§st"]}

CYPHER 5
RETURN [[COUNT {
  MATCH (:Entity)
}, COLLECT {
  UNWIND $p0 AS t0
  RETURN COUNT {
    CALL db.index.fulltext.queryNodes('Entity_words', t0) YIELD node
  }
}]] AS result
// {"p0":["tech","business","bfm","protests","calls","to","hatred","new","appels","nouvelles","manifestations","parler","de","a","application","storming","of","the","capitol","irruption","au","capitole","rioters","at","emeutiers","du","lettre","daws","aws","letter","terms","use","messages","support","for","goes","offline","users","utilisateurs","website","site","web","violent","content","on","contenus","violents","sur","mise","hors","ligne"]}

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
  RETURN [['Entity', t2.id], [[t3.key], t3.namesList]]
} + COLLECT {
  MATCH (t6:Source)
  WHERE t6.id IN $p0
  MATCH (t7:Source)
  WHERE t7.id = coalesce(t6.mergedIntoId, t6.id)
  RETURN [['Source', t6.id], [[]]]
} + COLLECT {
  MATCH (t9:Claim)
  WHERE t9.id IN $p0
  RETURN [['Claim', t9.id], [[]]]
} + COLLECT {
  MATCH (t10:Citation)
  WHERE t10.id IN $p0
  RETURN [['Citation', t10.id], [[]]]
} + COLLECT {
  MATCH (t11:ClaimLink)
  WHERE t11.id IN $p0
  RETURN [['ClaimLink', t11.id], [[]]]
} AS result
// {"p0":["id-2"]}

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
  RETURN [['Entity', t2.id], [[t3.key], t3.namesList]]
} + COLLECT {
  MATCH (t6:Source)
  WHERE t6.id IN $p0
  MATCH (t7:Source)
  WHERE t7.id = coalesce(t6.mergedIntoId, t6.id)
  RETURN [['Source', t6.id], [[]]]
} + COLLECT {
  MATCH (t9:Claim)
  WHERE t9.id IN $p0
  RETURN [['Claim', t9.id], [[]]]
} + COLLECT {
  MATCH (t10:Citation)
  WHERE t10.id IN $p0
  RETURN [['Citation', t10.id], [[]]]
} + COLLECT {
  MATCH (t11:ClaimLink)
  WHERE t11.id IN $p0
  RETURN [['ClaimLink', t11.id], [[]]]
} AS result
// {"p0":["id-3"]}
