import { Hono } from 'hono';
import { memberPageRoutes } from './accounts/pages/routes.ts';
import { accountRoutes } from './accounts/routes.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import { cannedAnswerRoutes } from './canned-answers/routes.ts';
import { callRoutes } from './channels/phone/routes.ts';
import { challengeRoutes } from './challenge/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { customerRoutes } from './customers/routes.ts';
import { deskRoutes } from './desk/routes.ts';
import { feedbackRoutes } from './feedback/routes.ts';
import { accountPageRoutes } from './forum/account-page/routes.ts';
import { forumPageRoutes } from './forum/pages/routes.ts';
import { forumRoutes } from './forum/routes.ts';
import { forumMailRoutes } from './forum/subscriptions/routes.ts';
import { healthRoutes } from './health/routes.ts';
import { answerProblem } from './http/answers.ts';
import { limitBodies } from './http/body-limits.ts';
import { compressed } from './http/compressed.ts';
import type { Env } from './http/env.ts';
import { withLanguage } from './http/language.ts';
import { sameOriginOnly } from './http/origin.ts';
import { ordinaryRequestsOnly } from './http/request-limits.ts';
import { requestLog } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { counted } from './limits/counted.ts';
import { mailInRoutes } from './mail-in/routes.ts';
import { mailRoutes } from './mail/routes.ts';
import { moderationRoutes } from './moderation/routes.ts';
import { publicNoticeRoutes } from './notices/public-routes.ts';
import { noticeMailRoutes } from './notices/subscriptions/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { outboxRoutes } from './outbox/routes.ts';
import { myDataRoutes } from './privacy/public-routes.ts';
import { privacyRoutes } from './privacy/routes.ts';
import { requestActionRoutes } from './own-requests/request-actions.ts';
import { ownRequestRoutes } from './own-requests/routes.ts';
import { openApiRoutes } from './openapi/routes.ts';
import { Problem } from './problem.ts';
import { replyTimeRoutes } from './reply-times/routes.ts';
import type { Services } from './services.ts';
import { requestRoutes } from './tickets/request-routes.ts';
import { ticketRoutes } from './tickets/routes.ts';

/**
 * The whole API as one app, driven by `app.request()` in tests. `files` answers whatever is not a route: the built site.
 */
export function createApp(services: Services, files?: (c: Parameters<typeof answerProblem>[0]) => Promise<Response>) {
  const app = new Hono<Env>({ strict: true });
  app.onError((error, c) => answerProblem(c, error));
  app.notFound(async (c) => {
    try {
      const isApi = c.req.path === '/api' || c.req.path.startsWith('/api/');
      if (files && !isApi) return await files(c);
      const allowed = isApi ? methodsAt(c.req.path) : [];
      if (allowed.length === 0) throw new Problem('not-found');
      c.header('Allow', allowed.join(', '));
      throw new Problem('method-not-allowed');
    } catch (error) {
      return answerProblem(c, error);
    }
  });

  /** Methods with a route at a path, beyond what runs for every method. */
  function methodsAt(path: string): string[] {
    const handlersOf = (method: string) => app.router.match(method, path)[0].length;
    return ['GET', 'POST', 'PUT', 'DELETE'].filter((method) => handlersOf(method) > handlersOf('OPTIONS'));
  }

  app.use(async (c, next) => {
    c.set('services', services);
    await next();
  });
  app.use(requestLog, securityHeaders, withLanguage, ordinaryRequestsOnly);
  app.use('/api/*', compressed, async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  app.use('/api/*', counted('api-requests'));
  app.use('/:language{ja|en}/requests/*', counted('api-requests'));
  app.use('/:language{ja|en}/forum/*', counted('api-requests'));
  app.use(sameOriginOnly, limitBodies);

  return app
    .route('/', healthRoutes)
    .route('/', openApiRoutes(app))
    .route('/api', accountRoutes)
    .route('/api', auditRoutes)
    .route('/api/challenges', challengeRoutes)
    .route('/api/feedback', feedbackRoutes)
    .route('/api/reply-times', replyTimeRoutes)
    .route('/api/tickets', ticketRoutes)
    .route('/api/calls', callRoutes)
    .route('/api/canned-answers', cannedAnswerRoutes)
    .route('/api/desk', deskRoutes)
    .route('/api', customerRoutes)
    .route('/api/forum', forumRoutes)
    .route('/api/moderation', moderationRoutes)
    .route('/api/attachments', attachmentRoutes)
    .route('/api/notices', noticeRoutes)
    .route('/api/outbox', outboxRoutes)
    .route('/api/mails', mailRoutes)
    .route('/api', mailInRoutes)
    .route('/', requestRoutes)
    .route('/', requestActionRoutes)
    .route('/', ownRequestRoutes)
    .route('/', memberPageRoutes)
    .route('/', forumMailRoutes)
    .route('/', accountPageRoutes)
    .route('/', forumPageRoutes)
    .route('/', noticeMailRoutes)
    .route('/api', privacyRoutes)
    .route('/', myDataRoutes)
    .route('/', publicNoticeRoutes);
}

export type App = ReturnType<typeof createApp>;
