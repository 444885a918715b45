/** What the doctor says of one thing. */
export interface Finding {
  /** What was looked at, such as `database`. */
  subject: string;
  /** `fault`: something does not work, or data is in danger. `warning`: it works, but not for ever. */
  level: 'ok' | 'warning' | 'fault';
  what: string;
  /** What that means for the portal; with a level other than `ok`. */
  meaning?: string;
  /** What to do; with a level other than `ok`. */
  remedy?: string;
}

export function ok(subject: string, what: string): Finding {
  return { subject, level: 'ok', what };
}

export function warning(subject: string, what: string, meaning: string, remedy: string): Finding {
  return { subject, level: 'warning', what, meaning, remedy };
}

export function fault(subject: string, what: string, meaning: string, remedy: string): Finding {
  return { subject, level: 'fault', what, meaning, remedy };
}
