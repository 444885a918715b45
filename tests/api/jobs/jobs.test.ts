import { expect, it, vi } from 'vitest';
import { runDueJobs } from '../../../api/jobs/jobs.ts';
import { makeServices } from '../../support/services.ts';

const hour = 3_600_000;

it('a job runs when it is due, and not before it is due again', async () => {
  const { services, time } = await makeServices();
  const run = vi.fn(async () => undefined);
  const list = [{ name: 'sweep', everyMs: hour, run }];
  await runDueJobs(services, list);
  await runDueJobs(services, list);
  expect(run).toHaveBeenCalledTimes(1);
  time.now += hour;
  await runDueJobs(services, list);
  expect(run).toHaveBeenCalledTimes(2);
});

it('a job that is due is run by one of two processes', async () => {
  const { services } = await makeServices();
  let running = 0;
  const run = async () => {
    running += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const list = [{ name: 'sweep', everyMs: hour, run }];
  await Promise.all([runDueJobs(services, list), runDueJobs(services, list)]);
  expect(running).toBe(1);
});

it('a job is not put off by a clock that was ahead and went back', async () => {
  const { services, time } = await makeServices();
  const run = vi.fn(async () => undefined);
  const list = [{ name: 'sweep', everyMs: hour, run }];
  time.now += 40 * 24 * hour;
  await runDueJobs(services, list);
  time.now -= 40 * 24 * hour;
  await runDueJobs(services, list);
  await runDueJobs(services, list);
  expect(run).toHaveBeenCalledTimes(2);
});

it('a job that fails keeps no other from running, and runs again when it is due', async () => {
  const { services, time } = await makeServices();
  const after = vi.fn(async () => undefined);
  const fail = vi.fn(async () => {
    throw new Error('no');
  });
  const list = [
    { name: 'fails', everyMs: hour, run: fail },
    { name: 'after', everyMs: hour, run: after },
  ];
  await runDueJobs(services, list);
  expect(after).toHaveBeenCalledTimes(1);
  const { rows } = await services.db.raw.execute("select last_error from jobs where name = 'fails'");
  expect(rows[0]?.['last_error']).toBe('Error: no');
  time.now += hour;
  await runDueJobs(services, list);
  expect(fail).toHaveBeenCalledTimes(2);
});
