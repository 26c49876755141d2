#!/usr/bin/env node
/** Plain JavaScript, so that a Node too old to run TypeScript answers with a sentence instead of a stack trace. */
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  await import('./praxis.ts');
} else {
  console.error(
    `✗ Praxis needs Node 22.18 or newer; this is ${process.versions.node}.
  Use the Node that "npm ci" brings: run "npm start" or "npx praxis", not "node". If that is what you did, "npm ci"
  left out its optional packages: run "npm ci --include=optional" again.`,
  );
  process.exitCode = 78;
}
