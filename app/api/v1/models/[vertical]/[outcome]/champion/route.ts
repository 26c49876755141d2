/** PUT: put the last champion back. Any other model needs an approved proposal: 409 `notApproved`. */
import { modelEndpoint } from '../../../../../../models/decide.ts';
import { following } from '../../../../../../server/permissions.ts';
import { services } from '../../../../../../server/services.ts';

export const PUT = modelEndpoint(following, 'putModelBack', async (...decision) =>
  (await services()).registry.putBack(...decision),
);
