import { isIP } from 'node:net';

/** Whom browsers sign for: the host people see and its origin. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/**
 * The relying party of an address; undefined where browsers do not sign at all: at an IP address, and over plain HTTP
 * anywhere but at localhost (WebAuthn Level 3, 5.1.2 and 13.4.9).
 */
export function relyingPartyOf(publicUrl: string): RelyingParty | undefined {
  const { hostname, origin, protocol } = new URL(publicUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, ''))) return undefined;
  const local = hostname === 'localhost' || hostname.endsWith('.localhost');
  return protocol === 'https:' || local ? { id: hostname, origin } : undefined;
}
