/**
 * A request's analyses: what many records of a page ask for is worked out together, from one fetch a
 * level for all of them; and the records that analyses name are read together, one statement a field.
 */
import DataLoader from 'dataloader';
import type { FieldNode } from 'graphql';
import { chainOf, type Chain } from '../../analysis/chain.js';
import { contradictionsOf, Siblings, type Contradictions } from '../../analysis/contradictions.js';
import { Corroborations, type Corroboration, type Origin } from '../../analysis/corroboration.js';
import { goUp, impactsOf, type Impact, type Withdrawal } from '../../analysis/impact.js';
import {
  addSources,
  emptyProvenance,
  provenanceOfCitations,
  provenanceOfClaims,
  recordsOf,
  type ProvenanceLimits,
} from '../../analysis/provenance.js';
import type { Asking } from '../../model/changeset/known.js';
import { compareCodePoints } from '../../model/values/text.js';
import { carrying, type Row } from '../../plan/rows.js';

export interface Retold {
  readonly sources: readonly string[];
  readonly citations: readonly string[];
  readonly complete: boolean;
}

export class Analyses {
  readonly #records = new Map<FieldNode, DataLoader<string, Row>>();
  #siblings: Siblings;

  constructor(
    private readonly ask: <T>(asking: Asking<T>) => Promise<T>,
    private readonly limits: ProvenanceLimits,
    /** The moment that they look at; undefined: now. */
    private readonly asOf?: number,
  ) {
    this.#siblings = new Siblings(limits);
  }

  readonly corroboration = new DataLoader<string, Corroboration>(async (claims) => {
    const corroborations = new Corroborations(await this.ask(provenanceOfClaims(claims, this.limits)));
    return claims.map((claim) => this.carrying(corroborations.of(claim)));
  });

  readonly origins = new DataLoader<string, readonly Origin[]>(async (claims) => {
    const provenance = await this.ask(provenanceOfClaims(claims, this.limits));
    const corroborations = new Corroborations(provenance);
    return claims.map((claim) => {
      const citations = (provenance.citationsOf.get(claim) ?? []).filter(({ retracted }) => !retracted);
      return this.carrying(corroborations.originsOf(citations.toSorted((a, b) => compareCodePoints(a.id, b.id))));
    });
  });

  readonly contradictions = new DataLoader<string, Contradictions>(async (claims) => {
    const found = await this.ask(contradictionsOf(claims, this.limits, this.#siblings));
    return claims.map((claim) => this.carrying(found.get(claim)!));
  });

  readonly chain = new DataLoader<string, Chain>(async (citations) => {
    const provenance = await this.ask(provenanceOfCitations(citations, this.limits));
    return citations.map((citation) => this.carrying(chainOf(citation, provenance)));
  });

  readonly #impact = new DataLoader<Withdrawal, Impact, string>(
    async (withdrawals) => {
      const impacts = await this.ask(impactsOf(withdrawals, this.limits));
      return impacts.map((impact) => this.carrying(impact));
    },
    { cacheKeyFn: ({ record, id }) => `${record} ${id}` },
  );

  private carrying<T>(worked: T): T {
    return carrying(worked, this.asOf);
  }

  sourceImpact(source: string): Promise<Impact> {
    return this.#impact.load({ record: 'Source', id: source });
  }

  citationImpact(citation: string): Promise<Impact> {
    return this.#impact.load({ record: 'Citation', id: citation });
  }

  async retellings(source: string): Promise<Retold> {
    return this.carrying(await this.ask(retoldFrom(source, this.limits)));
  }

  /** Nothing worked out before a write holds after it. */
  forget(): void {
    this.#siblings = new Siblings(this.limits);
    const loaders = [this.corroboration, this.origins, this.contradictions, this.chain, this.#impact];
    for (const loader of loaders) loader.clearAll();
    this.#records.clear();
  }

  /** The records that a field names, as it selects them; `read` gets all that were asked for at once. */
  records(node: FieldNode, read: (ids: readonly string[]) => Promise<readonly (Row | null)[]>): DataLoader<string, Row> {
    let loader = this.#records.get(node);
    if (!loader) {
      loader = new DataLoader(async (ids) => (await read(ids)).map((row, index) => row ?? new Error(`there is no record ${ids[index]}`)));
      this.#records.set(node, loader);
    }
    return loader;
  }
}

function* retoldFrom(source: string, limits: ProvenanceLimits): Asking<Retold> {
  const provenance = emptyProvenance(limits);
  addSources(provenance, yield* recordsOf('Source', [source]));
  yield* goUp(provenance, limits);
  return {
    sources: [...provenance.sources.keys()].filter((id) => id !== source).sort(),
    citations: [...provenance.citations.values()]
      .filter((citation) => citation.source !== source)
      .map(({ id }) => id)
      .sort(),
    complete: provenance.complete,
  };
}
