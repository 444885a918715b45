import { flushCompileCache } from 'node:module';
import { quickenImports } from './quick-imports.ts';

/* `npm start`: loads and starts the portal, as fast as may be. Whoever restarts it has customers waiting. */

quickenImports();
const { start } = await import('./start.ts');
await start();
// Now rather than at the end, which a kill would leave out.
flushCompileCache();
