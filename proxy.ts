/**
 * Runs before every page: gives it a content policy of its own and its address, or says that the database does not
 * answer (a page could not set that status itself).
 */
import { type NextRequest, NextResponse } from 'next/server';
import { contentPolicy } from './app/server/content-policy.ts';
import { addressHeader } from './app/server/return-address.ts';
import { retrySeconds, unavailablePage } from './app/server/unavailable-page.ts';
import { languageCookie, languageOf } from './app/words/language.ts';

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64');
  const policy = contentPolicy(nonce, process.env.NODE_ENV === 'development');
  const answers = (await globalThis.praxisDatabaseAnswers?.()) ?? true;
  const response = answers ? passOn(request, policy) : unavailable(request, nonce);
  response.headers.set('content-security-policy', policy);
  return response;
}

function passOn(request: NextRequest, policy: string): NextResponse {
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set(addressHeader, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

function unavailable(request: NextRequest, nonce: string): NextResponse {
  const language = languageOf(
    request.cookies.get(languageCookie)?.value,
    request.headers.get('accept-language'),
  );
  return new NextResponse(unavailablePage(language, nonce), {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': String(retrySeconds) },
  });
}

export const config = { matcher: ['/((?!api/|_next/static|_next/image|icon.svg).*)'] };
