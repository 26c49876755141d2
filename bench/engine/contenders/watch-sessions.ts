/** Looks at the sessions that the engine opens: how large the graph is, and where its time goes. */
import onnxProto from 'onnx-proto';
import { InferenceSession } from 'onnxruntime-node';

export interface WatchedSession {
  readonly nodes: number;
  endProfiling(): void;
}

/**
 * From now on every session of this process is seen. The runtime's own class is changed, because the engine has no need
 * for an option that only measures it.
 * @param profile prefix of the files that ONNX Runtime writes its profile to; null for none
 */
export function watchSessions(profile: string | null): readonly WatchedSession[] {
  const seen: WatchedSession[] = [];
  const create = InferenceSession.create;
  Reflect.set(
    InferenceSession,
    'create',
    async (model: Uint8Array | string, given: InferenceSession.SessionOptions) => {
      const options =
        profile === null ? given : { ...given, enableProfiling: true, profileFilePrefix: profile };
      const session = typeof model === 'string' ? await create(model, options) : await create(model, options);
      const nodes =
        typeof model === 'string' ? 0 : onnxProto.onnx.ModelProto.decode(model).graph?.node?.length;
      seen.push({ nodes: nodes ?? 0, endProfiling: () => session.endProfiling() });
      return session;
    },
  );
  return seen;
}
