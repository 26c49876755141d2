/** POST: add a note, also to a closed alert and to one that another person holds. */
import { givenNote } from '@praxis/fraud/ui';
import { alertEndpoint } from '../../../../../../fraud/alert-endpoint.ts';

export const POST = alertEndpoint(givenNote, (triage, id, by, { note }) => triage.note(id, by, note));
