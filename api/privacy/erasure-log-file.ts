import { join } from 'node:path';

/** Where it is kept who was erased: beside the database, and out of every backup. */
export const erasureLogIn = (dataDir: string): string => join(dataDir, 'erasures.log');
