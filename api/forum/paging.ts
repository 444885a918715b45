/** As much as stands on one page. */
export const threadsPerPage = 30;
export const postsPerPage = 20;

/** Lists end after this many pages: what is older is found by searching, and by the map of the site. */
export const mostPages = 100;

/** How many pages a number of things takes. */
export function pagesFor(count: number, perPage: number): number {
  return Math.ceil(count / perPage);
}

/** The page on which a reply stands, by how many replies stand before it. */
export function pageOfReply(before: number): number {
  return Math.floor(before / postsPerPage) + 1;
}
