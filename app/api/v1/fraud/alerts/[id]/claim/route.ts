/** POST: take an alert for ten minutes, and let go of any other. 409 while another person holds it or it is closed. */
import { nothingGiven } from '@praxis/fraud/ui';
import { alertEndpoint } from '../../../../../../fraud/alert-endpoint.ts';

export const POST = alertEndpoint(nothingGiven, (triage, id, by) => triage.claim(id, by));
