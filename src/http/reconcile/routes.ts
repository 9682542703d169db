/** The reconciliation service at /reconcile, as OpenRefine and its clients speak to it. */
import formbody from '@fastify/formbody';
import escapeHtml from 'escape-html';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Settings } from '../../config/settings.js';
import { ENTITY_KINDS } from '../../model/vocabulary.js';
import type { Store } from '../../store/store.js';
import { storeFor } from '../access/caller.js';
import { publicUrl } from '../export-options.js';
import { ReconciliationService, typeOf, type PropertyValue } from './service.js';

const querySchema = z.looseObject({
  query: z.string().max(500),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  limit: z.int().min(1).max(1_000).optional(),
  properties: z
    .array(z.looseObject({ pid: z.string().max(300), v: z.unknown() }))
    .max(20)
    .optional(),
});
const BATCH = 50;
const queriesSchema = z
  .record(z.string(), querySchema)
  .refine((all) => Object.keys(all).length <= BATCH, `at most ${BATCH} queries at once`);
const extendSchema = z.looseObject({
  ids: z.array(z.string().max(100)).max(BATCH),
  properties: z.array(z.looseObject({ id: z.string().max(300) })).max(50),
});

/** Properties of every entity, beside its predicates and the schemes of its identifiers. */
const OWN_PROPERTIES: Readonly<Record<string, string>> = { name: 'Name', alias: 'Alias', description: 'Description', kind: 'Kind' };

export async function serveReconciliation(server: FastifyInstance, store: Store, settings: Settings): Promise<void> {
  const limits = { candidatesMax: settings.searchCandidatesMax, pageSizeMax: settings.pageSizeMax, timeout: settings.requestTimeout };
  const serviceFor = ({ caller }: FastifyRequest) => new ReconciliationService(storeFor(store, caller, settings), limits);
  const anyPageMayAsk = settings.corsOrigins.includes('*');
  const send = (request: FastifyRequest, reply: FastifyReply, answer: object) => sent(request, reply, answer, anyPageMayAsk);
  await server.register(async (routes) => {
    await routes.register(formbody);
    const answer = async (request: FastifyRequest, reply: FastifyReply) => {
      const { queries, extend } = { ...(request.query as object), ...(request.body as object | undefined) } as {
        queries?: string;
        extend?: string;
      };
      const service = serviceFor(request);
      if (queries !== undefined) {
        const asked = read(queriesSchema, queries, 'queries');
        if ('wrong' in asked) return reply.code(400).send(asked.wrong);
        const results = await Promise.all(
          Object.entries(asked.value).map(async ([name, query]) => [name, { result: await service.reconcile(query) }] as const),
        );
        return send(request, reply, Object.fromEntries(results));
      }
      if (extend !== undefined) {
        const asked = read(extendSchema, extend, 'extend');
        return 'wrong' in asked ? reply.code(400).send(asked.wrong) : send(request, reply, await extension(service, asked.value));
      }
      return send(request, reply, manifest(publicUrl(settings, request)));
    };
    routes.get('/reconcile', answer);
    routes.post('/reconcile', answer);
    routes.get('/reconcile/suggest/entity', async (request, reply) => {
      const found = await serviceFor(request).suggestEntities(prefixOf(request));
      const result = found.map(({ row }) => ({
        id: row.id,
        name: row.defaultName,
        description: row.descriptions[0]?.text ?? '',
        notable: [typeOf(row.kind)],
      }));
      return send(request, reply, { result });
    });
    routes.get('/reconcile/suggest/property', async (request, reply) => {
      const prefix = prefixOf(request);
      const own = Object.entries(OWN_PROPERTIES).filter(([id]) => id.startsWith(prefix.toLowerCase()));
      const predicates = await serviceFor(request).predicates(prefix);
      const result = [
        ...own.map(([id, name]) => ({ id, name })),
        ...predicates.map(({ key, labels }) => ({ id: key, name: labels[0]?.text ?? key })),
      ];
      return send(request, reply, { result });
    });
    routes.get('/reconcile/suggest/type', async (request, reply) => {
      const prefix = prefixOf(request).toLowerCase();
      return send(request, reply, { result: ENTITY_KINDS.map(typeOf).filter(({ name }) => name.toLowerCase().startsWith(prefix)) });
    });
    routes.get('/reconcile/properties', async (request, reply) => {
      const { type, limit } = request.query as { type?: string; limit?: string };
      const predicates = await serviceFor(request).predicates('');
      const properties = [
        ...Object.entries(OWN_PROPERTIES).map(([id, name]) => ({ id, name })),
        ...predicates.map(({ key, labels }) => ({ id: key, name: labels[0]?.text ?? key })),
      ];
      const most = Number(limit) > 0 ? Number(limit) : properties.length;
      return send(request, reply, { ...(type === undefined ? {} : { type }), limit: most, properties: properties.slice(0, most) });
    });
    routes.get('/reconcile/preview', async (request, reply) => {
      reply.header('content-security-policy', PREVIEW_POLICY);
      const [found] = await serviceFor(request).entities([(request.query as { id?: string }).id ?? ''], true);
      if (!found)
        return reply
          .code(404)
          .type('text/html; charset=utf-8')
          .send('<!doctype html><title>Not found</title><p>There is no such entity.</p>');
      return reply.type('text/html; charset=utf-8').send(preview(found));
    });
  });
}

function read<T>(schema: z.ZodType<T>, text: string, name: string): { value: T } | { wrong: object } {
  const wrong = (message: string) => ({
    wrong: { status: 'error', message, details: `${name} is a JSON object, as the Reconciliation Service API 0.2 has it` },
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return wrong(`${name} is no JSON: ${(error as Error).message}`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  const { path, message } = parsed.error.issues[0]!;
  return wrong(`${[name, ...path.map(String)].join('.')}: ${message}`);
}

const LONGEST_PREFIX = 500;
/** Of several the first. */
function prefixOf(request: FastifyRequest): string {
  const [prefix = ''] = [(request.query as { prefix?: string | readonly string[] }).prefix ?? ''].flat();
  return prefix.slice(0, LONGEST_PREFIX);
}
const CALLBACK = /^[A-Za-z_$][\w$.]{0,99}$/;

/**
 * Old clients ask by a script tag, and name the function that takes the answer. Any page could: only where
 * any page may ask anyway.
 */
function sent(request: FastifyRequest, reply: FastifyReply, answer: object, anyPageMayAsk: boolean): FastifyReply {
  const { callback } = request.query as { callback?: string };
  if (callback === undefined || !anyPageMayAsk || !CALLBACK.test(callback)) return reply.send(answer);
  const json = JSON.stringify(answer).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return reply.type('application/javascript; charset=utf-8').send(`/**/${callback}(${json});`);
}

function manifest(address: string): object {
  const at = { service_url: address };
  return {
    versions: ['0.1', '0.2'],
    name: 'claimgraph',
    identifierSpace: `${address}/id/`,
    schemaSpace: `${address}/predicate/`,
    documentation: `${address}/graphql`,
    defaultTypes: ENTITY_KINDS.map(typeOf),
    view: { url: `${address}/reconcile/preview?id={{id}}` },
    preview: { url: `${address}/reconcile/preview?id={{id}}`, width: 430, height: 300 },
    suggest: {
      entity: { ...at, service_path: '/reconcile/suggest/entity' },
      property: { ...at, service_path: '/reconcile/suggest/property' },
      type: { ...at, service_path: '/reconcile/suggest/type' },
    },
    extend: { propose_properties: { ...at, service_path: '/reconcile/properties' }, property_settings: [] },
    batchSize: BATCH,
  };
}

async function extension(service: ReconciliationService, { ids, properties }: z.infer<typeof extendSchema>): Promise<object> {
  const found = new Map((await service.entities(ids, true)).map((each) => [each.row.id, each]));
  const predicates = await service.labelsOf(properties.map(({ id }) => id));
  const rows = ids.map((id) => {
    const entity = found.get(id);
    const cells = properties.map(({ id: property }): [string, readonly PropertyValue[]] => [
      property,
      entity ? cellsOf(entity, property) : [],
    ]);
    return [id, Object.fromEntries(cells)] as const;
  });
  return {
    meta: properties.map(({ id }) => ({ id, name: OWN_PROPERTIES[id] ?? predicates.get(id) ?? id })),
    rows: Object.fromEntries(rows),
  };
}

type Found = Awaited<ReturnType<ReconciliationService['entities']>>[number];

function cellsOf({ row, values }: Found, property: string): readonly PropertyValue[] {
  const texts = (labels: readonly { text: string }[]) => labels.map(({ text }) => ({ str: text }));
  if (property === 'name') return texts(row.names);
  if (property === 'alias') return texts(row.aliases);
  if (property === 'description') return texts(row.descriptions);
  if (property === 'kind') return [{ str: row.kind }];
  return values.get(property) ?? [];
}

/** It is shown within the pages of others, and does nothing there: styles of its own, no script, no picture, no form. */
const PREVIEW_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const PREVIEWED = 8;

function preview({ row, values }: Found): string {
  const lines = [...values].slice(0, PREVIEWED).map(([property, all]) => {
    const shown = all.map((value) => ('id' in value ? value.name : value.str)).join(', ');
    return `<dt>${escapeHtml(property)}</dt><dd>${escapeHtml(shown)}</dd>`;
  });
  const description = row.descriptions[0]?.text;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(row.defaultName)}</title><style>body{font:14px/1.4 system-ui,sans-serif;margin:.75rem}dt{font-weight:600}dd{margin:0 0 .25rem}</style></head>
<body><h1 style="font-size:1.1rem;margin:0">${escapeHtml(row.defaultName)}</h1><p>${escapeHtml(typeOf(row.kind).name)}${description ? `: ${escapeHtml(description)}` : ''}</p><dl>${lines.join('')}</dl></body></html>`;
}
