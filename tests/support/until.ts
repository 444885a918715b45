/** Waits until something is the case: for what goes on outside of a test. Rejects when it never is. */
export async function until(isSo: () => Promise<unknown>, patienceMs = 30_000): Promise<void> {
  const giveUp = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > giveUp) throw new Error(`after ${patienceMs} ms, it is still not so: ${isSo.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
