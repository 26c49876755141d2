/** Words of the diagnosis screens in English, mounted at `diagnosis.screens`. */
export const screensEn = {};
