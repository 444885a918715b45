/** Prints a piece of a table. */
export function say(text: string): void {
  process.stdout.write(text);
}
