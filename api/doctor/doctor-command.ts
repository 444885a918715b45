import { constants, existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isHalfRestored } from '../backup/half-restored.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { askPortal } from '../control/ask.ts';
import { type Database, DatabaseHeldError, openDatabase } from '../db/database.ts';
import { describeHolder, findHolder } from '../db/holder.ts';
import { openSharedDatabase } from '../db/shared-database.ts';
import { damagedDatabase } from './damage.ts';
import { examine } from './examine.ts';
import { type Finding, fault, warning } from './finding.ts';
import { patientHere } from './patient.ts';
import { printed } from './printed.ts';
import { unreachableDatabase } from './shared-database.ts';

/*
 * `npm run doctor`: what is wrong, what it means, what to do. A portal that runs examines itself; one that is stopped is
 * examined here. Ends with 1 when there is a fault, with `--json` as data.
 */

const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
const findings = await findAll();
process.stdout.write(values.json ? `${JSON.stringify(findings, null, 2)}\n` : `${printed(findings)}\n`);
process.exit(findings.some(({ level }) => level === 'fault') ? 1 : 0);

async function findAll(): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) =>
      fault('configuration', problem, 'The portal does not start.', 'Set it as is said, or leave it out.'),
    );
  }
  try {
    const asked = await askPortal<Finding[]>(config.dataDir, { method: 'GET', path: '/doctor' });
    if (asked) return asked;
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return [fault('portal', what, 'It runs, but cannot be asked.', 'Look into its log, and restart it if need be.')];
  }
  return examineStopped(config);
}

async function examineStopped(config: Config): Promise<Finding[]> {
  const { dataDir } = config;
  const file = join(dataDir, 'portal.db');
  if (isHalfRestored(dataDir)) {
    const remedy = 'Restore again: npm run restore -- <folder> --replace';
    return [fault('data', `A restore into ${dataDir} was cut short.`, 'The portal does not start.', remedy)];
  }
  if (config.databaseServer) return examineAtServer(config, config.databaseServer);
  if (!existsSync(file)) {
    const remedy = 'Set DATA_DIR as for the portal. At a first start all is well: npm start makes a database.';
    return [warning('data', `There is no database in ${dataDir}.`, 'There is nothing to examine.', remedy)];
  }
  if (!(await canWrite(dataDir, file))) return [unwritable(dataDir)];
  let db: Database;
  try {
    db = await openDatabase(file);
  } catch (error) {
    if (!(error instanceof DatabaseHeldError)) {
      return [damagedDatabase(config, error instanceof Error ? error.message : String(error))];
    }
    const who = describeHolder(file, await findHolder(file));
    return [fault('database', who, 'Only one process can have it: the portal does not start.', 'Stop that process.')];
  }
  try {
    return await examine(patientHere(config, db, false));
  } finally {
    await db.close();
  }
}

/** Of a portal whose database is at a server; others may run there meanwhile. */
async function examineAtServer(config: Config, server: NonNullable<Config['databaseServer']>): Promise<Finding[]> {
  const { dataDir } = config;
  if (!existsSync(dataDir)) {
    const remedy = 'Set DATA_DIR as for the portal. At a first start all is well: npm start makes it.';
    return [warning('data', `There is no folder ${dataDir}.`, 'There is nothing to examine.', remedy)];
  }
  if (!(await canWrite(dataDir))) return [unwritable(dataDir)];
  let db: Database;
  try {
    db = await openSharedDatabase(server);
  } catch (error) {
    return [unreachableDatabase(config, error)];
  }
  try {
    const { rows } = await db.raw.execute("select 1 from sqlite_schema where name = 'migrations'");
    if (rows.length > 0) return await examine(patientHere(config, db, false));
    const remedy = 'Check DATABASE_URL. At a first start all is well: npm start makes the tables.';
    return [warning('database', 'The database at the server is empty.', 'There is nothing to examine.', remedy)];
  } catch (error) {
    return [unreachableDatabase(config, error)];
  } finally {
    await db.close();
  }
}

async function canWrite(...paths: string[]): Promise<boolean> {
  try {
    for (const path of paths) await access(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function unwritable(dataDir: string): Finding {
  const remedy = `Run this as the user of the portal, or give it the folder: chown -R <user> ${dataDir}`;
  return fault('data', `${dataDir} cannot be written.`, 'The portal does not start.', remedy);
}
