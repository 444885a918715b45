import type { AstroIntegration } from 'astro';

/** Hands on the HTML of each page among these as soon as Astro has drawn it, in the order it draws them. */
export function drawnPages(
  urls: ReadonlySet<string>,
  take: (page: { url: string; html: string }) => void,
): AstroIntegration {
  return {
    name: 'drawn-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((usual) => ({
          ...usual,
          async render(request, options) {
            const drawn = await usual.render(request, options);
            const url = new URL(request.url).pathname;
            if (!urls.has(url)) return drawn;
            const response = drawn instanceof Response ? drawn : drawn.response;
            const html = await response.text();
            take({ url, html });
            const again = new Response(html, response);
            return drawn instanceof Response ? again : { ...drawn, response: again };
          },
        })),
    },
  };
}
