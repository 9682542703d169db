/** The terms of nanopublications that are read and written here. */
export const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
export const RDFS_LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';
export const XSD = 'http://www.w3.org/2001/XMLSchema#';

const NP = 'http://www.nanopub.org/nschema#';
export const NANOPUBLICATION = `${NP}Nanopublication`;
export const HAS_ASSERTION = `${NP}hasAssertion`;
export const HAS_PROVENANCE = `${NP}hasProvenance`;
export const HAS_PUBLICATION_INFO = `${NP}hasPublicationInfo`;

const NPX = 'http://purl.org/nanopub/x/';
export const HAS_SIGNATURE = `${NPX}hasSignature`;
export const HAS_SIGNATURE_TARGET = `${NPX}hasSignatureTarget`;
export const HAS_PUBLIC_KEY = `${NPX}hasPublicKey`;
export const HAS_ALGORITHM = `${NPX}hasAlgorithm`;
export const AS_SENTENCE = `${NPX}asSentence`;
export const AIDA = 'http://purl.org/aida/';

export const PROV = 'http://www.w3.org/ns/prov#';
export const DCTERMS = 'http://purl.org/dc/terms/';
export const PAV = 'http://purl.org/pav/';
