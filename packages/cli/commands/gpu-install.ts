/** `praxis gpu install`: fetches the native libraries for an NVIDIA GPU, which the npm registry does not carry. */
import path from 'node:path';
import { exitCode, FaultError } from '../fault.ts';
import { fetchPart } from '../gpu/fetch-part.ts';
import { gpuParts, gpuPlatform } from '../gpu/part.ts';
import { root } from '../settings.ts';
import { listenForStop } from '../supervise/stop-signal.ts';
import { styled } from '../terminal/terminal.ts';

/**
 * Each part is tried, whatever became of the one before.
 *
 * @returns exit code: 0, or that of the first fault
 * @throws FaultError gpuPlatformUnsupported; Stopped
 */
export async function gpuInstall(): Promise<number> {
  const { platform, architecture } = gpuPlatform;
  if (process.platform !== platform || process.arch !== architecture) {
    throw new FaultError({
      code: 'gpuPlatformUnsupported',
      message: `The GPU libraries are made for ${platform} ${architecture}; this is ${process.platform} ${process.arch}.`,
      mend: 'Praxis trains on the CPU here: nothing has to be installed.',
    });
  }
  const { signal, release } = listenForStop(() => process.exit(130));
  let code = 0;
  try {
    for (const part of gpuParts) {
      console.log(`… ${part.package}: ${part.what}`);
      const finding = await fetchPart(part, path.join(root, 'node_modules'), signal, (line) =>
        console.log(`  ${styled('dim', line)}`),
      );
      if (finding.ok) console.log(`${styled('green', '✓')} ${finding.detail}`);
      else {
        console.error(`${styled('red', '✗')} ${finding.fault.message}\n  ${finding.fault.mend}`);
        code ||= exitCode(finding.fault.code);
      }
    }
  } finally {
    release();
  }
  if (code === 0) console.log('"npm run doctor" says whether this machine can use them.');
  return code;
}
