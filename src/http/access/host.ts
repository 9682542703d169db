/**
 * Under which names the server may be asked, and from which pages. A browser asks a server of this machine for
 * any page whose name is made to lead here (DNS rebinding), and to the browser such a page and the server are
 * then of one origin: the name that was asked is all that tells them apart.
 */
import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import type { FastifyInstance } from 'fastify';
import ipaddr from 'ipaddr.js';
import { excerpt } from '../../model/errors.js';
import { isAtLeast, type Role } from '../../model/roles.js';
import { fail } from '../failures.js';

export interface HostSettings {
  /** The address that is listened on. */
  readonly host: string;
  readonly publicUrl: string;
  readonly allowedHosts: readonly string[];
  readonly corsOrigins: readonly string[];
  readonly trustProxy: readonly string[];
  readonly anonymousRole: Role | 'none' | '';
}

/** Why a request is not answered, whatever it asks. */
export interface Misdirected {
  readonly status: 400 | 403 | 421;
  readonly code: 'BAD_REQUEST' | 'ORIGIN_NOT_ALLOWED' | 'HOST_NOT_ALLOWED';
  readonly message: string;
  readonly hint: string;
}

/** Undefined where the request may be answered. */
export type LookAtHost = (request: IncomingMessage) => Misdirected | undefined;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered under every name and to every page: it gives out nothing of the graph, and probes ask by address. */
    anyHost?: boolean;
  }
}

const ANY = '*';
const OF_THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');

/**
 * Whether only known names are answered. Not where strangers can reach the server themselves and may not write:
 * a page gains nothing there by asking through somebody's browser.
 */
function isKeptToNames({ host, allowedHosts, anonymousRole }: HostSettings): boolean {
  if (allowedHosts.length > 0) return !allowedHosts.includes(ANY);
  return isLoopback(host) || (anonymousRole !== '' && anonymousRole !== 'none' && isAtLeast(anonymousRole, 'contributor'));
}

export function hostLooker(settings: HostSettings): LookAtHost {
  const { publicUrl, corsOrigins, trustProxy } = settings;
  const names = new Set([settings.host, ...settings.allowedHosts, ...OF_THIS_MACHINE].flatMap((given) => nameOf(bracketed(given)) ?? []));
  const publicOrigin = publicUrl === '' ? undefined : new URL(publicUrl);
  if (publicOrigin) names.add(withoutDot(publicOrigin.hostname));
  const isKept = isKeptToNames(settings);
  const isProxy = proxyOf(trustProxy);

  const lookAtHost = (asked: readonly string[]): Misdirected | undefined => {
    const unknown = asked.find((each) => !names.has(nameOf(each) ?? ''));
    if (asked.length > 0 && unknown === undefined) return undefined;
    return {
      status: 421,
      code: 'HOST_NOT_ALLOWED',
      message: unknown === undefined ? 'the request has no host name' : `the host name "${excerpt(unknown)}" is not allowed`,
      hint: 'localhost, or a name in CLAIMGRAPH_PUBLIC_URL or CLAIMGRAPH_ALLOWED_HOSTS',
    };
  };
  const isOriginAllowed = (origin: string, site: string | undefined, asked: readonly string[]): boolean => {
    if (corsOrigins.includes(ANY) || corsOrigins.includes(origin) || origin === publicOrigin?.origin) return true;
    // The browser's own word, which no page can set; behind a proxy the name that is asked may be another.
    if (site === 'same-origin') return true;
    if (!URL.canParse(origin)) return false;
    const { host } = new URL(origin);
    return asked.some((each) => each.toLowerCase() === host);
  };

  return ({ headers, rawHeaders, socket }) => {
    if (countOf(rawHeaders, 'host') > 1)
      return { status: 400, code: 'BAD_REQUEST', message: 'the request has several Host headers', hint: 'one Host header' };
    const forwarded = lastOf(headers['x-forwarded-host']);
    // A page can send that header too: only in addition to a name that is right.
    const asked = [headers.host ?? [], forwarded !== undefined && isProxy(socket.remoteAddress ?? '', 0) ? forwarded : []].flat();
    const wrongHost = isKept ? lookAtHost(asked) : undefined;
    if (wrongHost) return wrongHost;
    const { origin } = headers;
    if (origin === undefined || isOriginAllowed(origin, lastOf(headers['sec-fetch-site']), asked)) return undefined;
    return {
      status: 403,
      code: 'ORIGIN_NOT_ALLOWED',
      message: `pages of ${excerpt(origin)} may not call this server`,
      hint: 'a page of this server, or of an origin in CLAIMGRAPH_CORS_ORIGINS',
    };
  };
}

/** Where a request comes from, by the word of proxies that are trusted. */
export function addressFinder({ trustProxy }: Pick<HostSettings, 'trustProxy'>): (request: IncomingMessage) => string {
  const isProxy = proxyOf(trustProxy);
  return (request) => proxyAddr(request, isProxy);
}

const proxyOf = (trustProxy: readonly string[]): ((address: string, hops: number) => boolean) =>
  trustProxy.length > 0 ? proxyAddr.compile([...trustProxy]) : () => false;

/** On every route; the first of all hooks, so that nothing is done for a request that is not for this server. */
export function keepHosts(server: FastifyInstance, look: LookAtHost): void {
  server.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config?.anyHost) return undefined;
    const misdirected = look(request.raw);
    if (!misdirected) return undefined;
    const { status, code, message, hint } = misdirected;
    return fail(reply, status, code, message, hint);
  });
}

const HOST = /^(\[[\da-f:.]{2,45}\]|[\w.-]{1,253})(:\d{0,5})?$/i;

/** The name in a Host header, as browsers spell it: lower case, IPv6 at its shortest, no port, no trailing dot. Undefined: it is none. */
function nameOf(host: string): string | undefined {
  const name = HOST.exec(host)?.[1];
  if (name === undefined || !URL.canParse(`http://${name}`)) return undefined;
  return withoutDot(new URL(`http://${name}`).hostname);
}

const withoutDot = (name: string): string => name.replace(/(?<=.)\.$/, '');
const bracketed = (given: string): string => (given.includes(':') && !given.startsWith('[') ? `[${given}]` : given);

/** Of headers that are given as they came, name and value in turns. */
const countOf = (rawHeaders: readonly string[], name: string): number =>
  rawHeaders.filter((each, index) => index % 2 === 0 && each.toLowerCase() === name).length;

/** Of several proxies the last one spoke last. */
function lastOf(header: string | readonly string[] | undefined): string | undefined {
  const text = typeof header === 'string' ? header : header?.join(',');
  return text?.slice(text.lastIndexOf(',') + 1).trim();
}
