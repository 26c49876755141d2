/** A place that the navigation leads to. */
export interface Place {
  readonly href: string;
  readonly label: string;
  /** Promises that nothing is sent while it is open. */
  readonly quiet: boolean;
}

/** The person at the screen, as far as the shell needs to know them. */
export interface ShellUser {
  readonly name: string;
  readonly role: string;
  /** May look at single people of the cohort. */
  readonly seesPatients: boolean;
  /** The one vertical that they work in, whose colour the shell has; null for none or several. */
  readonly practice: string | null;
  /** Where a record is opened by its number, and the key of the words for that, which take `id`. */
  readonly records: readonly { readonly href: string; readonly word: string }[];
}
