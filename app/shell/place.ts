/** A place that the navigation leads to. */
export interface Place {
  readonly href: string;
  readonly label: string;
}

/** The person at the screen, as far as the shell needs to know them. */
export interface ShellUser {
  readonly name: string;
  readonly role: string;
  /** May look at single people of the cohort. */
  readonly seesPatients: boolean;
}
