/**
 * Places that are shared: so many in all, and so many for one caller, so that nobody can take them all.
 * A caller is whoever a token names; without a token, everybody at one address.
 */
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

export type Refused = 'NO_PLACE' | 'SHARE_TAKEN';

export interface Place {
  /** Gives the place to another share. False where that one has all it may: the place stays where it is. */
  readonly moveTo: (share: string) => boolean;
  /** Gives the place back; a second time changes nothing. */
  readonly leave: () => void;
}

export class Shares {
  readonly #held = new Map<string, number>();
  #count = 0;

  constructor(
    /** Places in all. */
    private readonly most: number,
    /** Places of one share. */
    private readonly shareMost: number,
  ) {}

  /** Places that are taken. */
  get count(): number {
    return this.#count;
  }

  take(share: string): Place | Refused {
    if (this.#count >= this.most) return 'NO_PLACE';
    if (!this.#add(share)) return 'SHARE_TAKEN';
    this.#count++;
    let held: string | undefined = share;
    return {
      moveTo: (other) => {
        if (held === undefined || held === other) return true;
        if (!this.#add(other)) return false;
        this.#remove(held);
        held = other;
        return true;
      },
      leave: () => {
        if (held === undefined) return;
        this.#remove(held);
        this.#count--;
        held = undefined;
      },
    };
  }

  #add(share: string): boolean {
    const held = this.#held.get(share) ?? 0;
    if (held >= this.shareMost) return false;
    this.#held.set(share, held + 1);
    return true;
  }

  #remove(share: string): void {
    const left = this.#held.get(share)! - 1;
    if (left > 0) this.#held.set(share, left);
    else this.#held.delete(share);
  }
}

export interface Asking {
  /** The Authorization header; undefined: the caller is anonymous, whatever name is recorded for it. */
  readonly authorization: string | undefined;
  /** Undefined where the route is for anybody. */
  readonly caller: { readonly name?: string | undefined } | undefined;
  readonly address: string;
}

/** The share that a request takes its places from. */
export const shareOf = ({ authorization, caller, address }: Asking): string =>
  authorization === undefined || caller?.name === undefined ? shareOfAddress(address) : `caller ${caller.name}`;

export const shareOfRequest = ({ headers: { authorization }, caller, ip: address }: FastifyRequest): string =>
  shareOf({ authorization, caller, address });

/** An IPv6 network of 64 bits is one address: whoever has one has them all. */
export function shareOfAddress(address: string): string {
  if (!ipaddr.isValid(address)) return `address ${address}`;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return `address ${parsed.toString()}`;
  return `network ${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${NETWORK_BITS}`).toString()}`;
}

const NETWORK_BITS = 64;
