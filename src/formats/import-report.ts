/** What an import says of itself: what was written, refused and lost, and how far the file was read. */
import type { ItemStatus } from '../model/changeset/changeset.js';
import type { ImportMatch, MatchOptions } from './import-matches.js';
import type { Place, Refusal } from './reading/entry.js';

export interface PlacedRefusal extends Refusal {
  readonly place: Place;
}

export interface ImportReport {
  /** Entries of the file whose items are written, or were refused. */
  entries: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  readonly refusals: PlacedRefusal[];
  /** What the format says that the model cannot hold, with how often. */
  readonly lost: Map<string, number>;
  /** Where it was asked for: new claims that were said before, as many as it names. */
  readonly matches?: ImportMatch[] | undefined;
  /** How many there are. */
  matched?: number | undefined;
  /** New claims that were not looked at, for the time was over. */
  unmatched?: number | undefined;
  /** Where reading ended before the end of the file: what follows there was not read. */
  stoppedAt?: Place | undefined;
}

export interface ReportLimits {
  /** Refusals that the report names one by one; the others are counted. */
  readonly refusalsMax: number;
  /** Different paths that the report names as lost; further ones are counted together. */
  readonly lostMax: number;
  /** Matches that the report names one by one; not given: it has none. */
  readonly matching?: Pick<MatchOptions, 'matchesMax'> | undefined;
}

/** Writes a report, as far as its limits go. */
export class Reporting {
  readonly report: ImportReport;

  constructor(private readonly limits: ReportLimits) {
    const counts = { entries: 0, created: 0, changed: 0, unchanged: 0, refused: 0 };
    this.report = { ...counts, refusals: [], lost: new Map(), ...(limits.matching ? { matches: [], matched: 0, unmatched: 0 } : {}) };
  }

  count(status: ItemStatus): void {
    const counted = COUNTED[status];
    if (counted) this.report[counted]++;
  }

  refuse(...refusals: readonly PlacedRefusal[]): void {
    this.report.refused++;
    this.name(...refusals);
  }

  /** Names what is wrong with something that is counted as refused already. */
  name(...refusals: readonly PlacedRefusal[]): void {
    for (const refusal of refusals) {
      if (this.report.refusals.length >= this.limits.refusalsMax) return;
      const { place, path, message, hint } = refusal;
      this.report.refusals.push({
        ...refusal,
        place: { ...place, path: shortened(place.path) },
        path: shortened(path),
        message: shortened(message),
        hint: shortened(hint),
      });
    }
  }

  /** `left`: claims that were not looked at. */
  match(matches: readonly ImportMatch[], left: number): void {
    const { report } = this;
    report.matched = (report.matched ?? 0) + matches.length;
    report.unmatched = (report.unmatched ?? 0) + left;
    const room = (this.limits.matching?.matchesMax ?? 0) - (report.matches?.length ?? 0);
    report.matches?.push(...matches.slice(0, Math.max(0, room)));
  }

  lose(path: string): void {
    const { lost } = this.report;
    const shown = shortened(path);
    const name = lost.has(shown) || lost.size < this.limits.lostMax ? shown : FURTHER_PATHS;
    lost.set(name, (lost.get(name) ?? 0) + 1);
  }
}

const FURTHER_PATHS = '… (further paths)';

/** What a report quotes of a file may be as long as the file. */
const LONGEST_QUOTED = 1_000;
const shortened = (text: string): string => (text.length > LONGEST_QUOTED ? `${text.slice(0, LONGEST_QUOTED).toWellFormed()}…` : text);

const COUNTED: Partial<Record<ItemStatus, 'created' | 'changed' | 'unchanged'>> = {
  CREATED: 'created',
  CHANGED: 'changed',
  UNCHANGED: 'unchanged',
  RETRACTED: 'changed',
  RESTORED: 'changed',
  MERGED: 'changed',
  UNMERGED: 'changed',
};
