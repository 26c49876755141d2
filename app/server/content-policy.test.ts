import { expect, it } from 'vitest';
import { contentPolicy } from './content-policy.ts';

const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.split(' ')
    .slice(1);

it('runs no script that does not carry the page’s nonce, and loads nothing from elsewhere', () => {
  const policy = contentPolicy('abc123', false);
  expect(directive(policy, 'script-src')).toEqual(["'self'", "'nonce-abc123'", "'strict-dynamic'"]);
  expect(directive(policy, 'style-src')).toEqual(["'self'", "'nonce-abc123'"]);
  // Threads come from us, and have a policy of their own: what they may compile, the page may not.
  expect(directive(policy, 'worker-src')).toEqual(["'self'"]);
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  expect(directive(policy, 'frame-ancestors')).toEqual(["'none'"]);
});
