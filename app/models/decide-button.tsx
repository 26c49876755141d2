'use client';
/** A button that asks for the reason and then takes the decision. */
import { Button, type ButtonKind, Dialog, Field, Notice } from '@praxis/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { z } from 'zod';

const failure = z.object({ error: z.object({ message: z.string() }) });

interface DecideButtonProps {
  /** Also the words of the button and the dialog. */
  readonly decision: 'propose' | 'approve' | 'decline' | 'putBack';
  /** What the model is called. */
  readonly model: string;
  readonly method: 'POST' | 'PUT';
  readonly address: string;
  /** Sent with the reason. */
  readonly body: Readonly<Record<string, string>>;
  readonly kind?: ButtonKind;
}

export function DecideButton({ decision, model, method, address, body, kind }: DecideButtonProps) {
  const words = useTranslations('models');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const title = words(`dialogs.${decision}.title`, { model });

  async function decide() {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    setBusy(true);
    const answer = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, reason }),
    }).catch(() => null);
    setBusy(false);
    if (answer?.ok) close();
    else {
      const read = failure.safeParse(await answer?.json().catch(() => null));
      setRefusal(read.success ? read.data.error.message : words('offline'));
    }
    // Also after a refusal: it says that something else was decided in between.
    router.refresh();
  }

  function close() {
    setOpen(false);
    setReason('');
    setMissing(false);
    setRefusal(null);
  }

  return (
    <>
      <Button kind={kind} aria-label={title} onClick={() => setOpen(true)}>
        {words(decision)}
      </Button>
      <Dialog open={open} onClose={close} label={title}>
        <form
          className="flex flex-col gap-4 p-5 text-left whitespace-normal"
          onSubmit={(event) => {
            event.preventDefault();
            void decide();
          }}
        >
          <div className="flex flex-col gap-1">
            <h2 className="text-title">{title}</h2>
            <p className="text-muted">{words(`dialogs.${decision}.text`)}</p>
          </div>
          <Field
            label={words('reason')}
            hint={words('reasonHint')}
            error={missing ? words('reasonMissing') : null}
            value={reason}
            maxLength={500}
            autoFocus
            autoComplete="off"
            onChange={(event) => setReason(event.target.value)}
          />
          {refusal && <Notice tone="error">{refusal}</Notice>}
          <div className="flex justify-end gap-2">
            <Button kind="quiet" onClick={close}>
              {words('cancel')}
            </Button>
            <Button kind="primary" type="submit" disabled={busy}>
              {words(decision)}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
