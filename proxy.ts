/** Runs before every page: gives it a content policy of its own and its address. */
import { type NextRequest, NextResponse } from 'next/server';
import { contentPolicy } from './app/server/content-policy.ts';

/** Pages read their own address here, to come back to it after signing in. */
const addressHeader = 'x-praxis-address';

export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64');
  const policy = contentPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set(addressHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: ['/((?!api/|_next/static|_next/image).*)'] };
