import type { Services } from '../../services.ts';

/** Whether a host is the organisation's: the portal's own, or the one that its mail addresses are at, or below them. */
export function isOwnHost(services: Pick<Services, 'publicUrl' | 'portal'>, host: string): boolean {
  return ownHosts(services).some((own) => host === own || host.endsWith(`.${own}`));
}

function ownHosts({ publicUrl, portal }: Pick<Services, 'publicUrl' | 'portal'>): string[] {
  const atMail = portal().channels.flatMap((channel) => (channel.kind === 'email' ? [channel.address] : []));
  return [new URL(publicUrl).hostname, ...atMail.map((each) => each.slice(each.lastIndexOf('@') + 1).toLowerCase())];
}
