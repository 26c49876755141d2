/** POST: say what the payment was, and why. 409 while another person holds the alert or it is closed. */
import { givenVerdict } from '@praxis/fraud/ui';
import { alertEndpoint } from '../../../../../../fraud/alert-endpoint.ts';

export const POST = alertEndpoint(givenVerdict, (triage, id, by, given) => triage.decide(id, by, given));
