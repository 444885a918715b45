/** A key that nobody else has. `crypto.randomUUID` would be one, but browsers have it on https only. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
