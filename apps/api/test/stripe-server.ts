import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

interface Intent {
  id: string;
  object: 'payment_intent';
  status: 'requires_payment_method' | 'requires_action' | 'processing' | 'succeeded' | 'canceled';
  client_secret: string;
  amount: number;
  currency: string;
  metadata: Record<string, string>;
}

interface Reply {
  status: number;
  body: object;
}

export interface StripeServer {
  /** What makes the API use it. */
  settings: Record<string, string>;
  intents: Map<string, Intent>;
  /** Minor units by intent. */
  refunded: Map<string, number>;
  /** To connected accounts; `acct_unknown` is refused. */
  transfers: Record<string, string>[];
  /** The next confirmation or transfer is carried out, but its answer is lost. */
  loseNextAnswer(): void;
  /** Header for a webhook's body. */
  sign(body: string, at?: number, secret?: string): string;
  close(): Promise<void>;
}

const KEY = 'sk_test_loopback';
const PUBLISHABLE_KEY = 'pk_test_loopback';
const SECRET = 'whsec_loopback';
const newId = (kind: string) => `${kind}_${randomBytes(12).toString('hex')}`;

/** From where this is compiled to, too. */
const SCRIPT = resolve('apps/api/test/fixtures/stripe.js');

/**
 * As much of Stripe on loopback as it takes to charge and refund, with a script for the page. `pm_declined` is declined,
 * `pm_processing` stays under way, `pm_confirm` needs the buyer at `/bank`; every other payment method is good.
 */
export async function startStripeServer(): Promise<StripeServer> {
  const intents = new Map<string, Intent>();
  const refunded = new Map<string, number>();
  const answered = new Map<string, { request: string; reply: Reply }>();
  let isLosing = false;

  const transfers: Record<string, string>[] = [];

  const handle = (path: string, form: URLSearchParams): Reply => {
    if (path.startsWith('/v1/transfers?')) return list(transfers, path);
    if (path === '/v1/transfers') return transfer(transfers, form);
    if (path === '/v1/refunds') return refund(intents, refunded, form);
    if (path === '/v1/payment_intents') return create(intents, form);
    const [, id = '', action] = /^\/v1\/payment_intents\/(\w+)(?:\/(\w+))?$/.exec(path) ?? [];
    const intent = intents.get(id);
    if (!intent) return refusal(404, 'invalid_request_error', 'resource_missing');
    if (action === 'confirm') return confirm(intent, form);
    if (action === 'cancel') return cancel(intent);
    return { status: 200, body: intent };
  };
  const once = (request: IncomingMessage, body: string): Reply => {
    const { url = '', headers } = request;
    if (headers.authorization !== `Bearer ${KEY}`) return refusal(401, 'invalid_request_error');
    const key = headers['idempotency-key'];
    if (typeof key !== 'string') return handle(url, new URLSearchParams(body));
    const known = answered.get(key);
    if (known && known.request !== url + body) return refusal(400, 'idempotency_error');
    const reply = known?.reply ?? structuredClone(handle(url, new URLSearchParams(body)));
    answered.set(key, { request: url + body, reply });
    return reply;
  };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      if (request.url === '/stripe.js') return sendScript(response);
      if (request.url === '/bank') return askBank(intents, new URLSearchParams(body), response);
      const reply = once(request, body);
      if (isLosing && /\/(confirm|transfers)$/.test(request.url ?? '')) {
        isLosing = false;
        return send(response, refusal(500, 'api_error'));
      }
      send(response, reply);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    settings: {
      PAYMENT_PROVIDER: 'stripe',
      STRIPE_SECRET_KEY: KEY,
      STRIPE_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
      STRIPE_WEBHOOK_SECRET: SECRET,
      STRIPE_API_BASE: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    },
    intents,
    refunded,
    transfers,
    loseNextAnswer: () => (isLosing = true),
    sign: (body, at = Math.floor(Date.now() / 1000), secret = SECRET) =>
      `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function create(intents: Map<string, Intent>, form: URLSearchParams): Reply {
  const amount = Number(form.get('amount'));
  if (!(amount > 0)) return refusal(400, 'invalid_request_error', 'parameter_invalid_integer');
  // what Stripe itself does not take any more, or not together
  if ([...form.keys()].some((name) => /^(payment_method_types|automatic_payment_methods)/.test(name)))
    return refusal(400, 'invalid_request_error', 'parameter_unknown');
  const id = newId('pi');
  const intent: Intent = {
    id,
    object: 'payment_intent',
    status: 'requires_payment_method',
    client_secret: newId(`${id}_secret`),
    amount,
    currency: form.get('currency') ?? '',
    metadata: { subject: form.get('metadata[subject]') ?? '' },
  };
  intents.set(intent.id, intent);
  return { status: 200, body: intent };
}

function confirm(intent: Intent, form: URLSearchParams): Reply {
  if (intent.status !== 'requires_payment_method') return unexpectedState();
  const means = form.get('payment_method') ?? form.get('confirmation_token');
  if (!means) return refusal(400, 'invalid_request_error', 'parameter_missing');
  const [, outcome = ''] = /^(?:pm|ctoken)_([a-z]+)/.exec(means) ?? [];
  if (outcome === 'declined') return refusal(402, 'card_error', 'card_declined');
  if (outcome === 'confirm' && form.get('use_stripe_sdk') !== 'true')
    return refusal(400, 'invalid_request_error', 'parameter_missing');
  const states = { processing: 'processing', confirm: 'requires_action' } as const;
  intent.status = Object.hasOwn(states, outcome) ? states[outcome as keyof typeof states] : 'succeeded';
  return { status: 200, body: intent };
}

/** Where the page sends the buyer: the bank asks once more. */
function askBank(intents: Map<string, Intent>, form: URLSearchParams, response: ServerResponse): void {
  const secret = form.get('client_secret');
  const intent = [...intents.values()].find(({ client_secret }) => client_secret === secret);
  const isAsked = intent?.status === 'requires_action';
  if (isAsked) intent.status = form.get('outcome') === 'complete' ? 'succeeded' : 'requires_payment_method';
  response.writeHead(isAsked ? 204 : 404, { 'access-control-allow-origin': '*' }).end();
}

const sendScript = (response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(SCRIPT));

function cancel(intent: Intent): Reply {
  if (['succeeded', 'canceled', 'processing'].includes(intent.status)) return unexpectedState();
  intent.status = 'canceled';
  return { status: 200, body: intent };
}

function refund(intents: Map<string, Intent>, refunded: Map<string, number>, form: URLSearchParams): Reply {
  const intent = intents.get(form.get('payment_intent') ?? '');
  if (intent?.status !== 'succeeded') return refusal(400, 'invalid_request_error');
  const sum = (refunded.get(intent.id) ?? 0) + Number(form.get('amount'));
  if (sum > intent.amount) return refusal(400, 'invalid_request_error', 'charge_already_refunded');
  refunded.set(intent.id, sum);
  return { status: 200, body: { id: newId('re'), object: 'refund', status: 'succeeded' } };
}

function transfer(transfers: Record<string, string>[], form: URLSearchParams): Reply {
  if (form.get('destination') === 'acct_unknown')
    return refusal(400, 'invalid_request_error', 'no_such_account');
  const made = { ...Object.fromEntries(form), id: newId('tr') };
  transfers.push(made);
  return { status: 200, body: made };
}

function list(transfers: Record<string, string>[], path: string): Reply {
  const group = new URLSearchParams(path.split('?')[1]).get('transfer_group');
  const data = transfers.filter(({ transfer_group }) => transfer_group === group);
  return { status: 200, body: { object: 'list', has_more: false, data } };
}

const unexpectedState = () => refusal(400, 'invalid_request_error', 'payment_intent_unexpected_state');

const refusal = (status: number, type: string, code?: string): Reply => ({
  status,
  body: { error: { type, ...(code && { code }), message: `Refused: ${code ?? type}` } },
});

function send(response: ServerResponse, { status, body }: Reply): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'request-id': newId('req') })
    .end(JSON.stringify(body));
}
