/** How social pictures look: the colours of the light theme, and the letters. The one place for both. */
export const look = {
  paper: '#fbf9f4',
  ink: '#1d2230',
  inkSoft: '#4d5363',
  accent: '#233b82',
  rule: '#dedad1',
  family: 'Noto Sans JP',
} as const;

/** Pixels; what cards are cut to everywhere. */
export const size = { width: 1200, height: 630 } as const;
