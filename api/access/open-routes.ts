/** Routes that ask nobody who they are, each with the reason why everybody may ask. */
export const openRoutes: Readonly<Record<string, string>> = {
  'GET /healthz': 'Says only that the process answers.',
  'GET /readyz': 'Says only whether to send requests here, and of what kind is what is in the way.',
  'GET /api/openapi.json': 'Describes the routes, and holds nothing that was written.',
  'GET /api/reference/': 'Leads to the reference in the reader’s language.',
  'GET /:language{ja|en}/api-reference/': 'The same description, as a page.',
  'GET /api/session': 'Answers a stranger with nothing, and everybody else with themselves.',
  'POST /api/session': 'Nobody is signed in before they sign in.',
  'DELETE /api/session': 'Ends only the session of the browser that asks.',
  'GET /:language{ja|en}/members/:page{join|sign-in|code}/':
    'Forms by which somebody comes in; they show nothing of anybody.',
  'POST /:language{ja|en}/members/sign-out': 'Ends only the session of the browser that asks.',
  'GET /:language{ja|en}/members/account/': 'A stranger is led to where to sign in, and everybody else sees their own.',
  'GET /:language{ja|en}/members/account/:form{profile|address|password|mails}': 'Leads back to the page of one’s own.',
  'POST /api/sign-in-links': 'Asks for a mail; the answer never says whether the address is known.',
  'POST /api/password-resets': 'Asks for a mail; the answer never says whether the address is known.',
  'POST /api/registrations': 'Asks for a mail; the answer never says whether the address is known.',
  'GET /api/challenges/:purpose': 'A task to be solved before something is sent; whoever asks has sent nothing yet.',
  'POST /api/my-data': 'Asks for a mail; the answer never says whether the address is known.',
  'POST /api/own-requests': 'Asks for a mail; the answer never says whether the address is known.',
  'POST /api/feedback/votes': 'Readers vote without an account; nothing says who they were.',
  'POST /api/mail-in': 'Mail servers sign what they hand in; without MAIL_IN_SECRET there is nothing here.',
  'GET /api/reply-times': 'One figure about all conversations together, of twenty or more.',
  'POST /api/tickets': 'Customers ask without an account.',
  'GET /api/forum/threads': 'Everybody reads the forum; what waits or was hidden is in no list.',
  'GET /api/forum/threads/:number{[0-9]{1,9}}':
    'Everybody reads the forum; what waits or was hidden, only its author and moderators.',
  'GET /api/forum/threads/:number{[0-9]{1,9}}/live': 'Says that something is new in a thread, to whoever reads it.',
  'GET /api/forum/similar': 'Articles and threads that everybody reads.',
  'GET /api/forum/search': 'Threads that everybody reads.',
  'GET /api/forum/pictures/:id': 'A picture is seen by whoever sees its post; before it is in one, by who uploaded it.',
  'GET /api/forum/members/:id': 'What everybody sees of whoever has posted: no more than stands beside their posts.',
  'GET /api/forum/posts/:id/revisions':
    'That and why a post was changed; what it said before, only its author and moderators.',
  'GET /:language{ja|en}/forum/': 'Everybody reads the forum.',
  'GET /:language{ja|en}/forum/:board{[a-z][a-z0-9-]{0,59}}/': 'Everybody reads the forum.',
  'GET /:language{ja|en}/forum/feed.xml': 'Everybody reads the forum, also as a feed.',
  'GET /:language{ja|en}/forum/:board{[a-z][a-z0-9-]{0,59}}/feed.xml': 'Everybody reads the forum, also as a feed.',
  'GET /:language{ja|en}/forum/:number{[0-9]{1,9}}': 'Leads to the page with its closing slash.',
  'GET /:language{ja|en}/forum/:number{[0-9]{1,9}}/':
    'Everybody reads the forum; what waits or was hidden, only its author and moderators.',
  'GET /:language{ja|en}/forum/:number{[0-9]{1,9}}/feed.xml': 'What everybody reads of a thread, as a feed.',
  'GET /:language{ja|en}/forum/:number{[0-9]{1,9}}/:act{posts|me-too|accepted|article-draft}':
    'Leads back to the thread.',
  'GET /:language{ja|en}/forum/posts/:id/': 'Leads to the place of a post, for whoever may see it.',
  'GET /:language{ja|en}/forum/members/:id/':
    'What everybody sees of whoever has posted: no more than stands beside their posts.',
  'GET /:language{ja|en}/forum/new/': 'An empty form; a stranger is told where to sign in.',
  'GET /:language{ja|en}/forum/own/': 'A stranger is told where to sign in, and everybody else sees their own.',
  'GET /:language{ja|en}/forum/posts/:id/flag': 'A form about a post that everybody reads.',
  'GET /:language{ja|en}/forum/posts/:id/edit': 'Asks who it is itself, and shows a post to whoever may edit it.',
  'POST /:language{ja|en}/forum/new/':
    'Asks who it is once it knows what was typed, so that a stranger finds it again on the page that says so.',
  'POST /:language{ja|en}/forum/:number{[0-9]{1,9}}/posts':
    'Asks who it is once it knows what was typed, so that a stranger finds it again on the page that says so.',
  'POST /:language{ja|en}/forum/:number{[0-9]{1,9}}/me-too':
    'Asks who it is once it knows what was typed, so that a stranger finds it again on the page that says so.',
  'POST /:language{ja|en}/forum/:number{[0-9]{1,9}}/accepted':
    'Asks who it is once it knows what was typed, so that a stranger finds it again on the page that says so.',
  'POST /:language{ja|en}/forum/:number{[0-9]{1,9}}/article-draft':
    'Asks who it is itself, and leads to the page that says so.',
  'POST /:language{ja|en}/forum/posts/:id/flag':
    'Asks who it is once it knows what was typed, so that a stranger finds it again on the page that says so.',
  'POST /:language{ja|en}/forum/posts/:id/appeal':
    'Asks who it is once it knows what was typed, so that a stranger finds it again on the page that says so.',
  'POST /:language{ja|en}/forum/posts/:id/edit':
    'Asks who it is once it knows what was typed, so that a stranger finds it again on the page that says so.',
  'POST /:language{ja|en}/forum/posts/:id/remove':
    'Asks who it is once it knows what was typed, so that a stranger finds it again on the page that says so.',
  'GET /forum/:file{sitemap(?:-[0-9]{1,5})?\\.xml}': 'Names the pages of the forum that everybody reads.',
  'GET /notices/:file': 'What readers are told: the files that are exported, too.',
  'GET /:language{ja|en}/notices': 'Leads to the page with its closing slash.',
  'GET /:language{ja|en}/notices/': 'What readers are told, as a page.',
  'GET /:language{ja|en}/notices/feed.xml': 'What readers are told, as a feed.',
  'POST /:language{ja|en}/notices/mail': 'Asks for a mail; the answer never says whether the address is known.',
  'GET /:language{ja|en}/notices/mail': 'Leads back to the page of notices.',
  'GET /:language{ja|en}/notices/mail/:step{sent|confirmed|stopped}/': 'Says what was done, and to nobody by name.',
  'GET /:language{ja|en}/forum/mail/stopped/': 'Says what was done, and to nobody by name.',
};

/** What opens a route beside a role: who holds it, may. */
export type Capability =
  /** The link in the first owner's terminal; works once. */
  | 'setup-link'
  /** The address of a customer's own request. Opens that request and nothing else. */
  | 'private-link'
  /** A token from a mail; works once, for one purpose. */
  | 'one-time-token'
  /** The signed link in every mail to subscribers. Ends what it names and opens nothing else. */
  | 'stop-link'
  /** The session of somebody whose password was right, and who still owes a code. */
  | 'half-signed-in'
  /** The id of a vote, which only its voter was told. */
  | 'vote-id';

/** Routes that something opens which only one person was given. */
export const capabilityRoutes: Readonly<Record<string, Capability>> = {
  'POST /api/setup': 'setup-link',
  'POST /api/session/link': 'one-time-token',
  'POST /api/session/code': 'half-signed-in',
  'PUT /api/password': 'one-time-token',
  'PUT /api/address': 'one-time-token',
  'POST /api/members': 'one-time-token',
  'POST /api/invitation': 'one-time-token',
  'POST /api/invitation/offer': 'one-time-token',
  'PUT /api/feedback/votes/:id/reason': 'vote-id',
  'GET /:language{ja|en}/notices/mail/confirm/:token/': 'one-time-token',
  'POST /:language{ja|en}/notices/mail/confirm/:token/': 'one-time-token',
  'GET /:language{ja|en}/notices/mail/stop/:link/': 'stop-link',
  'POST /:language{ja|en}/notices/mail/stop/:link/': 'stop-link',
  'GET /:language{ja|en}/forum/mail/stop/:scope{one|all}/:link/': 'stop-link',
  'POST /:language{ja|en}/forum/mail/stop/:scope{one|all}/:link/': 'stop-link',
  'GET /:language{ja|en}/requests/:token': 'private-link',
  'GET /:language{ja|en}/requests/:token/': 'private-link',
  'GET /:language{ja|en}/requests/:token/messages': 'private-link',
  'POST /:language{ja|en}/requests/:token/messages': 'private-link',
  'GET /:language{ja|en}/requests/:token/attachments/:id': 'private-link',
  'POST /:language{ja|en}/requests/:token/state': 'private-link',
  'POST /:language{ja|en}/requests/:token/rating': 'private-link',
  'GET /:language{ja|en}/my-requests/:token{[\\w-]{32}}/': 'one-time-token',
  'POST /:language{ja|en}/requests/:token/data': 'private-link',
  'GET /:language{ja|en}/requests/:token/:file{data\\.(?:json|html)}': 'private-link',
  'GET /:language{ja|en}/my-data/:token{[\\w-]{32}}/': 'one-time-token',
  'POST /:language{ja|en}/my-data/:token{[\\w-]{32}}/copy': 'one-time-token',
  'POST /:language{ja|en}/my-data/:token{[\\w-]{32}}/erasure': 'one-time-token',
  'GET /:language{ja|en}/requests/:token/attachments/:id/preview': 'private-link',
};
