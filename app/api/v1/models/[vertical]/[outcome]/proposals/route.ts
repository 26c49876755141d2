/** POST: propose that a challenger serve. It does once somebody else approves. */
import { modelEndpoint } from '../../../../../../models/decide.ts';
import { proposeModels } from '../../../../../../server/permissions.ts';
import { services } from '../../../../../../server/services.ts';

export const POST = modelEndpoint(
  () => proposeModels,
  'proposeModel',
  async (...decision) => (await services()).registry.propose(...decision),
);
