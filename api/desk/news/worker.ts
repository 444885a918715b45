import type { Services } from '../../services.ts';
import { tellNews } from './tell.ts';

const restMs = 2000;

/** Tells others what changed, seconds after it did, until it is told to stop. */
export function startNews(services: Services, hasWebhook: boolean): { close(): Promise<void> } {
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  const look = () => {
    underWay = tellAll()
      .catch((error: unknown) => services.log.error({ err: error }, 'others could not be told of what changed'))
      .finally(() => {
        if (!isStopping) timer = setTimeout(look, restMs).unref();
      });
  };
  const tellAll = async (): Promise<void> => {
    if (!isStopping && (await tellNews(services, hasWebhook)) > 0) await tellAll();
  };
  timer = setTimeout(look, restMs).unref();
  return {
    async close() {
      isStopping = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
