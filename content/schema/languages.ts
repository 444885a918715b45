/** The languages the portal speaks. The first one of `portal.yaml` is where a reader without a preference lands. */
export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];
