/** The frame of what is done to one alert: a number from the address, a body, an act that the service may refuse. */
import 'server-only';
import type { TriageError, TriageService } from '@praxis/fraud/service';
import type { z } from 'zod';
import { endpoint, readBody } from '../server/endpoint.ts';
import { reviewAlerts } from '../server/permissions.ts';
import { services } from '../server/services.ts';
import { alertNumber } from './alert-number.ts';
import { refused } from './refusal.ts';

type Act<Given> = (
  triage: TriageService,
  alertId: number,
  by: { readonly id: string; readonly name: string },
  given: Given,
) => Promise<TriageError | null>;

/** Answers 204 once it is done. The record of what was done is the alert's own log. */
export function alertEndpoint<Body extends z.ZodType>(body: Body, act: Act<z.infer<Body>>) {
  return endpoint<{ id: string }>(reviewAlerts, async (request, { person, params }) => {
    const id = alertNumber(params.id);
    if (id === null) return refused({ code: 'unknownAlert' }, params.id);
    const read = await readBody(request, body);
    if (!read.ok) return read.response;
    const { fraud } = await services();
    const error = await act(fraud.triage, id, { id: person.id, name: person.name }, read.body);
    if (error !== null) return refused(error, id);
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  });
}
