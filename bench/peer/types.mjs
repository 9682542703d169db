/** The same graph as @neo4j/graphql's users describe theirs. */
export const typeDefs = /* GraphQL */ `
  type Entity @node {
    id: ID!
    key: String
    kind: String!
    defaultName: String!
    claims: [Claim!]! @relationship(type: "PARTICIPANTS", direction: IN, properties: "Participation")
    said: [Citation!]! @relationship(type: "SPEAKER", direction: IN)
    published: [Source!]! @relationship(type: "PUBLISHER", direction: IN)
  }
  type Participation @relationshipProperties {
    position: Int!
  }
  type Predicate @node {
    id: ID!
    key: String!
  }
  type Claim @node {
    id: ID!
    key: String
    defaultText: String!
    firstSaid: String
    firstSaidLower: BigInt!
    firstSaidUpper: BigInt!
    citationCount: Int!
    subject: [Entity!]! @relationship(type: "SUBJECT", direction: OUT)
    predicate: [Predicate!]! @relationship(type: "PREDICATE", direction: OUT)
    participants: [Entity!]! @relationship(type: "PARTICIPANTS", direction: OUT, properties: "Participation")
    citations: [Citation!]! @relationship(type: "CLAIM", direction: IN)
  }
  type Source @node {
    id: ID!
    key: String
    title: String!
    published: String
    publishedLower: BigInt!
    publisher: [Entity!]! @relationship(type: "PUBLISHER", direction: OUT)
    citations: [Citation!]! @relationship(type: "SOURCE", direction: IN)
  }
  type Citation @node {
    id: ID!
    key: String
    stance: String!
    effectiveDate: String
    effectiveDateLower: BigInt!
    claim: [Claim!]! @relationship(type: "CLAIM", direction: OUT)
    source: [Source!]! @relationship(type: "SOURCE", direction: OUT)
    speaker: [Entity!]! @relationship(type: "SPEAKER", direction: OUT)
    relays: [Citation!]! @relationship(type: "RELAYS", direction: OUT)
  }
`;
