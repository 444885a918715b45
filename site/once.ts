/** Does something the first time it is asked for, for all pages of a build; every time under `npm run dev`, where content changes. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    if (import.meta.env.DEV) return make();
    made ??= { value: make() };
    return made.value;
  };
}
