/** Words of the diagnosis screens in Chinese, mounted at `diagnosis.screens`; the shape of the English ones. */
import type { screensEn } from './screens.en.ts';

export const screensZh: typeof screensEn = {};
