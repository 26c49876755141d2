'use client';
/** Loads the runtime once and each model when its outcome is first asked for; says how far it is and what went wrong. */
import {
  type DeviceModel,
  DeviceModelError,
  type DeviceModelErrorCode,
  loadRuntime,
  type OfferedFile,
  openDeviceModel,
  type ScoringCard,
} from '@praxis/core/browser';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Outcome } from '../../data/records.ts';

/** A model that the server offers to browsers; `sha256` is that of its file. */
export interface ModelOffer extends OfferedFile {
  readonly outcome: Outcome;
  /** By which someone unlike the training data is told, null where the model does not know. */
  readonly familiarity: OfferedFile | null;
  readonly card: ScoringCard;
}

export type DeviceModelState =
  | { readonly status: 'loading'; readonly part: 'model' }
  | {
      readonly status: 'loading';
      readonly part: 'runtime';
      readonly loaded: number;
      readonly total: number | null;
    }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly code: DeviceModelErrorCode }
  | { readonly status: 'ready'; readonly outcome: Outcome; readonly model: DeviceModel };

const beginning: DeviceModelState = { status: 'loading', part: 'runtime', loaded: 0, total: null };

/** Starts loading at once; `cancel` stops it, `load` begins again. What was loaded is kept until the page is left. */
export function useDeviceModel(offer: ModelOffer) {
  const [state, setState] = useState<DeviceModelState>(beginning);
  const runtime = useRef<Uint8Array<ArrayBuffer> | null>(null);
  const models = useRef(new Map<Outcome, DeviceModel>());
  const request = useRef<AbortController | null>(null);

  const load = useCallback(async () => {
    request.current?.abort();
    const own = new AbortController();
    request.current = own;
    const show = (next: DeviceModelState) => {
      if (!own.signal.aborted) setState(next);
    };
    const open = models.current.get(offer.outcome);
    if (open) return show({ status: 'ready', outcome: offer.outcome, model: open });
    try {
      if (runtime.current === null) {
        show(beginning);
        runtime.current = await loadRuntime(
          (loaded, total) => show({ status: 'loading', part: 'runtime', loaded, total }),
          own.signal,
        );
      }
      show({ status: 'loading', part: 'model' });
      const model = await openDeviceModel(runtime.current, offer, () => {}, own.signal);
      models.current.set(offer.outcome, model);
      show({ status: 'ready', outcome: offer.outcome, model });
    } catch (error) {
      show({ status: 'failed', code: error instanceof DeviceModelError ? error.code : 'failed' });
    }
  }, [offer]);

  useEffect(() => {
    void load();
    return () => request.current?.abort();
  }, [load]);

  useEffect(() => {
    const open = models.current;
    return () => {
      for (const model of open.values()) model.release();
      open.clear();
    };
  }, []);

  const cancel = () => {
    request.current?.abort();
    setState({ status: 'cancelled' });
  };
  return { state, load: () => void load(), cancel };
}
