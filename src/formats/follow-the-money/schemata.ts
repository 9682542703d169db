/**
 * What FollowTheMoney's schemata are in this graph (https://followthemoney.tech/explorer/): things are
 * entities; what connects two things, or says something of one, is a claim.
 */
export const KINDS: Readonly<Record<string, string>> = {
  Person: 'PERSON',
  LegalEntity: 'ORGANIZATION',
  Organization: 'ORGANIZATION',
  Company: 'ORGANIZATION',
  PublicBody: 'ORGANIZATION',
  Address: 'PLACE',
  RealEstate: 'PLACE',
  Event: 'EVENT',
  Trip: 'EVENT',
  CourtCase: 'EVENT',
  Call: 'EVENT',
  Message: 'WORK',
  Document: 'WORK',
  Article: 'WORK',
  HyperText: 'WORK',
  PlainText: 'WORK',
  Pages: 'WORK',
  Project: 'CONCEPT',
  Position: 'CONCEPT',
  Asset: 'PRODUCT',
  Vehicle: 'PRODUCT',
  Vessel: 'PRODUCT',
  Airplane: 'PRODUCT',
  Security: 'PRODUCT',
  Contract: 'WORK',
  License: 'WORK',
  BankAccount: 'PRODUCT',
  CryptoWallet: 'PRODUCT',
  Thing: 'CONCEPT',
};

/** Schemata whose entities are connections: from whom, to whom. */
export const CONNECTIONS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  Ownership: ['owner', 'asset'],
  Directorship: ['director', 'organization'],
  Membership: ['member', 'organization'],
  Employment: ['employee', 'employer'],
  Family: ['person', 'relative'],
  Associate: ['person', 'associate'],
  Representation: ['agent', 'client'],
  Succession: ['predecessor', 'successor'],
  UnknownLink: ['subject', 'object'],
  Payment: ['payer', 'beneficiary'],
  Debt: ['debtor', 'creditor'],
  ContractAward: ['supplier', 'contract'],
  ProjectParticipant: ['participant', 'project'],
  CourtCaseParty: ['party', 'case'],
  Documentation: ['entity', 'document'],
  Occupancy: ['holder', 'post'],
  Sanction: ['entity', 'authority'],
  Identification: ['holder', 'number'],
  EconomicActivity: ['sender', 'receiver'],
  TaxRoll: ['holder', 'supplier'],
};

/** Properties whose values are names: the first one is the name, the others are aliases. */
export const NAMES = ['name'];
export const ALIASES = ['alias', 'weakAlias', 'previousName', 'abbreviation'];

/** Properties whose values are identifiers of a scheme. */
export const IDENTIFIERS: Readonly<Record<string, string>> = {
  wikidataId: 'wikidata',
  leiCode: 'lei',
  registrationNumber: 'ftm-registration-number',
  taxNumber: 'ftm-tax-number',
  idNumber: 'ftm-id-number',
  passportNumber: 'ftm-passport-number',
  imoNumber: 'imo',
  innCode: 'inn',
  ogrnCode: 'ogrn',
  voenCode: 'voen',
  isin: 'isin',
  uscCode: 'usc',
};

export const DATES = /(date|Date|createdAt|modifiedAt|retrievedAt|publishedAt|authoredAt)$/;
export const START = 'startDate';
export const END = 'endDate';
export const DATE = 'date';

/** Schemata that others extend, from the most general one; of several that an entity is said to have, the most special one holds. */
const GENERAL: readonly (readonly string[])[] = [
  ['Thing', 'Interval'],
  ['LegalEntity', 'Interest', 'Asset', 'Document'],
  ['Organization', 'HyperText', 'PlainText', 'Pages', 'Vehicle'],
];

/** The higher, the more general; 0 of what no other schema extends. */
export function generality(schema: string): number {
  const level = GENERAL.findIndex((each) => each.includes(schema));
  return level < 0 ? 0 : GENERAL.length - level;
}
