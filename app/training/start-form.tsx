'use client';
/** Asks for a new run. */
import { Button, Notice, Select } from '@praxis/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { startRun } from './run-actions.ts';

export function StartForm({
  vertical,
  outcomeNames,
}: {
  vertical: string;
  outcomeNames: Readonly<Record<string, string>>;
}) {
  const words = useTranslations('training');
  const router = useRouter();
  const [outcome, setOutcome] = useState(Object.keys(outcomeNames)[0] ?? '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function start() {
    setBusy(true);
    setFailure(null);
    const asked = await startRun(vertical, outcome);
    if (asked.ok) router.push(`/training?run=${asked.id}`, { scroll: false });
    else setFailure(asked.message);
    setBusy(false);
  }

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <div className="flex items-end gap-2">
        <Select
          label={words('startFor')}
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
        >
          {Object.entries(outcomeNames).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
        <Button kind="primary" type="submit" disabled={busy}>
          {words('start')}
        </Button>
      </div>
      {failure && <Notice tone="error">{failure}</Notice>}
    </form>
  );
}
