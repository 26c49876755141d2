/** Where to go after signing in: an address of our own, and nothing else. */

/** `proxy.ts` tells each page its own address in this header. */
export const addressHeader = 'x-praxis-address';

/** The path to return to, `/` for anything that could lead elsewhere or in a circle. */
export function returnAddress(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\')) return '/';
  const url = new URL(wanted, 'http://praxis.invalid');
  if (url.host !== 'praxis.invalid' || url.pathname === '/sign-in') return '/';
  return url.pathname + url.search;
}

export function signInAddress(from: string | null | undefined): string {
  const next = returnAddress(from);
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}
