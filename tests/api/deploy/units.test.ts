import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../../api/config.ts';
import { withTool } from '../../support/prepare-tools.ts';

const root = join(import.meta.dirname, '../../..');
const deploy = join(root, 'api/deploy');
const text = (name: string) => readFile(join(deploy, name), 'utf8');
const units = (await readdir(deploy)).filter((name) => /\.(service|timer)$/.test(name));
const services = units.filter((name) => name.endsWith('.service'));

/** The units as they would be on a machine where the portal lies here and runs as a user that is there. */
async function installed() {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-units-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const name of units) {
    const unit = (await text(name)).replaceAll('/opt/madoguchi', root).replace(/^(User|Group)=.*$/gm, '$1=root');
    await writeFile(join(folder, name), unit);
  }
  return folder;
}

describe('the systemd units', withTool('systemd-analyze'), () => {
  it.for(units)('%s has nothing that systemd complains about', async (name) => {
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', join(await installed(), name)], {
      encoding: 'utf8',
    });
    expect(stderr.split('\n').filter((line) => line.includes('madoguchi'))).toEqual([]);
    expect(status).toBe(0);
  });

  it.for(services)('%s is exposed to little: 2 of 10 at most', async (name) => {
    const args = ['security', '--offline=true', join(deploy, name)];
    const { stdout } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
    const [, level] = /Overall exposure level[^:]*: ([\d.]+)/.exec(stdout) ?? [];
    expect(Number(level)).toBeGreaterThan(0);
    expect(Number(level)).toBeLessThanOrEqual(2);
  });
});

describe('what is deployed', () => {
  it.for(['madoguchi.service', 'madoguchi-backup.service'])(
    '%s starts a file that is there, with settings that are known',
    async (name) => {
      const unit = await text(name);
      const [, script = ''] = /^ExecStart=\S+ (\S+)/m.exec(unit) ?? [];
      expect(existsSync(join(root, script))).toBe(true);
      const pairs = [...unit.matchAll(/\b([A-Z]+_[A-Z]+)=(\S+)/g)].map(([, key = '', value = '']) => [key, value]);
      const config = readConfig(Object.fromEntries(pairs) as Record<string, string>);
      expect([config.dataDir, config.backupDir]).toEqual(['/var/lib/madoguchi', '/var/backups/madoguchi']);
      expect(unit).not.toContain('MemoryDenyWriteExecute=yes');
      expect(unit).toContain('InaccessiblePaths=-/opt/madoguchi/.git\n');
    },
  );

  it('the Dockerfile has nothing that its linter complains about, and runs as nobody special', async () => {
    const dockerfile = await text('Dockerfile');
    expect(validate(dockerfile)).toEqual([]);
    const users = [...dockerfile.matchAll(/^USER (\S+)/gm)].map(([, user]) => user);
    expect(users.at(-1)).toBe('node');
    for (const [, script = ''] of dockerfile.matchAll(/node ([\w/-]+\.ts)/g))
      expect(existsSync(join(root, script))).toBe(true);
    expect(dockerfile).toContain('CMD ["node", "api/server.ts"]');
    const ignored = (await text('Dockerfile.dockerignore')).split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', 'node_modules', 'data', 'backups']));
  });

  it('the compose file mounts files that are there, publishes Caddy only, and trusts its own network only', async () => {
    const { services, volumes, networks } = parse(await text('compose.yaml')) as {
      services: Record<
        'portal' | 'caddy',
        {
          ports?: string[];
          volumes: string[];
          networks: string[];
          environment: Record<string, string>;
          build?: { context: string; dockerfile: string };
        }
      >;
      volumes: object;
      networks: Record<string, { ipam?: { config: { subnet: string }[] } } | null>;
    };
    expect(Object.keys(services)).toEqual(['portal', 'caddy']);
    expect(services.portal.ports).toBeUndefined();
    expect(services.caddy.ports).toEqual(['80:80', '443:443', '443:443/udp']);
    for (const volume of Object.values(services).flatMap((service) => service.volumes)) {
      const [source = ''] = volume.split(':');
      const isThere = source.startsWith('.') ? existsSync(join(deploy, source)) : source in volumes;
      expect([source, isThere]).toEqual([source, true]);
    }
    expect(normalize(join(deploy, services.portal.build?.context ?? '')).replace(/\/$/, '')).toBe(root);
    expect(existsSync(join(root, services.portal.build?.dockerfile ?? ''))).toBe(true);
    for (const name of Object.values(services).flatMap((service) => service.networks))
      expect(networks).toHaveProperty(name);
    expect(services.portal.environment['TRUSTED_PROXIES']).toBe(networks['inside']?.ipam?.config[0]?.subnet);
    expect(services.caddy.networks).toEqual(['inside']);
  });

  it('every file of the folder is explained in its README', async () => {
    const readme = await text('README.md');
    const others = (await readdir(deploy)).filter((name) => name !== 'README.md');
    expect(others.filter((name) => !readme.includes(name))).toEqual([]);
  });
});
