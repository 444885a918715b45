import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../api/db/migrate.ts';
import { openSharedDatabase } from '../../../api/db/shared-database.ts';
import { examineClock } from '../../../api/doctor/clock.ts';
import { examine } from '../../../api/doctor/examine.ts';
import { startHranaServer } from '../../support/shared-database.ts';
import { dayMs } from '../support/samples.ts';
import { faults } from './faults.ts';
import { wellPatient } from './well-patient.ts';

describe('the doctor', () => {
  it.for([true, false])('finds nothing wrong with a portal that is well (running: %s)', async (isRunning) => {
    const { patient } = await wellPatient(isRunning);
    const findings = await examine(patient);
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
    expect(findings.map(({ subject }) => subject)).toEqual(
      'versions address database secrets disk clock build mail mail-in backups work'.split(' '),
    );
  });

  it.for(faults)('finds %s, and says what to do', async ([, plant, found, what, remedy]) => {
    const planted = await wellPatient();
    const changes = await plant(planted);
    const findings = (await examine({ ...planted.patient, ...changes })).filter(({ level }) => level !== 'ok');
    expect(findings).toContainEqual({
      ...found,
      what: expect.stringContaining(what) as string,
      meaning: expect.stringMatching(/\w/) as string,
      remedy: expect.stringContaining(remedy) as string,
    });
    expect(JSON.stringify(findings)).not.toContain('hunter2');
    expect(JSON.stringify(findings)).not.toContain('tom@example.com');
  });

  it('says of what cannot be examined that it cannot, and examines the rest', async () => {
    const { patient } = await wellPatient();
    const findings = await examine({ ...patient, space: () => Promise.reject(new Error('EIO')) });
    expect(findings.filter(({ level }) => level !== 'ok')).toMatchObject([{ subject: 'disk', level: 'fault' }]);
    expect(findings.at(-1)).toMatchObject({ subject: 'work', level: 'ok' });
  });

  it('finds a clock that is not as that of the database server', async () => {
    const server = await startHranaServer();
    onTestFinished(() => server.stop());
    const db = await openSharedDatabase({ url: server.urlOf('clock'), authToken: server.authToken });
    onTestFinished(() => db.close());
    await migrate(db.raw);
    const { patient } = await wellPatient();
    const examineAt = (time: number) => examineClock({ ...patient, db, clock: () => time });
    expect(await examineAt(Date.now())).toMatchObject([{ subject: 'clock', level: 'ok' }]);
    for (const hour of [-1, 1]) {
      expect(await examineAt(Date.now() + (hour * dayMs) / 24)).toMatchObject([
        { subject: 'clock', level: 'fault', what: expect.stringContaining('at the database server') },
      ]);
    }
  });

  it('leaves everything as it is', async () => {
    const { patient, dataDir, raw } = await wellPatient();
    const before = (await raw.execute('select count(*) as rows from outbox')).rows[0];
    await examine(patient);
    expect((await raw.execute('select count(*) as rows from outbox')).rows[0]).toEqual(before);
    expect((await stat(join(dataDir, 'portal.key'))).mode & 0o777).toBe(0o600);
  });
});
