/** Next tells a reader's browser of a page's error by its digest alone: these digests have words of their own. */
export const modelDamagedDigest = 'modelDamaged';
