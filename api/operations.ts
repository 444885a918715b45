import { refuseAtServer } from './backup/at-server.ts';
import { type BackupSource, makeBackup } from './backup/make.ts';
import type { Config } from './config.ts';
import { controlApp } from './control/routes.ts';
import { serveControl } from './control/serve.ts';
import { examine } from './doctor/examine.ts';
import { patientHere } from './doctor/patient.ts';
import type { MeasuredRelease } from './metrics/metrics.ts';
import { releaseVersion } from './release.ts';
import type { Services } from './services.ts';

/**
 * What whoever runs the portal has of it beside its pages: metrics on a port of their own, and a socket for commands.
 * Throws `ListenError` when the port for metrics is taken.
 */
export async function startOperations(
  services: Services,
  config: Config,
  buildId: string,
): Promise<{ close(): Promise<void> }> {
  const { db, clock, log } = services;
  const release = await releaseVersion();
  const metrics = config.metrics && (await startMetrics(services, config.metrics, { version: release, buildId }));

  const backedUp: BackupSource = {
    client: db.raw,
    dataDir: config.dataDir,
    release,
    secret: config.secret ? 'environment' : 'portal.key',
    clock,
  };
  const patient = patientHere(config, db, true);
  const verbs = {
    backUp: async (folder: string) => {
      // Whoever asks may not have our settings.
      refuseAtServer(config, 'backup');
      return makeBackup(backedUp, folder);
    },
    examine: () => examine(patient),
  };
  const control = await serveControl(config.dataDir, controlApp(verbs, log)).catch((error: unknown) => {
    log.warn({ err: error }, 'commands cannot reach this portal while it runs');
  });
  return {
    async close() {
      await metrics?.close();
      await control?.close();
    },
  };
}

/** Loaded only where somebody measures. */
async function startMetrics(
  services: Services,
  address: { port: number; host: string },
  release: MeasuredRelease,
): Promise<{ close(): Promise<void> }> {
  const { createMetrics } = await import('./metrics/metrics.ts');
  const { serveMetrics } = await import('./metrics/serve.ts');
  const metrics = createMetrics(services, release);
  const listener = await serveMetrics(metrics, address, services.log);
  return {
    async close() {
      await listener.close(0);
      metrics.close();
    },
  };
}
