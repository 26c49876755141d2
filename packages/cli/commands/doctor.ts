/** `praxis doctor`: looks at everything a start needs and says, line by line, what is well and how to mend the rest. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Finding, faultOf, found, reason, wrong } from '../fault.ts';
import { checkBinary, checkOnnxRuntime, embeddedPostgres } from '../preflight/binaries.ts';
import { checkHome } from '../preflight/home.ts';
import { checkPort } from '../preflight/port.ts';
import { aurocText, type ModelState } from '../product/model-state.ts';
import { readSettings, type Settings } from '../settings.ts';
import { runningOn } from '../supervise/home-lock.ts';
import { styled } from '../terminal/terminal.ts';

const nameWidth = 16;

type Look = (name: string, check: () => Finding | Promise<Finding>) => Promise<boolean>;

/** @returns exit code 1 where something is wrong */
export async function doctor(): Promise<number> {
  const settings = readSettings(process.env);
  let well = true;
  const look: Look = async (name, check) => {
    const finding = await attempt(check);
    if (finding.ok) console.log(`${styled('green', '✓')} ${name.padEnd(nameWidth)}${finding.detail}`);
    else {
      well = false;
      console.log(`${styled('red', '✗')} ${name.padEnd(nameWidth)}${finding.fault.message}`);
      console.log(`${' '.repeat(nameWidth + 2)}${finding.fault.mend}`);
    }
    return finding.ok;
  };

  await look('Node', () => found(`${process.versions.node}, ${process.execPath}`));
  const engine = await look('ONNX Runtime', async () => {
    const native = await checkOnnxRuntime();
    return native.ok ? (await import('../preflight/parts.ts')).checkEngine() : native;
  });
  if (engine) await lookAtDevices(settings, look);
  const server =
    settings.databaseUrl !== null ||
    (await look('PostgreSQL', () => checkBinary(embeddedPostgres(process.platform, process.arch))));
  const home = await look('Data folder', () => checkHome(settings.home));
  const holder = home ? await runningOn(settings.home) : null;
  await look('Web server', async () =>
    holder
      ? found(`runs at ${holder.url}, process ${holder.process}`)
      : checkPort(settings.port, settings.host, 0),
  );
  if (engine) await look('Cohort', async () => (await import('../preflight/parts.ts')).checkCohort());
  if (engine && server && home) await lookIntoDatabase(settings, look);
  return well ? 0 : 1;
}

/** What could compute, what does, and why. A GPU that is not there is no fault, unless it was asked for by name. */
async function lookAtDevices({ device }: Settings, look: Look): Promise<void> {
  const devices = await import('../preflight/devices.ts');
  await look('Processor', devices.checkProcessor);
  await look('Trains on', () => devices.checkDevice(device));
  await look('ONNX providers', devices.checkProviders);
  await look('TensorFlow.js', devices.checkBackends);
  await look('In the browser', devices.checkBrowserRuntime);
}

/** What lies in the database, where there is one. An embedded server that does not run is started for the look. */
async function lookIntoDatabase(settings: Settings, look: Look): Promise<void> {
  if (settings.databaseUrl === null && !existsSync(path.join(settings.home, 'postgres', 'server.json'))) {
    await look('Database', () => found('embedded, made by the first "npm start"'));
    return;
  }
  const { withDatabase } = await import('../product/with-database.ts');
  const { modelStates } = await import('../product/models.ts');
  const { storedVerticals } = await import('../verticals.ts');
  const { serverVersion } = await import('../preflight/parts.ts');
  const states: ModelState[] = [];
  await look('Database', () =>
    withDatabase(settings, async (database) => {
      for (const vertical of storedVerticals(database)) {
        states.push(...(await modelStates(vertical, settings.home)));
      }
      const mode = settings.databaseUrl === null ? 'embedded' : 'your own, from DATABASE_URL';
      return found(`PostgreSQL ${await serverVersion(database)}, ${mode}`);
    }),
  );
  for (const state of states) await look(state.outcome, () => modelFinding(state));
}

function modelFinding(state: ModelState): Finding {
  switch (state.state) {
    case 'ready':
      return found(aurocText(state.auroc));
    case 'none':
      return found('not trained yet: "npm start" does');
    case 'damaged':
      return wrong('modelDamaged', state.why, 'Start Praxis again: it trains the model anew.');
  }
}

/** A check that throws is a finding like another. */
async function attempt(check: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    const fault = faultOf(error) ?? {
      code: 'unforeseen',
      message: reason(error),
      mend: 'NODE_DEBUG=praxis prints more.',
    };
    return { ok: false, fault };
  }
}
