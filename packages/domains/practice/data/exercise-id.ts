/** Template, version and seed: they alone make an exercise again. */
import type { Template } from './templates/template.ts';

export function exerciseId(template: Pick<Template, 'id' | 'version'>, seed: number): string {
  return `${template.id}@${template.version}:${seed}`;
}

/** @returns null where the text is no id of an exercise */
export function partsOfId(id: string): { template: string; version: number; seed: number } | null {
  const [, template, version, seed] = /^(.+)@(\d+):(\d+)$/.exec(id) ?? [];
  return template === undefined ? null : { template, version: Number(version), seed: Number(seed) };
}
