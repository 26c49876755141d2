/** What a page of ours may load: itself, and nothing from anywhere else. */

/**
 * The Content-Security-Policy of one page. Next writes `nonce` into its own scripts. Charts place their marks by
 * `style` attributes, which cannot carry a nonce and cannot run code: those alone may be inline.
 * `development` allows what React's error overlay needs.
 */
export function contentPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
