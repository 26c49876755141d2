/** Every address under /api that no endpoint has: 404 in the form of every other error. */
import { refuse } from '../../server/endpoint.ts';
import { malformedAddress } from '../../server/malformed-address.ts';

const notFound = (request: Request) =>
  new URL(request.url).pathname === malformedAddress
    ? refuse(400, 'malformedAddress')
    : refuse(404, 'notFound');

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
