/** Every address under /api that no endpoint has: 404 in the form of every other error. */
import { refuse } from '../../server/endpoint.ts';

const notFound = () => refuse(404, 'notFound');

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
