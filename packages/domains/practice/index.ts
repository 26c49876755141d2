/** The practice vertical's door. */
export {};
