'use client';
/** Begins an exercise that was asked for, and goes to it. */
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { type PracticeServer, practiceServer } from './practice-server.ts';

type Wanted = Parameters<PracticeServer['start']>[0];

export interface Starter {
  readonly busy: boolean;
  /** Why it could not be begun; null message: the server did not answer. */
  readonly trouble: { readonly message: string | null } | null;
  /** @param leave the open exercise that may be left for it */
  readonly start: (wanted: Wanted, leave: number | null) => void;
}

/** @param href where the exercise is shown */
export function useStart(api: string, href: string): Starter {
  const server = useMemo(() => practiceServer(api), [api]);
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Starter['trouble']>(null);
  async function begin(wanted: Wanted, leave: number | null) {
    setBusy(true);
    setTrouble(null);
    const reply = await server.start(wanted, leave);
    // Going there takes a moment: the button stays as it is until then.
    if (reply.ok) return router.push(href);
    setBusy(false);
    setTrouble({ message: reply.message });
  }
  return {
    busy,
    trouble,
    start: (wanted, leave) => {
      if (!busy) void begin(wanted, leave);
    },
  };
}
