const domains = require('./tools/domains.cjs');

const domainsLookLeft = domains.slice(0, -1).map((domain, index) => ({
  name: `${domain}-looks-left`,
  comment: `${domain} may import only from domains on its left (tools/domains.cjs); publish an event instead.`,
  severity: 'error',
  from: { path: `^apps/api/src/domains/${domain}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: `^apps/api/src/domains/(${domains.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...domainsLookLeft,
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^apps/api/src/(platform|config)/' },
      to: { path: '^apps/api/src/(domains|demo)/' },
    },
    {
      name: 'domains-not-demo',
      severity: 'error',
      from: { path: '^apps/api/src/domains/' },
      to: { path: '^apps/api/src/demo/' },
    },
    {
      name: 'storefront-not-api',
      severity: 'error',
      from: { path: '^apps/storefront' },
      to: { path: '^apps/api' },
    },
    { name: 'libs-not-apps', severity: 'error', from: { path: '^libs' }, to: { path: '^apps' } },
    {
      name: 'features-not-features',
      comment: 'Routes compose features.',
      severity: 'error',
      from: { path: '^apps/storefront/src/features/([^/]+)/' },
      to: { path: '^apps/storefront/src/features/', pathNot: '^apps/storefront/src/features/$1/' },
    },
    {
      name: 'components-and-lib-not-features',
      severity: 'error',
      from: { path: '^apps/storefront/src/(components|lib)/' },
      to: { path: '^apps/storefront/src/(features|app)/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '(metadata|schema)\\.gen\\.ts$' },
  },
};
