/** The portal's name in a language, as the desk around an element has it; empty where there is none. */
export function organisationAround(element: Element, language: 'ja' | 'en'): string {
  const names: unknown = JSON.parse(element.closest<HTMLElement>('[data-names]')?.dataset['names'] ?? '{}');
  return (names as Partial<Record<'ja' | 'en', string>>)[language] ?? '';
}
