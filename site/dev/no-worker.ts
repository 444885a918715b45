import type { Plugin } from 'vite';

/** Under `npm run dev` nothing is kept: a worker that a built portal left on the same address removes itself. */
export function noWorker(): Plugin {
  return {
    name: 'no-worker',
    configureServer(server) {
      server.middlewares.use('/service-worker.js', (_, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(
          'oninstall = () => skipWaiting();\nonactivate = (event) => event.waitUntil(registration.unregister());\n',
        );
      });
    },
  };
}
