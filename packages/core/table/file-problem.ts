/** Puts a name to why a file could not be read at all. */

interface FileProblem {
  readonly code: 'fileMissing' | 'fileUnreadable' | 'gzipDamaged';
  readonly message: string;
}

/** @param cause what the file system or zlib threw */
export function explainFile(file: string, cause: unknown): FileProblem {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT') return { code: 'fileMissing', message: `${file} does not exist.` };
  if (code.startsWith('Z_')) {
    const message = `${file} is damaged: it is not a complete gzip file (${code}). Fetch it again.`;
    return { code: 'gzipDamaged', message };
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return { code: 'fileUnreadable', message: `${file} cannot be read: ${reason}.` };
}
