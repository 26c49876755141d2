/** PUT: put the last champion back. Any other model needs an approved proposal: 409 `notApproved`. */
import { modelEndpoint } from '../../../../../../models/decide.ts';
import { putModelsBack } from '../../../../../../server/permissions.ts';
import { services } from '../../../../../../server/services.ts';

export const PUT = modelEndpoint(putModelsBack, 'putModelBack', async (...decision) =>
  (await services()).registry.putBack(...decision),
);
