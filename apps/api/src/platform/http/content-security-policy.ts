import type { Config } from '../../config/config';

/** What pages may load, and whom they may talk to: nobody else, but for whoever asks for the card. */
export function contentSecurityPolicy({ mediaUrl, stripe }: Pick<Config, 'mediaUrl' | 'stripe'>) {
  const payments = stripe ? stripeSources(stripe.apiBase) : { script: [], frame: [], connect: [] };
  return {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:', ...(mediaUrl ? [new URL(mediaUrl).origin] : [])],
    styleSrc: ["'self'", "'unsafe-inline'"],
    scriptSrc: ["'self'", ...payments.script],
    connectSrc: ["'self'", ...payments.connect],
    frameSrc: ["'self'", ...payments.frame],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  };
}

/** Stripe's own list, https://docs.stripe.com/security/guide; or only the server that stands in for it. */
function stripeSources(apiBase: string | undefined) {
  if (apiBase) {
    const { origin } = new URL(apiBase);
    return { script: [origin], frame: [origin], connect: [origin] };
  }
  const scripts = ['https://js.stripe.com', 'https://*.js.stripe.com'];
  return {
    script: scripts,
    frame: [...scripts, 'https://hooks.stripe.com'],
    connect: ['https://api.stripe.com'],
  };
}
