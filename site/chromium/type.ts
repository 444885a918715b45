import type { BrowserContext } from 'playwright';

/** Whether the machine has type for a language: without it every sign is the same empty box. */
export async function hasTypeFor(context: BrowserContext, language: string): Promise<boolean> {
  const page = await context.newPage();
  const signs = language === 'ja' ? ['語', '永'] : ['A', 'M'];
  const pictures = await page.evaluate(
    ({ language, signs }) => {
      document.documentElement.lang = language;
      return signs.map((sign) => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 48;
        const pen = canvas.getContext('2d');
        if (!pen) throw new Error('Chromium draws on no canvas');
        pen.font = '32px sans-serif';
        pen.fillText(sign, 4, 36);
        return canvas.toDataURL();
      });
    },
    { language, signs },
  );
  await page.close();
  return pictures[0] !== pictures[1];
}
