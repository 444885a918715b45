/**
 * Pages that other sites may show in a frame, if the configuration names any: what everybody may read, and the contact
 * form. Never what is somebody's own: requests, data, the desk.
 */
const framed =
  /^\/[a-z]{2}\/(?:(?:embed|search|contact|faq|guides|troubleshooting|categories|posts|mission|privacy)\/(?:[\w-]+\/)*|notices\/)?$/;

export function mayBeFramed(path: string): boolean {
  return framed.test(path);
}
