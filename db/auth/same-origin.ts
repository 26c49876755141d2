/**
 * Whether a request that changes something comes from a page of this server. Browsers say so in `Sec-Fetch-Site`, older
 * ones in `Origin`; a client that sends neither is no browser and carries no cookie it was tricked into sending.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get('host');
}
