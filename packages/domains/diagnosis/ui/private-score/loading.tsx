'use client';
/** How far the runtime and the model are, and what to do where they could not be had. */
import { Button, Notice, Progress } from '@praxis/ui';
import type { Wording } from '../wording.ts';
import type { DeviceModelState } from './use-device-model.ts';

export function Loading({
  state,
  load,
  cancel,
  wording,
}: {
  state: DeviceModelState;
  load: () => void;
  cancel: () => void;
  wording: Wording;
}) {
  const { screen } = wording;
  if (state.status === 'ready') {
    return (
      <p role="status" className="text-muted">
        {screen('privateScore.ready')}
      </p>
    );
  }
  if (state.status === 'failed') {
    return (
      <Notice
        tone="error"
        title={screen('privateScore.errors.title')}
        action={<Button onClick={load}>{screen('privateScore.loading.again')}</Button>}
      >
        {screen(`privateScore.errors.${state.code}`)}
      </Notice>
    );
  }
  if (state.status === 'cancelled') {
    return (
      <Notice action={<Button onClick={load}>{screen('privateScore.loading.load')}</Button>}>
        {screen('privateScore.loading.cancelled')}
      </Notice>
    );
  }
  const said = words(state, wording);
  return (
    <Notice
      title={screen('privateScore.loading.title')}
      action={<Button onClick={cancel}>{screen('privateScore.loading.cancel')}</Button>}
    >
      <div className="flex flex-col gap-2">
        <p>{said}</p>
        <Progress fraction={fractionOf(state)} label={screen('privateScore.loading.progress')} value={said} />
      </div>
    </Notice>
  );
}

type Busy = Extract<DeviceModelState, { status: 'loading' }>;

function words(state: Busy, { screen, number }: Wording): string {
  if (state.part === 'model') return screen('privateScore.loading.model');
  const megabytes = (bytes: number) => number(bytes / 1e6, 1);
  const loaded = megabytes(state.loaded);
  return state.total === null
    ? screen('privateScore.loading.runtimeOpen', { loaded })
    : screen('privateScore.loading.runtime', { loaded, total: megabytes(state.total) });
}

/** The runtime is all but a fiftieth of what is loaded. */
const modelShare = 0.02;

function fractionOf(state: Busy): number {
  if (state.part === 'model') return 1 - modelShare;
  return state.total === null ? 0 : (state.loaded / state.total) * (1 - modelShare);
}
