/** The page of an evidence pack: one file, nothing loaded from elsewhere. */
import escapeHtml from 'escape-html';
import type { Chain } from '../../analysis/chain.js';
import type { Corroboration } from '../../analysis/corroboration.js';
import { printedValue, type CitationRow, type ClaimRow, type SourceRow } from '../rows.js';

export interface EvidenceCitation {
  readonly citation: CitationRow & { readonly retraction?: { readonly reason: string } | null };
  readonly chain: Chain;
}

export interface ClaimEvidence {
  readonly claim: ClaimRow;
  readonly corroboration: Corroboration;
  readonly citations: readonly EvidenceCitation[];
}

type Sources = ReadonlyMap<string, SourceRow>;

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}blockquote{border-left:3px solid #999;margin:.5rem 0;padding-left:1rem}article{border-top:1px solid #ccc;padding-top:1rem}dt{font-weight:600}code{word-break:break-all}.retracted{opacity:.6}';

export function evidencePage(evidence: readonly ClaimEvidence[], sources: Sources): string {
  const claims = evidence.map((each) => claimHtml(each, sources)).join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Evidence for ${evidence.length} claims</title><style>${STYLE}</style></head>
<body><h1>Evidence for ${evidence.length} ${evidence.length === 1 ? 'claim' : 'claims'}</h1>
${claims}
</body></html>
`;
}

const text = (value: string | null | undefined): string => escapeHtml(value ?? '');
const optional = (value: string | null | undefined, html: (escaped: string) => string): string => (value ? html(escapeHtml(value)) : '');
/** Addresses are http or https: the model lets no other in. */
const link = (url: string): string => `<a href="${text(url)}">${text(url)}</a>`;

function claimHtml({ claim, corroboration, citations }: ClaimEvidence, sources: Sources): string {
  const [first, ...others] = claim.texts;
  const { independentSupporting, independentRefuting, complete } = corroboration;
  return `<article id="${text(claim.id)}">
<h2 lang="${text(first!.language)}">${text(first!.text)}</h2>
${others.map((each) => `<p lang="${text(each.language)}">${text(each.text)}</p>`).join('')}
<p>${claim.negated ? 'The claim is a denial. ' : ''}${statement(claim)}${validity(claim)}</p>
<p><strong>${independentSupporting} independent ${independentSupporting === 1 ? 'origin supports' : 'origins support'} it, ${independentRefuting} ${independentRefuting === 1 ? 'refutes' : 'refute'} it</strong>${complete ? '' : ' (not everything was examined)'}.${seenOf(corroboration)}</p>${suspectedHtml(corroboration, sources)}
<h3>Citations</h3>
${citations.map((each) => citationHtml(each, sources)).join('\n')}
</article>`;
}

/** Said where an origin is known only by what others tell of it. */
const seenOf = ({ independentSupporting, independentSeen }: Corroboration): string =>
  independentSeen === independentSupporting
    ? ''
    : ` Of those that support it, ${independentSeen} ${independentSeen === 1 ? 'was' : 'were'} seen; of the others, the graph holds only what other sources say about them.`;

/** Said where somebody suspects that two of these are one. */
function suspectedHtml(corroboration: Corroboration, sources: Sources): string {
  const { suspected, independentSupportingAtLeast: supporting, independentRefutingAtLeast: refuting } = corroboration;
  if (suspected.length === 0) return '';
  const items = suspected.map(({ origin, source, beginsAt, reason }) => {
    const ground = beginsAt.length > 0 ? '' : ' (retracted, or of another claim)';
    return `<li>${text(titleOf(origin.source, sources))} may have got it from ${text(titleOf(source, sources))}${ground}: ${text(reason)}</li>`;
  });
  return `
<p>If every suspicion is right, at least ${supporting} independent ${supporting === 1 ? 'origin supports' : 'origins support'} it, and at least ${refuting} ${refuting === 1 ? 'refutes' : 'refute'} it:</p><ul>${items.join('')}</ul>`;
}

const titleOf = (source: string, sources: Sources): string => sources.get(source)?.title ?? source;

function statement({ subject, predicate, object, value }: ClaimRow): string {
  if (!subject && !predicate) return '';
  const far = object?.defaultName ?? (value ? printedValue(value) : '');
  return text(`${subject?.defaultName ?? '?'} — ${predicate?.labels[0]?.text ?? predicate?.key ?? '?'} — ${far}. `);
}

const validity = ({ validFrom, validUntil }: ClaimRow): string =>
  validFrom || validUntil
    ? `Said to hold ${text([validFrom && `from ${validFrom}`, validUntil && `until ${validUntil}`].filter(Boolean).join(' '))}.`
    : '';

function citationHtml({ citation, chain }: EvidenceCitation, sources: Sources): string {
  const { source, speaker, passage, retraction } = citation;
  const whole = sources.get(source.id);
  const quote = citation.quote ?? passage?.exact;
  return `<section${retraction ? ' class="retracted"' : ''}>
<h4>${text(citation.stance)} — ${text(source.title)}${optional(source.publisher?.defaultName, (name) => `, ${name}`)}${optional(citation.effectiveDate, (date) => `, ${date}`)}</h4>
${optional(retraction?.reason, (reason) => `<p>Retracted: ${reason}</p>`)}
${optional(quote, (escaped) => `<blockquote${citation.quoteLanguage ? ` lang="${text(citation.quoteLanguage)}"` : ''}>${escaped}</blockquote>`)}
<dl>
${source.url ? `<dt>Page</dt><dd>${link(source.url)}</dd>` : ''}
${(whole?.archivedCopies ?? []).map(({ url, capturedAt }) => `<dt>Archived copy${optional(capturedAt, (at) => ` of ${at}`)}</dt><dd>${link(url)}</dd>`).join('')}
${optional(speaker?.defaultName, (name) => `<dt>Speaker</dt><dd>${name}</dd>`)}
${passage?.start === null || passage?.start === undefined ? '' : `<dt>Passage</dt><dd>characters ${passage.start} to ${passage.end}</dd>`}
${optional(whole?.digest, (digest) => `<dt>SHA-256 of the text</dt><dd><code>${digest}</code></dd>`)}
${optional(citation.rating?.label, (label) => `<dt>Rating</dt><dd>${label}${optional(citation.rating?.verdict, (verdict) => ` (${verdict})`)}</dd>`)}
</dl>
${chainHtml(chain, sources)}
</section>`;
}

function chainHtml({ steps, complete }: Chain, sources: Sources): string {
  if (steps.length < 2 && steps.every(({ suspicions }) => suspicions.length === 0)) return '';
  const items = steps.map(({ depth, kind, source, isOrigin, breaks, suspicions }) => {
    const { title, publisher, published } = sources.get(source) ?? {};
    const where = text([title ?? source, publisher?.defaultName, published].filter(Boolean).join(', '));
    const suspected = suspicions.map((each) => `may have got it from ${titleOf(each.source, sources)}: ${each.reason}`);
    const notes = [isOrigin ? 'origin' : '', ...breaks, ...suspected].filter((note) => note !== '').join(', ');
    return `<li>step ${depth}, ${text(kind)}: ${where}${notes === '' ? '' : ` <em>(${text(notes)})</em>`}</li>`;
  });
  return `<p>Chain of sources:</p><ol>${items.join('')}</ol>${complete ? '' : '<p>The chain was not followed to its end.</p>'}`;
}
