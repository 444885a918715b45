export interface PathParameter {
  name: string;
  /** What it has to match, as the route says it: `ja|en`, `[\w-]{32}`; nothing where anything will do. */
  pattern?: string;
}

/** The parameters in the path of a route, in order. */
export function parametersIn(path: string): PathParameter[] {
  return [...path.matchAll(parameter)].map(([, name = '', pattern]) => ({ name, ...(pattern ? { pattern } : {}) }));
}

/** `/api/tickets/{reference}` for `/api/tickets/:reference`. */
export function pathTemplate(path: string): string {
  return path.replaceAll(parameter, '{$1}');
}

/** `:language{ja|en}`, `:token{[\w-]{32}}` */
const parameter = /:([A-Za-z]+)(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g;
