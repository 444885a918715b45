import { type Finding, fault, ok, warning } from './finding.ts';
import type { Patient } from './patient.ts';

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/** Whether the address that readers use, the one that is listened on and the proxy between them fit together. */
export async function examineReach({ config }: Patient): Promise<Finding[]> {
  const { publicUrl, host, port, trustedProxies } = config;
  const isPublic = publicUrl.startsWith('https:');
  const isOpen = !loopback.has(host);
  const trusted = trustedProxies.split(/[\s,]+/).filter(Boolean);
  const findings: Finding[] = [];
  if (!isPublic && isOpen) {
    findings.push(
      fault(
        'address',
        `HOST is ${host}, for everybody, but PUBLIC_URL is ${publicUrl}, for this machine only.`,
        'Links in mails and feeds lead readers to their own machine, and their forms may be refused as foreign.',
        'Set PUBLIC_URL to the https:// address that readers use, or HOST=127.0.0.1 to keep the portal to yourself.',
      ),
    );
  }
  if (isPublic && isOpen) {
    findings.push(
      warning(
        'address',
        `HOST is ${host}: port ${port} answers beside the proxy, without TLS, unless a firewall or container closes it.`,
        'Passwords and private links could be read on their way, and the proxy’s limits be gone around.',
        'Set HOST=127.0.0.1 where the proxy runs on this machine.',
      ),
    );
  }
  if (isPublic && trusted.length === 0) {
    findings.push(
      warning(
        'address',
        'PUBLIC_URL is https, so a proxy stands in front, but TRUSTED_PROXIES names none.',
        'All readers seem to have the proxy’s address: one who is held back by a limit holds back all.',
        'Set TRUSTED_PROXIES to the proxy’s addresses, such as 127.0.0.1/32.',
      ),
    );
  }
  if (trusted.some((each) => each.endsWith('/0'))) {
    findings.push(
      fault(
        'address',
        `TRUSTED_PROXIES is ${trustedProxies}: everybody is believed.`,
        'Whoever writes an address into a header goes around every limit.',
        'Name the proxy’s own addresses only, such as 127.0.0.1/32.',
      ),
    );
  }
  return findings.length > 0 ? findings : [ok('address', `${publicUrl}, listening on ${host}:${port}`)];
}
